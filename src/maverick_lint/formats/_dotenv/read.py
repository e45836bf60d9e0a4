"""Reads `NAME=value` lines as Compose does (its documentation "Environment file syntax").

A name may follow `export`; `NAME` alone takes its value from the environment. A value without quotes ends before
` #` or with its line. In double quotes escapes and line breaks count, in single quotes line breaks do.
"""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.core.document import Comment, ParseError
from maverick_lint.core.record import record
from maverick_lint.core.span import Span

_LINE: Final = re.compile(r"[^\r\n]*")
_NAME: Final = re.compile(r"[ \t]*(?:export[ \t]+)?([^=:\r\n#]*?)[ \t]*(?=[=:\r\n#]|\Z)")
_WRONG: Final = re.compile(r"[^\w.\-\[\]]")
_COMMENT: Final = re.compile(r"[ \t]#")
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_MOST_ERRORS: Final = 200
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}


@record
class Entry:
    """A variable of the file.

    value   None when the line holds the name only, so that the value comes from the environment
    quote   the sign around the value, "" for none
    at      the value with its quotes; empty, at the end of the line, for an empty one
    """

    name: str
    name_at: Span
    value: str | None
    at: Span
    quote: str = ""


@record
class Read:
    """The variables of a text in their order, what could not be read, and the comments."""

    entries: tuple[Entry, ...] = ()
    errors: tuple[ParseError, ...] = ()
    comments: tuple[Comment, ...] = ()

    def values(self) -> dict[str, str]:
        """Return the values by name; of a repeated name the last one counts."""
        return {entry.name: entry.value for entry in self.entries if entry.value is not None}


def read_dotenv(text: str) -> Read:
    """Read a text; never raises. A line that is no variable becomes an error, and reading goes on behind it."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self.errors: list[ParseError] = []
        self.comments: list[Comment] = []
        self.unclosed: set[str] = set()

    def read(self) -> Read:
        index = 0
        while index < len(self.text):
            if self.text[index] in "\r\n \t\ufeff":
                index += 1
                continue
            index = self._line(index)
            if len(self.errors) >= _MOST_ERRORS:
                self.errors.append(ParseError(Span(index, index), "is the last line that is read: too many are wrong"))
                break
        return Read(tuple(self.entries), tuple(self.errors), tuple(self.comments))

    def _line(self, start: int) -> int:
        line = _LINE.match(self.text, start)
        end = start if line is None else line.end()
        if self.text[start] == "#":
            self._comment(start, end, own_line=True)
            return end
        match = _NAME.match(self.text, start, end)
        if match is None:
            return end
        name_at = Span(*match.span(1))
        sign = self.text[match.end() : match.end() + 1] if match.end() < end else ""
        if not self._good(match.group(1), name_at, end):
            return end
        if sign in ("", "#"):
            self.entries.append(Entry(match.group(1), name_at, None, Span(match.end(), match.end())))
            return end
        return self._value(match.group(1), name_at, match.end() + 1, end)

    def _good(self, name: str, at: Span, end: int) -> bool:
        if not name:
            self.errors.append(ParseError(Span(at.start, max(end, at.start)), "has no name before the `=`"))
            return False
        wrong = _WRONG.search(name)
        if wrong is None:
            return True
        if wrong.group() in " \t":
            message = f"the name `{_short(name)}` holds a space; a line is `NAME=value` or a comment after `#`"
        else:
            message = f"the name `{_short(name)}` holds the character `{wrong.group()}`, which no variable may"
        self.errors.append(ParseError(at, message))
        return False

    def _value(self, name: str, name_at: Span, start: int, end: int) -> int:
        while start < end and self.text[start] in " \t":
            start += 1
        quote = self.text[start] if start < end and self.text[start] in "'\"" else ""
        if quote:
            close = self._closing(start, quote)
            if close >= 0:
                self._quoted(name, name_at, Span(start, close + 1), quote)
                after = _LINE.match(self.text, close + 1)
                stop = close + 1 if after is None else after.end()
                if (sign := self.text.find("#", close + 1, stop)) >= 0:
                    self._comment(sign, stop, own_line=False)
                return stop
            message = f"the value of `{name}` opens with {quote} and never closes it"
            self.errors.append(ParseError(Span(start, end), message))
        comment = _COMMENT.search(self.text, start - 1, end)
        stop = end if comment is None else comment.start()
        if comment is not None:
            self._comment(comment.end() - 1, end, own_line=False)
        stop = max(stop, start)
        while stop > start and self.text[stop - 1] in " \t":
            stop -= 1
        self.entries.append(Entry(name, name_at, self.text[start:stop], Span(start, stop)))
        return end

    def _quoted(self, name: str, name_at: Span, at: Span, quote: str) -> None:
        value = self.text[at.start + 1 : at.end - 1]
        if quote == '"':
            value = _ESCAPE.sub(lambda match: _ESCAPES.get(match.group(1), match.group(1)), value)
        self.entries.append(Entry(name, name_at, value, at, quote))

    def _closing(self, start: int, quote: str) -> int:
        if quote in self.unclosed:
            return -1
        index = start
        while (index := self.text.find(quote, index + 1)) >= 0:
            slashes = index
            while slashes > start and self.text[slashes - 1] == "\\":
                slashes -= 1
            if (index - slashes) % 2 == 0:
                return index
        self.unclosed.add(quote)  # nothing further on can close one either
        return -1

    def _comment(self, start: int, end: int, *, own_line: bool) -> None:
        self.comments.append(Comment(Span(start, end), self.text[start + 1 : end].strip(), own_line))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004 - what a message can hold
