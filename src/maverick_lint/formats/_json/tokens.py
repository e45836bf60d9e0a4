"""The tokens of JSON (RFC 8259), and of JSONC: comments and commas before a closing bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Comment
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Scalar

TOKEN: Final = re.compile(
    r"[ \t\r\n]*+(?:"
    r"(?P<sign>[\[\]{}:,])"
    r'|(?P<string>"(?:[^"\\\r\n]|\\[^\r\n])*+"?)'
    r"|(?P<word>[^\s\[\]{}:,\"/]+|/(?![/*]))"
    r"|(?P<comment>//[^\r\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)"
    r"|(?P<end>\Z)"  # without it blanks at the end are tried from each of them anew
    r"|(?P<other>.)"
    r")",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(
    r"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_SIMPLE: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\Z")
WORDS: Final[dict[str, Scalar]] = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER: Final = 400


class Token:
    """A token: `kind` is "string", "sign" or "word"; `value` is what a string or word means.

    `problem` is "" or what is wrong with it. A dashboard has tens of thousands of tokens, so this is a plain class
    that makes its span only when it is asked for.
    """

    __slots__ = ("end", "kind", "problem", "start", "text", "value")

    def __init__(  # noqa: PLR0913 - the fields
        self, kind: str, text: str, start: int, end: int, value: Scalar = None, problem: str = ""
    ) -> None:
        """Take the fields."""
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.value = value
        self.problem = problem

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


def tokens(text: str, comments: list[Comment]) -> Iterator[Token]:
    """Yield the tokens of a text, blanks left out; comments are added to `comments`."""
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "end":
            break
        start, end = match.span(kind)
        raw = text[start:end]
        if kind == "sign":
            yield Token("sign", raw, start, end)
        elif kind == "string":
            value, problem = read_string(raw)
            yield Token("string", raw, start, end, value, problem)
        elif kind == "comment":
            comments.append(_comment(text, raw, Span(start, end)))
        else:
            word, problem = read_word(raw)
            yield Token("word", raw, start, end, word, problem)


def _comment(text: str, raw: str, span: Span) -> Comment:
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    return Comment(span, raw[2:].removesuffix("*/").strip(), not text[line : span.start].strip())


def read_string(raw: str) -> tuple[str, str]:
    """Return what a string with its quotes means, and "" or what is wrong with it."""
    if len(raw) == 1 or not raw.endswith('"') or _is_escaped(raw):
        return raw[1:], "the text has no closing quote"
    body = raw[1:-1]
    if "\\" not in body:
        problem = "" if body.isprintable() or not _has_control(body) else "the text holds a bare control character"
        return body, problem
    wrong = [bad.group() for bad in _ESCAPE.finditer(body) if not _is_known(bad.group(1))]
    problem = f"the escape `{wrong[0]}` is unknown" if wrong else ""
    return _ESCAPE.sub(_unescape, body), problem


def _has_control(body: str) -> bool:
    return any(character < " " for character in body)


def _is_escaped(raw: str) -> bool:
    """Say whether the last quote belongs to an escape, so that the text has no end."""
    body = raw[1:-1]
    return (len(body) - len(body.rstrip("\\"))) % 2 == 1


def _is_known(escape: str) -> bool:
    return escape in _SIMPLE or len(escape) > 1


def _unescape(match: re.Match[str]) -> str:
    escape = match.group(1)
    if len(escape) == 1:
        return _SIMPLE.get(escape, escape)
    first = int(escape[1:5], 16)
    if len(escape) == 5:  # noqa: PLR2004 - u and four digits
        return chr(first)
    second = int(escape[7:11], 16)  # a pair of surrogates: RFC 8259, section 7
    return chr(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))


def read_word(raw: str) -> tuple[Scalar, str]:
    """Return what a bare word means (a number, true, false, null), and "" or what is wrong with it."""
    if raw in WORDS:
        return WORDS[raw], ""
    if len(raw) <= _LONGEST_NUMBER and _INTEGER.match(raw):
        return int(raw), ""
    if _NUMBER.match(raw):
        return (float(raw) if len(raw) <= _LONGEST_NUMBER else raw), ""
    shown = raw if len(raw) <= 30 else raw[:30] + "..."  # noqa: PLR2004 - enough to know it by
    return raw, f"`{shown}` is no JSON value"
