"""A template text: its actions, blocks and variables, and what Go would refuse.

Syntax after the documentation of Go's text/template (read 2026-11).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from maverick_lint.core.record import builder, field
from maverick_lint.core.span import Span
from maverick_lint.formats._gotemplate.action import Action
from maverick_lint.formats._gotemplate.lexer import TemplateError, Token, action_tokens
from maverick_lint.formats._gotemplate.meaning import ROOT, UNKNOWN, Meaning, Value
from maverick_lint.formats._gotemplate.model import HOLE, Template

_LONGEST: Final = 100_000
_OPENERS: Final = frozenset({"if", "range", "with", "define", "block"})


@builder
class _Block:
    word: str
    span: Span
    variables: int
    outer: Value
    has_else: bool = False


@lru_cache(maxsize=4096)
def read_template(text: str, variables: frozenset[str] = frozenset()) -> Template:
    """Read a template; never raises. `variables` are those that the program declares ("$labels")."""
    template = Template(text)
    if "{{" not in text or len(text) > _LONGEST:
        template.plain = text
        return template
    _Scan(template, variables).run()
    return template


@builder
class _Scan:
    template: Template
    variables: frozenset[str]
    declared: list[str] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)
    number: int = 0
    meaning: Meaning = field(default_factory=lambda: Meaning(Template("")))

    def run(self) -> None:
        text, position, plain = self.template.text, 0, []
        self.declared = ["$", *self.variables]
        self.meaning = Meaning(self.template)
        while (start := text.find("{{", position)) >= 0:
            plain.append(text[position:start])
            body = start + 2
            if text.startswith("-", body) and text[body + 1 : body + 2].isspace():
                body += 1
                while text[body : body + 1].isspace():
                    body += 1
            stop = self.comment(start, body) if text.startswith("/*", body) else self.action(start, body)
            if stop < 0:
                return
            position = stop + 2
        plain.append(text[position:])
        self.template.plain = HOLE.join(plain)
        if self.blocks:
            block = self.blocks[-1]
            self.fault(block.span, f"`{block.word}` has no `{{{{ end }}}}`")

    def fault(self, span: Span, message: str) -> None:
        self.template.faults.append((span, message))

    def comment(self, start: int, body: int) -> int:
        """Pass over a comment; return where its `}}` stands."""
        text = self.template.text
        end = text.find("*/", body + 2)
        if end < 0:
            self.fault(Span(start, start + 2), "the comment `{{/*` is never closed")
            return -1
        stop = end + 2
        while text[stop : stop + 1].isspace():
            stop += 1
        stop += text.startswith("-", stop) and stop > end + 2
        if not text.startswith("}}", stop):
            self.fault(Span(start, end + 2), "a comment must end right before the closing braces: `*/}}`")
            stop = text.find("}}", end)
        return stop

    def action(self, start: int, position: int) -> int:
        """Read one action; return where its `}}` stands, -1 when there is none."""
        tokens: list[Token] = []
        self.number += 1
        try:
            stop = action_tokens(self.template.text, position, tokens)
            if stop < 0:
                if not self.template.faults:
                    self.fault(Span(start, start + 2), "the action `{{` is never closed")
                return -1
        except TemplateError as error:
            self.fault(error.span, str(error))
            return -1
        try:
            self.judge(tokens, Span(start, stop + 2))
        except TemplateError as error:
            self.fault(error.span, str(error))
        return stop

    def judge(self, tokens: list[Token], whole: Span) -> None:
        action = Action(tokens, whole)
        words = tuple(token.text for token in tokens if token.kind == "word")
        self.meaning.begin(self.number, words)
        first = tokens[0].text if tokens and tokens[0].kind == "word" else ""
        if first in _OPENERS:
            self.open(first, action)
        elif first == "end":
            action.take()
            self.close(tokens[0])
            action.end("end")
        elif first == "else":
            action.take()
            self.otherwise(tokens[0], action)
        elif first in ("break", "continue"):
            action.take()
            if not any(block.word == "range" for block in self.blocks):
                self.fault(tokens[0].span, f"`{first}` stands outside of `range`")
            action.end(first)
        elif first == "template":
            action.take()
            self.named("template", action)
            if action.token is not None:
                self.pipeline(action, "template")
        else:
            self.pipeline(action, "")
        if action.token is not None:
            action.refuse("the action")

    def named(self, word: str, action: Action) -> None:
        name = action.token
        if name is None or name.kind != "string":
            message = f"`{word}` needs the name of a template in quotes"
            raise TemplateError(message, action.whole if name is None else name.span)
        if word == "template":
            self.template.called.append((name.text[1:-1], name.span))
        else:
            self.template.defined.append(name.text[1:-1])
        action.take()

    def open(self, word: str, action: Action) -> None:
        token = action.take()
        assert token is not None  # noqa: S101 - the caller has looked at it
        block = _Block(word, token.span, len(self.declared), self.meaning.dot)
        self.blocks.append(block)
        if word in ("define", "block"):
            self.named(word, action)
            self.meaning.dot = UNKNOWN
        if word != "define":
            value = self.pipeline(action, word)
            if word == "with":
                self.meaning.dot = value
            elif word == "range":
                self.meaning.dot = self.meaning.entry(value)

    def close(self, token: Token) -> None:
        if not self.blocks:
            self.fault(token.span, "`end` closes nothing")
            return
        block = self.blocks.pop()
        del self.declared[block.variables :]
        self.meaning.dot = block.outer

    def otherwise(self, token: Token, action: Action) -> None:
        block = self.blocks[-1] if self.blocks else None
        if block is None or block.word in ("define", "block"):
            self.fault(token.span, "`else` stands outside of `if`, `with` and `range`")
            return
        if block.has_else:
            self.fault(token.span, f"`{block.word}` has two `else`")
        self.meaning.dot = block.outer
        following = action.token
        if following is not None and following.text in ("if", "with") and block.word != "range":
            action.take()
            value = self.pipeline(action, following.text)
            if following.text == "with":
                self.meaning.dot = value
            return
        block.has_else = True
        action.end("else")

    def pipeline(self, action: Action, what: str) -> Value:
        """Read a pipeline, note what it uses and declare what it sets; return what it gives."""
        found = action.pipeline(what)
        value = self.meaning.read(found, self.declared)
        names = [token.text.partition(".")[0] for token in found.declared]
        self.declared.extend(names)
        if what == "range" and found.declared:
            self.meaning.set(names[-1], self.meaning.entry(value), found)
        elif len(names) == 1:
            self.meaning.set(names[0], value, found)
        return ROOT if found.declared and not what else value
