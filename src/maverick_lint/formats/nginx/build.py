"""From a text to the tree of its directives; an error costs no more than the statement that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span
from maverick_lint.formats.nginx import lexer
from maverick_lint.formats.nginx.faults import MOST_ERRORS, Faults
from maverick_lint.formats.nginx.limits import (
    ADDRESS_WORD,
    ADDRESSES,
    DEEPEST,
    DIRECTIVE_WORD,
    ENTRY_WORD,
    MOST_WORDS,
    TooMuchError,
)
from maverick_lint.formats.nginx.table import begins_statement
from maverick_lint.formats.nginx.template import ENVIRONMENT, UNKNOWN, blanked, unfilled
from maverick_lint.formats.nginx.tree import FREE, Block, Directive, Tree, Word, plain_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.source import Source

_AFTER_QUOTE: Final = " \t\r\n;{)}"


def build(source: Source) -> Tree:
    """Return the tree of a text. Never raises; what nginx would refuse is in the tree's errors."""
    text, controls = blanked(source.text)
    templated = bool(controls) or UNKNOWN in text
    builder = _Builder(text, Tree(source, templated=templated), controls)
    if templated and not controls and (place := unfilled(text, source.path)) is not None:
        tag = source.text[place.start : place.end][:60]
        builder.error(
            place, f"nothing has filled in {tag}; name the file *.j2 or *.template if something does", plain=True
        )
    builder.run()
    return builder.tree


class _Builder(Faults):
    def __init__(self, text: str, tree: Tree, controls: Sequence[int]) -> None:
        super().__init__(text, tree)
        self.filling = UNKNOWN in text or bool(ENVIRONMENT.search(text))
        self.slow = self.odd or self.filling or bool(controls)
        self.controls = controls
        self.control = 0
        self.block = tree.root
        self.words: list[Word] = []
        self.depth = 0
        self.count = 0
        self.weight = DIRECTIVE_WORD

    def run(self) -> None:
        position: int | None = 0
        try:
            while position is not None and len(self.tree.errors) < MOST_ERRORS:
                position = self.read(position)
        except TooMuchError as error:
            self.error(Span(error.offset, error.offset), str(error), plain=True)
            position = error.offset
        if position is not None:
            self.tree.cut = True
            self.close_all(position)
            return
        if self.words:
            self.missing_semicolon(self.words)
            self.close_statement("", self.words[-1].end)
        end = len(self.text)
        if (owner := self.block.owner) is not None:
            line = self.tree.source.position(owner.word.start).line
            problem = f"the file ends, but block `{owner.name}` of line {line} is not closed; a brace is missing"
            self.error(Span(end, end), problem)
            self.close_all(end)

    def close_all(self, end: int) -> None:  # a block that is still open ends where the text does
        while (owner := self.block.owner) is not None:
            owner.end = end
            self.block = owner.home

    def read(self, position: int) -> int | None:
        """Read on from a position; return where to begin again: after a statement, and what has rules of its own."""
        text = self.text
        if not self.words:
            position = self.plain(position)
        words = self.words
        expected = position
        for match in lexer.TOKEN.finditer(text, position):
            if match.start() != expected:
                break
            expected = match.end()
            group = match.lastindex
            if group is None:
                continue
            if self.control < len(self.controls):
                self.pass_controls(match.start())
            if group == lexer.WORD:
                raw = match[3]
                words.append(self.word(raw, match.start(), expected, ""))
                if len(words) > 1 and self.restarts(words):
                    words = self.words
            elif group == lexer.SIGN:
                return self.sign(match[1], match.start(), expected) or expected
            elif group == lexer.QUOTED:
                start = match.start()
                following = text[expected : expected + 1]
                if following and following not in _AFTER_QUOTE:
                    return self.bad_quote(start, expected)
                words.append(self.word(text[start + 1 : expected - 1], start, expected, text[start]))
            else:
                self.tree.comments.append(Span(match.start(), expected))
        return None if expected >= len(text) else self.unclosed_quote(expected)

    def plain(self, position: int) -> int:
        """Read the statements from a position on that are plain words; return where the first other one begins."""
        statements = self.block.directives
        while not self.slow and (match := lexer.PLAIN.match(self.text, position)):
            statement = plain_statement(self.text, match[1], match.start(1), match.end(), self.block)
            weight = ADDRESS_WORD if statement.name in ADDRESSES else self.weight
            self.count += weight * (1 + len(statement.args))
            if self.count > MOST_WORDS:
                raise TooMuchError(match.start(1))
            statements.append(statement)
            position = match.end()
        return position

    def word(self, raw: str, start: int, end: int, quote: str) -> Word:
        self.count += self.weight
        if self.count > MOST_WORDS:
            raise TooMuchError(start)
        known = not self.filling or (UNKNOWN not in raw and not ENVIRONMENT.search(raw))
        return Word(raw if "\\" not in raw else lexer.unescaped(raw), start, end, quote, known=known)

    def sign(self, sign: str, start: int, end: int) -> int:
        if sign == ";":
            if self.words:
                self.close_statement(";", end)
            else:
                self.error(Span(start, end), "a semicolon with no statement before it; remove it")
            return 0
        if sign == "{":
            return self.open_block(start, end)
        if self.words:
            if not self.filled_in(self.words):
                self.missing_semicolon(self.words)
            self.close_statement("", self.words[-1].end)
        owner = self.block.owner
        if owner is None:
            self.error(Span(start, end), "a closing brace that closes no block; remove it")
            return 0
        owner.end = end
        self.block = owner.home
        self.depth -= 1
        self.weight = DIRECTIVE_WORD
        return 0

    def open_block(self, start: int, end: int) -> int:
        words = self.words
        if not words:
            self.error(Span(start, end), "an opening brace with no directive before it")
            words = [Word("", start, start, "", known=False)]
        directive = Directive(words[0], words[1:], self.block, "{", end)
        self.check(words)
        self.block.directives.append(directive)
        self.words = []
        if directive.name.endswith("_by_lua_block"):
            close = lexer.lua_end(self.text, end)
            directive.end = len(self.text) if close < 0 else close + 1
            if close < 0:
                self.error(directive.word.span, f"block `{directive.name}` is never closed; a brace is missing")
            return directive.end
        directive.block = self.block = Block(directive, self.tree)
        self.depth += 1
        self.weight = ENTRY_WORD if directive.name in FREE else DIRECTIVE_WORD
        if self.depth > DEEPEST:
            raise TooMuchError(start)
        return 0

    def close_statement(self, terminator: str, end: int) -> None:
        words, self.words = self.words, []
        if self.filled_in(words):
            self.block.holed = True
        else:
            self.check(words)
            self.block.directives.append(Directive(words[0], words[1:], self.block, terminator, end))

    def restarts(self, words: list[Word]) -> bool:
        """Close a statement whose semicolon is missing, when the word just read begins the next one on a new line."""
        last, before = words[-1], words[-2]
        if not last.known or "\n" not in self.text[before.end : last.start]:
            return False
        if lexer.is_conflict(words[0].text):
            self.check(words[:1])
            self.words = [last]
            return True
        if self.filled_in(words[:-1]):
            self.words = words[:-1]
            self.close_statement("", before.end)
            self.words = [last]
            return True
        if self.block.name in FREE or not begins_statement(self.text, last, words[0].text):
            return False
        self.words = words[:-1]
        self.missing_semicolon(self.words, plain=all(word.known for word in self.words))
        self.close_statement("", before.end)
        self.words = [last]
        return True

    def pass_controls(self, offset: int) -> None:
        """Note the template's tags before an offset: in a statement they hide words, between statements whole ones."""
        while self.control < len(self.controls) and self.controls[self.control] < offset:
            self.control += 1
            if self.words:
                self.words[-1].known = False
            self.block.holed = True

    def bad_quote(self, start: int, end: int) -> int:
        """Report a character right behind a quoted word; return where to read on."""
        quote = self.text[start]
        line_end = self.text.find("\n", start, end)
        if line_end >= 0:
            return self.unclosed_quote(start)
        problem = f"the quoted word ends before {self.text[end]!r}; escape the quote, or put a blank between them"
        self.error(Span(end, end + 1), problem)
        self.words.append(self.word(self.text[start + 1 : end - 1], start, end, quote))
        return end

    def unclosed_quote(self, start: int) -> int:
        """Report a quote that is not closed on its line; return the offset to read on from, the end of that line."""
        quote = self.text[start]
        line_end = self.text.find("\n", start)
        stop = line_end = len(self.text) if line_end < 0 else line_end
        while stop > start + 1 and self.text[stop - 1] in " \t\r;":
            stop -= 1
        self.error(Span(start, stop), f"the quote {quote} that opens here is never closed")
        self.words.append(self.word(self.text[start + 1 : stop], start, stop, quote))
        self.words[-1].known = False
        return max(stop, start + 1)
