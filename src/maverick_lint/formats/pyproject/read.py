"""TOML with positions: tomllib gives the values, a line scan the places of tables and keys."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Comment, ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats.pyproject.model import Toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.source import Source

LIMIT: Final = 500_000
# tomllib takes time that grows with the square of the parts of one key, and recurses into nested arrays.
_DEEP_KEY: Final = re.compile(r"^[ \t]*\[{0,2}(?:[^=\n.]*+\.){64}", re.MULTILINE)
_LINE: Final = re.compile(
    r"^[ \t]*(?:\[\[?(?P<table>[^\]\r\n]+)\]\]?|(?P<key>[A-Za-z0-9_\-\"'.]+)[ \t]*=(?P<value>[^\r\n]*))", re.MULTILINE
)
_WHERE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_FENCE: Final = re.compile(r'"""|\'\'\'')


def read_toml(source: Source) -> tuple[Toml | None, list[ParseError]]:
    """Return the values of a text with their places, or None and what is wrong."""
    text = source.text
    if len(text) > LIMIT:
        return None, [ParseError(Span(0, 0), f"the file has over {LIMIT:,} characters, and is not read")]
    deep = _DEEP_KEY.search(text)
    if deep is not None:
        return None, [ParseError(Span(*deep.span()), "the key has over 64 parts; the file is not read")]
    try:
        # The specification allows LF and CR LF only, and tomllib counts lines by LF.
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, [_error(source, str(error))]
    except (RecursionError, ValueError):
        return None, [ParseError(Span(0, 0), "the file holds a value that cannot be read")]
    return Toml(data, dict(_spans(text))), []


def _error(source: Source, message: str) -> ParseError:
    match = _WHERE.search(message)
    problem = "the TOML is not valid: " + (message[: match.start()] if match else message)
    text = source.text
    if match is None or match.group(1) is None:
        start = max(len(text.rstrip()) - 1, 0)
        return ParseError(Span(start, min(start + 1, len(text))), problem)
    # tomllib reads CR LF as LF, so the line holds good and the column too.
    start = 0
    for _ in range(int(match.group(1)) - 1):
        start = text.find("\n", start) + 1
    start = min(start + int(match.group(2)) - 1, len(text))
    while start > 0 and text[start : start + 1] in ("", " ", "\t", "\r", "\n"):
        start -= 1  # what is missing is missing after the last character that can be seen
    end = start + 1
    while end < len(text) and text[end] not in " \t\r\n":
        end += 1
    return ParseError(Span(start, min(end, len(text))), problem)


def _spans(text: str) -> Iterator[tuple[str, Span]]:
    table = ""
    skip = 0
    seen: set[str] = set()
    for match in _LINE.finditer(text):
        if match.start() < skip:
            continue
        if match.group("table") is not None:
            table = _path(match.group("table"))
            name, span = table, Span(*match.span("table"))
        else:
            key = _path(match.group("key"))
            name, span = f"{table}.{key}" if table else key, Span(*match.span("key"))
            skip = _end_of_text(text, match.start("value"), match.end("value"))
        if name not in seen:
            seen.add(name)
            yield name, span


def _end_of_text(text: str, start: int, end: int) -> int:
    """Return where a text over several lines that begins in this value ends; 0 when none does."""
    fence = _FENCE.search(text, start, end)
    if fence is None or "#" in text[start : fence.start()] or text.count(fence.group(), start, end) > 1:
        return 0
    close = text.find(fence.group(), fence.end())
    return close + 3 if close >= 0 else len(text)


def _path(raw: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in raw.split("."))


def comments_of(text: str) -> tuple[Comment, ...]:
    """Return the comments of a TOML text: a `#` that stands in no text."""
    found = []
    for match in _COMMENT.finditer(text):
        if match.group("hash") is not None:
            start = match.start("hash")
            line = text.rfind("\n", 0, start) + 1
            found.append(
                Comment(Span(start, match.end()), match.group("hash")[1:].strip(), not text[line:start].strip())
            )
    return tuple(found)


_COMMENT: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?'
    r"|'''(?:[^']|'(?!''))*+(?:''')?"
    r'|"(?:[^"\\\r\n]|\\[^\r\n])*+"?'
    r"|'[^'\r\n]*+'?"
    r"|(?P<hash>#[^\r\n]*)",
    re.DOTALL,
)
