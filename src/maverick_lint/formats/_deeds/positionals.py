"""Positional parameters that a script uses without checking that they are given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from maverick_lint.core.source import Source
    from maverick_lint.formats._shell import model as syntax

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t;]))#[^\n]*", re.MULTILINE)
_SINGLE: Final = re.compile(r"'[^'\n]*'")
_USED: Final = re.compile(r"(?<![\\$])\$(?:([1-9])|\{([1-9])\})")
# Any of these looks at the arguments: their number, a default or message, an option parser, a test of one.
_COUNTED: Final = re.compile(r"\$#|\$\{#[@*]?\}|\bgetopts?\b|\bBASH_ARGC\b")
_CHECKED: Final = (
    r"\$\{%s:?[?=+-]|(?:\[\[?|\btest)\s[^\n;]{0,120}\$\{?%s\b|\bcase\s+[\"']?\$\{?%s\b|-[nz]\s+[\"']?\$\{?%s\b"
)
_COPIED: Final = r"\b([A-Za-z_]\w*)=[\"']?\$\{?%s\b"


def unguarded(script: syntax.Script, functions: tuple[Span, ...]) -> tuple[tuple[str, Place], ...]:
    """Return each positional parameter used without a check, with the place of its first use.

    `functions` are the spans of function bodies in the script's text: parameters there are the function's own.
    """
    whole = _COMMENT.sub(_blank, script.source.text)
    if _COUNTED.search(whole):
        return ()
    found: dict[str, Place] = {}
    for match in _USED.finditer(_SINGLE.sub(_blank, _without(whole, functions))):
        number = match[1] or match[2]
        if number not in found and not _is_checked(whole, number):
            found[number] = _place(script.source, match)
    return tuple(sorted(found.items()))


def _is_checked(text: str, number: str) -> bool:
    if re.search(_CHECKED.replace("%s", number), text):
        return True
    # `IMAGE=$1`, and IMAGE is looked at afterwards
    copy = re.search(_COPIED.replace("%s", number), text)
    return copy is not None and re.search(_CHECKED.replace("%s", copy[1]), text[copy.end() :]) is not None


def _place(source: Source, match: re.Match[str]) -> Place:
    return Place(source.path, source.outer(Span(*match.span())))


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text with stretches blanked, offsets unchanged."""
    parts: list[str] = []
    position = 0
    for span in spans:
        if span.start >= position:
            parts += [text[position : span.start], " " * (span.end - span.start)]
            position = span.end
    return "".join([*parts, text[position:]])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
