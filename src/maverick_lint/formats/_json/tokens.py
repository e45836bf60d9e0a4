"""The tokens of JSON (RFC 8259), and of JSONC: comments and commas before a closing bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Comment
from maverick_lint.core.record import record
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Scalar

_TOKEN: Final = re.compile(
    r"(?P<blank>[ \t\r\n]+)"
    r"|(?P<comment>//[^\r\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)"
    r'|(?P<string>"(?:[^"\\\r\n]|\\[^\r\n])*+"?)'
    r"|(?P<sign>[\[\]{}:,])"
    r"|(?P<word>[^\s\[\]{}:,\"/]+|/)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(
    r"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_SIMPLE: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: Final[dict[str, Scalar]] = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER: Final = 400


@record
class Token:
    """A token: `kind` is "string", "sign" or "word"; `value` is what a string or word means.

    `problem` is "" or what is wrong with it.
    """

    kind: str
    text: str
    span: Span
    value: Scalar = None
    problem: str = ""


def tokens(text: str, comments: list[Comment]) -> Iterator[Token]:
    """Yield the tokens of a text, blanks left out; comments are added to `comments`."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "blank":
            continue
        span = Span(*match.span())
        if kind == "comment":
            comments.append(_comment(text, match.group(), span))
        elif kind == "string":
            yield _string(match.group(), span)
        elif kind == "sign":
            yield Token("sign", match.group(), span)
        else:
            yield _word(match.group(), span)


def _comment(text: str, raw: str, span: Span) -> Comment:
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    return Comment(span, raw[2:].removesuffix("*/").strip(), not text[line : span.start].strip())


def _string(raw: str, span: Span) -> Token:
    if len(raw) == 1 or not raw.endswith('"') or _is_escaped(raw):
        return Token("string", raw, span, raw[1:], "the text has no closing quote")
    body = raw[1:-1]
    if "\\" not in body:
        problem = "" if body.isprintable() or not _has_control(body) else "the text holds a bare control character"
        return Token("string", raw, span, body, problem)
    wrong = [bad.group() for bad in _ESCAPE.finditer(body) if not _is_known(bad.group(1))]
    problem = f"the escape `{wrong[0]}` is unknown" if wrong else ""
    return Token("string", raw, span, _ESCAPE.sub(_unescape, body), problem)


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


def _word(raw: str, span: Span) -> Token:
    if raw in _WORDS:
        return Token("word", raw, span, _WORDS[raw])
    if len(raw) <= _LONGEST_NUMBER and _INTEGER.match(raw):
        return Token("word", raw, span, int(raw))
    if _NUMBER.match(raw):
        return Token("word", raw, span, float(raw) if len(raw) <= _LONGEST_NUMBER else raw)
    shown = raw if len(raw) <= 30 else raw[:30] + "..."  # noqa: PLR2004 - enough to know it by
    return Token("word", raw, span, raw, f"`{shown}` is no JSON value")
