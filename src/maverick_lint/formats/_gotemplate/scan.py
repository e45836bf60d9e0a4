"""A template text: its actions, what they use, and what Go would refuse.

Syntax after the documentation of Go's text/template (read 2026-11). The scan is one pass of a regular expression over
each action; it finds what a text plainly gets wrong and passes over the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from maverick_lint.core.record import builder, field, record
from maverick_lint.core.span import Span

_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+')
  | (?P<variable>\$[A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)
  | (?P<field>(?:\.[A-Za-z_][A-Za-z0-9_]*)+|\.)
  | (?P<number>[-+]?[0-9][0-9A-Za-z_.]*)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<sign>:=|=|\||,|\(|\))
    """,
    re.VERBOSE,
)
_OPENERS: Final = frozenset({"if", "range", "with", "define", "block"})
_BUILTINS_WORDS: Final = (
    "and call html index slice js len not or print printf println urlquery eq ne lt le gt ge "
    "true false nil break continue template else end"
)
_BUILTINS: Final = frozenset(_BUILTINS_WORDS.split())
# Stands in the plain text for an action (the Unicode object replacement character).
HOLE: Final = "\ufffc"
_LONGEST: Final = 100_000


@record
class Use:
    """A variable or field in an action: `path` is ("$labels", "job"), or (".Labels", "job"), without brackets.

    action  the number of its action; `commands` are the words of functions in that action
    """

    path: tuple[str, ...]
    span: Span
    action: int
    commands: tuple[str, ...] = ()


@builder
class Template:
    """What reading a template gave: what it uses, the values that its variables stand for, and its faults.

    plain    the text outside of the actions, with HOLE for each action
    strings  word before, text and span of each string in an action
    """

    text: str
    uses: list[Use] = field(default_factory=list)
    functions: list[tuple[str, Span]] = field(default_factory=list)
    strings: list[tuple[str, str, Span]] = field(default_factory=list)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    faults: list[tuple[Span, str]] = field(default_factory=list)
    plain: str = ""

    def resolved(self, use: Use) -> tuple[str, ...]:
        """Return the path of a use with its variable replaced by what it was set to.

        `$x := $labels` makes `$x.job` ("$labels", "job").
        """
        known = self.aliases.get(use.path[0])
        return use.path if known is None else (*known, *use.path[1:])


@lru_cache(maxsize=4096)
def read_template(text: str, variables: frozenset[str] = frozenset()) -> Template:
    """Read a template; never raises. `variables` are those that the program declares ("$labels")."""
    template = Template(text)
    if "{{" not in text or len(text) > _LONGEST:
        template.plain = text
        return template
    _Scan(template, variables).run()
    return template


class _Scan:
    def __init__(self, template: Template, variables: frozenset[str]) -> None:
        self.template = template
        self.text = template.text
        self.declared = {"$", *variables}
        self.open: list[Span] = []
        self.number = 0

    def run(self) -> None:
        position, plain = 0, []
        while (start := self.text.find("{{", position)) >= 0:
            plain.append(self.text[position:start])
            body = start + 2
            if self.text.startswith("-", body) and self.text[body + 1 : body + 2].isspace():
                body += 1
            comment = (
                self.text[body:].lstrip()[:2] == "/*" if self.text[body : body + 10].lstrip()[:2] == "/*" else False
            )
            if comment:
                end = self.text.find("*/", body)
                stop = self.text.find("}}", end) if end >= 0 else -1
            else:
                stop = self.action(start, body)
            if stop < 0:
                if not self.template.faults:
                    self.fault(Span(start, min(start + 2, len(self.text))), "the action `{{` is never closed")
                return
            position = stop + 2
        plain.append(self.text[position:])
        self.template.plain = HOLE.join(plain)
        if self.open:
            span = self.open[-1]
            self.fault(span, f"`{self.text[span.start : span.end]}` has no `{{{{ end }}}}`")

    def fault(self, span: Span, message: str) -> None:
        self.template.faults.append((span, message))

    def action(self, start: int, position: int) -> int:
        """Read one action; return where its `}}` stands, -1 when there is none."""
        tokens: list[tuple[str, str, Span]] = []
        self.number += 1
        while position < len(self.text):
            if self.text.startswith("}}", position):
                self.judge(tokens, Span(start, position + 2))
                return position
            if self.text.startswith("-}}", position):
                self.judge(tokens, Span(start, position + 3))
                return position + 1
            match = _TOKEN.match(self.text, position)
            if match is None:
                character = self.text[position]
                message = f"unexpected `{character}` in a template action"
                self.fault(Span(position, position + 1), message)
                return -1
            if match.lastgroup != "space":
                tokens.append((match.lastgroup or "", match.group(), Span(*match.span())))
            position = match.end()
        return -1

    def judge(self, tokens: list[tuple[str, str, Span]], whole: Span) -> None:
        if not tokens:
            self.fault(whole, "the action has nothing in it")
            return
        words = tuple(text for kind, text, _ in tokens if kind == "word")
        first = tokens[0][1] if tokens[0][0] == "word" else ""
        if first in _OPENERS:
            self.open.append(tokens[0][2])
        elif first == "end":
            if self.open:
                self.open.pop()
            else:
                self.fault(tokens[0][2], "`end` closes nothing")
        elif first == "else" and not self.open:
            self.fault(tokens[0][2], "`else` stands outside of `if`, `with` and `range`")
        self.declare(tokens)
        for index, (kind, text, span) in enumerate(tokens):
            if kind == "variable":
                parts = text.split(".")
                if parts[0] not in self.declared:
                    self.fault(
                        Span(span.start, span.start + len(parts[0])), f"the variable `{parts[0]}` is not defined"
                    )
                self.use(tuple(parts), span, words, tokens, index)
            elif kind == "field":
                self.use(
                    tuple("." + part if n == 0 else part for n, part in enumerate(text[1:].split("."))),
                    span,
                    words,
                    tokens,
                    index,
                )
            elif kind == "word" and text not in _BUILTINS and text not in _OPENERS:
                self.template.functions.append((text, span))
            elif kind == "string" and index:
                self.template.strings.append((tokens[index - 1][1], text, span))

    def use(
        self, path: tuple[str, ...], span: Span, words: tuple[str, ...], tokens: list[tuple[str, str, Span]], index: int
    ) -> None:
        """Note a use; `index $labels "job"` reads the label as `$labels.job` does."""
        before = tokens[index - 1][1] if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if before == "index" and after is not None and after[0] == "string":
            path, span = (*path, after[1][1:-1]), after[2]
        self.template.uses.append(Use(path, span, self.number, words))

    def declare(self, tokens: list[tuple[str, str, Span]]) -> None:
        for index, (kind, text, _) in enumerate(tokens):
            if kind != "sign" or text != ":=":
                continue
            names = [name for what, name, _ in tokens[:index] if what == "variable"]
            self.declared.update(names)
            rest = tokens[index + 1 :]
            if len(names) == 1 and len(rest) == 1 and rest[0][0] == "variable":
                self.template.aliases[names[0]] = tuple(rest[0][1].split("."))
