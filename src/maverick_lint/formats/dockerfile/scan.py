"""From the text of a Dockerfile to its logical lines: directives, comments, continuations, here-documents.

Behaviour of BuildKit's parser (frontend/dockerfile/parser, 2026-08): a line ends at LF, blank lines and comments inside
a continued instruction are dropped, an escape sign ends a line only when none stands before it, and a here-document
follows the whole logical line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.record import record
from maverick_lint.core.span import Span
from maverick_lint.formats.dockerfile.instruction import Heredoc
from maverick_lint.formats.dockerfile.joined import Joined

if TYPE_CHECKING:
    from maverick_lint.formats.dockerfile.heredoc import Opened

_DIRECTIVE: Final = re.compile(r"#[^\S\n]*([A-Za-z][A-Za-z0-9]*)[^\S\n]*=[^\S\n]*(\S(?:[^\n]*\S)?)")
_DIRECTIVES: Final = frozenset({"escape", "syntax", "check"})
_HOLDERS: Final = ("RUN", "COPY", "ADD", "ONBUILD")
# BuildKit stops at the first here-document without an end; a few more are looked for, so that time stays linear.
_UNTERMINATED: Final = 5


@record
class Directive:
    """A parser directive in the head of the file: its name in lower case, its value, and where they stand."""

    name: str
    value: str
    span: Span
    value_span: Span


class Line:
    """A logical line with the end of its last physical line (here-documents included), and its blank lines."""

    __slots__ = ("blanks", "end", "heredocs", "joined")

    def __init__(self, joined: Joined, end: int, blanks: list[Span]) -> None:
        self.joined = joined
        self.end = end
        self.blanks = blanks
        self.heredocs: tuple[Heredoc, ...] = ()


class Scan:
    """What the lines of a file are."""

    __slots__ = ("comments", "directives", "errors", "escape", "lines")

    def __init__(self) -> None:
        self.escape = "\\"
        self.lines: list[Line] = []
        self.directives: list[Directive] = []
        self.comments: list[tuple[int, int]] = []
        self.errors: list[ParseError] = []


def scan(text: str) -> Scan:
    """Read a text; never raises."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._unterminated = 0
        self._scan = Scan()

    def run(self) -> Scan:
        text, found = self._text, self._scan
        head = True
        while self._at < len(text):
            start, line = self._next()
            stripped = line.lstrip()
            begin = start + len(line) - len(stripped)
            if not stripped:
                head = False
            elif stripped[0] == "#":
                found.comments.append((begin, begin + len(stripped.rstrip("\r\n"))))
                head = head and self._directive(begin)
            else:
                head = False
                self._instruction(begin, stripped)
        return found

    def _next(self) -> tuple[int, str]:
        start = self._at
        end = self._text.find("\n", start)
        if end < 0:
            self._at = len(self._text)
            return start, self._text[start:]
        self._at = end + 1
        return start, self._text[start:end]

    def _directive(self, begin: int) -> bool:
        match = _DIRECTIVE.match(self._text, begin)
        if match is None or (name := match[1].lower()) not in _DIRECTIVES:
            return False
        value_span = Span(match.start(2), match.end(2))
        found = Directive(name, match[2], Span(match.start(), match.end(2)), value_span)
        if any(other.name == name for other in self._scan.directives):
            self._error(found.span, f"repeats the directive `{name}`, which a file has once; delete one of the two")
        elif name == "escape" and found.value not in ("\\", "`"):
            self._error(value_span, f"makes `{found.value}` the escape sign; only \\ and ` can be it")
        elif name == "escape":
            self._scan.escape = found.value
        self._scan.directives.append(found)
        return True

    def _instruction(self, begin: int, line: str) -> None:
        escape = self._scan.escape
        content = line.rstrip("\r")
        end = begin + len(content)
        if escape not in content:
            self._finish(Joined(content, (0,), (begin,)), end, [])
            return
        content, goes_on = _cut(content, escape)
        parts, inner, outer, length = [content], [0], [begin], len(content)
        blanks: list[Span] = []
        while goes_on and self._at < len(self._text):
            start, line = self._next()
            content = line.rstrip("\r")
            stripped = content.lstrip()
            if not stripped:
                blanks.append(Span(start, start + len(content)))
                continue
            end = start + len(content)
            if stripped[0] == "#":
                first = end - len(stripped)
                self._scan.comments.append((first, end))
                continue
            content, goes_on = _cut(content, escape)
            if content:
                parts.append(content)
                inner.append(length)
                outer.append(start)
                length += len(content)
        if length:
            if not parts[0]:
                del parts[0], inner[0], outer[0]
            self._finish(Joined("".join(parts), inner, outer), end, blanks)

    def _finish(self, joined: Joined, end: int, blanks: list[Span]) -> None:
        joined.text = joined.text.rstrip()
        line = Line(joined, end, blanks)
        if "<<" in joined.text and joined.text[:7].upper().lstrip().startswith(_HOLDERS):
            line.heredocs = self._heredocs(joined)
            if line.heredocs:
                line.end = self._scanned_end(line.heredocs[-1])
        self._scan.lines.append(line)

    def _scanned_end(self, last: Heredoc) -> int:
        return max(self._at - (self._text[self._at - 1] == "\n"), last.body.end)

    def _heredocs(self, joined: Joined) -> tuple[Heredoc, ...]:
        from maverick_lint.formats.dockerfile.heredoc import opened  # many files have none

        found: list[Heredoc] = []
        for word in opened(joined.text) if self._unterminated < _UNTERMINATED else ():
            body = self._body(word)
            if body is None:
                self._unterminated += 1
                span = joined.span(word.start, word.end)
                self._error(span, f"opens a here-document that no line `{word.name}` ends")
                break
            found.append(Heredoc(word.name, joined.span(word.start, word.end), body, word.expand, word.chomp))
        return tuple(found)

    def _body(self, word: Opened) -> Span | None:
        before = self._at
        while self._at < len(self._text):
            start, line = self._next()
            line = line.rstrip("\r")
            if (line.lstrip("\t") if word.chomp else line) == word.name:
                return Span(before, start)
        self._at = before
        return None

    def _error(self, span: Span, message: str) -> None:
        self._scan.errors.append(ParseError(span, message))


def _cut(content: str, escape: str) -> tuple[str, bool]:
    """Return a line without its continuation sign, and whether it had one."""
    bare = content.rstrip(" \t")
    if bare.endswith(escape) and (len(bare) == 1 or bare[-2] != escape):
        return bare[:-1], True
    return content, False
