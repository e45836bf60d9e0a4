"""The words and signs of JavaScript.

Source: ECMA-262, chapter 12 "Lexical Grammar" (16th edition, June 2025).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from typing import NoReturn

Kind = Literal["name", "number", "string", "sign", "template", "private", "end"]
_BLANK: Final = re.compile(r"(?:\s|\ufeff|//[^\n\r\u2028\u2029]*|/\*(?:[^*]|\*(?!/))*\*/)*")
_NAME: Final = re.compile(r"(?:[\w$\u200c\u200d]|\\u[0-9a-fA-F]{4}|\\u\{[0-9a-fA-F]{1,6}\})+")
_NUMBER: Final = re.compile(
    r"0[xX][\da-fA-F_]+n?|0[oO][0-7_]+n?|0[bB][01_]+n?|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?n?"
)
_STRING: Final = re.compile(r"\"(?:[^\"\\\n\r]|\\(?:\r\n|[\s\S]))*\"|'(?:[^'\\\n\r]|\\(?:\r\n|[\s\S]))*'")
_SIGN: Final = re.compile(
    r">>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*="
    r"|/=|%=|&=|\|=|\^=|<<|>>|\*\*|[{}()\[\];,<>+\-*/%&|^!~?:=.@]"
)
_CHUNK: Final = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*")
_REGEX: Final = re.compile(r"/(?:[^/\\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+/[A-Za-z]*")
_FLAGS: Final = re.compile(r"[dgimsuvy]*\Z")


class Fault(Exception):  # noqa: N818 - what is wrong with a script, found by a parser
    """A place at which a script cannot be read, and why."""

    def __init__(self, start: int, end: int, message: str) -> None:
        """Take the place and what is wrong there."""
        super().__init__(message)
        self.start = start
        self.end = max(end, start + 1)


class GiveUp(Exception):  # noqa: N818 - nothing is wrong
    """The script is more than the parser cares to follow."""


@record
class Token:
    """A word or a sign; `broken` when a line ends between it and the one before."""

    kind: Kind
    text: str
    start: int
    end: int
    broken: bool = False


class Tokens:
    """The tokens of a text, one at a time: whether `/` begins a regular expression only the parser knows."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self.text = text
        self.now = Token("end", "", 0, 0)
        self.last = self.now
        self._next(0)

    def advance(self) -> Token:
        """Go on to the next token, and return the one that was there."""
        self.last = self.now
        self._next(self.now.end)
        return self.last

    def ahead(self) -> Token:
        """Return the token after this one without going on; not to be asked before a regular expression."""
        now, last = self.now, self.last
        try:
            self._next(now.end)
            found = self.now
        except Fault:
            found = Token("end", "", now.end, now.end)
        self.now, self.last = now, last
        return found

    def regex(self) -> None:
        """Read the regular expression that the `/` at hand begins."""
        match = _REGEX.match(self.text, self.now.start)
        if match is None:
            raise Fault(self.now.start, self.now.end, "this regular expression is never closed by `/`")
        if _FLAGS.match(match[0].rpartition("/")[2]) is None:
            raise Fault(match.start(), match.end(), "the regular expression has flags that there are not")
        self.last = Token("string", match[0], match.start(), match.end(), self.now.broken)
        self._next(match.end())

    def chunk(self, position: int) -> bool:
        """Read a piece of a template from a position on; say whether an expression follows."""
        match = _CHUNK.match(self.text, position)
        end = position if match is None else match.end()
        if self.text.startswith("${", end):
            self._next(end + 2)
            return True
        if not self.text.startswith("`", end):
            raise Fault(self.now.start, self.now.start + 1, "this template is never closed by a backtick")
        self.last = Token("template", "`", end, end + 1)
        self._next(end + 1)
        return False

    def _next(self, position: int) -> None:
        text = self.text
        blank = _BLANK.match(text, position)
        start = position if blank is None else blank.end()
        between = text[position:start]
        broken = any(sign in between for sign in "\n\r\u2028\u2029") or position == 0
        if start >= len(text):
            self.now = Token("end", "", len(text), len(text), broken=True)
            return
        self.now = self._token(text, start, broken=broken)

    def _token(self, text: str, start: int, *, broken: bool) -> Token:
        first = text[start]
        if first.isdigit() or (first == "." and text[start + 1 : start + 2].isdigit()):
            number = _NUMBER.match(text, start)
            end = start + 1 if number is None else number.end()
            if _NAME.match(text, end):
                self._fail(end, "a number ends here, and a name follows without a blank")
            return Token("number", text[start:end], start, end, broken)
        name = _NAME.match(text, start)
        if name is not None:
            return Token("name", name[0], start, name.end(), broken)
        if first in "\"'":
            string = _STRING.match(text, start)
            if string is None:
                raise Fault(start, start + 1, f"this text is never closed by `{first}` in its line")
            return Token("string", string[0], start, string.end(), broken)
        if first == "`":
            return Token("template", "`", start, start + 1, broken)
        if first == "#":
            private = _NAME.match(text, start + 1)
            if private is not None:
                return Token("private", private[0], start, private.end(), broken)
        if text.startswith("/*", start):
            raise Fault(start, start + 2, "this comment is never closed by `*/`")
        sign = _SIGN.match(text, start)
        if sign is None:
            self._fail(start, f"`{first}` cannot stand here")
        return Token("sign", sign[0], start, sign.end(), broken)

    def _fail(self, start: int, message: str) -> NoReturn:
        raise Fault(start, start + 1, message)
