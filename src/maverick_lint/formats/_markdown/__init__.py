"""Markdown, as far as rules over several files ask: headings with their anchors, and names of secrets.

Sources: spec.commonmark.org 0.31 (headings, fences), docs.github.com "Basic writing and formatting syntax" (section
links: letters to lower case, spaces to hyphens, other signs away, `-1` behind a heading that is there already).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.documents import DocumentFact, SecretList
from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.source import Source

_LINE: Final = re.compile(r"[^\n]*\n?")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t\r\n]*\Z")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+)[ \t\r\n]*\Z")
_ANCHOR: Final = re.compile(r"<[a-z][a-z0-9]*\s[^<>]{0,300}?\b(?:id|name)\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG: Final = re.compile(r"<[^<>]*>")
_SIGNS: Final = re.compile(r"[^\w\- ]")
_NAME: Final = re.compile(r"(?<![\w$.-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])")
# In lists, tables and code a name may be one word: `TOKEN`.
_LISTED: Final = re.compile(
    r"`([A-Z][A-Z0-9_]{2,})`|^[ \t]*(?:[-*+]|\|)[ \t]*(?:\*\*)?([A-Z][A-Z0-9_]{2,})\b", re.MULTILINE
)
_LONGEST: Final = 400_000
_WIDEST: Final = 1_000


@record
class _Heading:
    text: str
    level: int
    span: Span


def document_of(source: Source) -> Fact:
    """Return the fact of a document; of a very long one what its first part says."""
    text = source.text[:_LONGEST]
    path = source.path
    headings, plain = _read(text)
    anchors: dict[str, Place] = {}
    counts: dict[str, int] = {}
    for heading in headings:
        name = first = slug(heading.text)
        while name in anchors:
            counts[first] = counts.get(first, 0) + 1
            name = f"{first}-{counts[first]}"
        anchors[name] = Place(path, heading.span)
    for match in _ANCHOR.finditer(text):
        anchors.setdefault(match[1].lower(), Place(path, Span(*match.span(1))))
    names = frozenset({*_NAME.findall(text), *(one[0] or one[1] for one in _LISTED.findall(text))})
    place = Place(path, Span(0, 0))
    value = DocumentFact(path, place, tuple(anchors.items()), names, tuple(_secrets(path, headings, plain)))
    return Fact("document", path, value, place)


def slug(text: str) -> str:
    """Return the anchor of a heading that is not there twice."""
    plain = _TAG.sub("", _LINK.sub(r"\1", text))
    return _SIGNS.sub("", plain.strip().lower()).replace(" ", "-")


def _read(text: str) -> tuple[list[_Heading], str]:
    """Return the headings, and the text with as many blanks in the place of fenced code."""
    headings: list[_Heading] = []
    parts: list[str] = []
    fence = ""
    before: tuple[str, int] | None = None
    for match in _LINE.finditer(text):
        line, start = match[0], match.start()
        opened = _FENCE.match(line)
        if fence or opened is not None:
            if opened is not None and not fence:
                fence = opened[1]
            elif opened is not None and opened[1].startswith(fence) and not line.strip(" \t\r\n`~"):
                fence = ""
            parts.append(" " * (len(line) - 1) + line[-1:])
            before = None
            continue
        parts.append(line)
        heading = _HEADING.match(line) if len(line) <= _WIDEST else None
        if heading is not None:
            span = Span(start + max(heading.start(2), 0), start + max(heading.end(2), len(heading[1])))
            headings.append(_Heading(heading[2] or "", len(heading[1]), span))
            before = None
        elif before is not None and _UNDERLINE.match(line) is not None:
            level = 1 if "=" in line else 2
            headings.append(_Heading(before[0], level, Span(before[1], before[1] + len(before[0]))))
            before = None
        else:
            shown = line.strip()
            at = start + len(line) - len(line.lstrip())
            before = (shown, at) if shown and not shown.startswith(("|", "-", "*", ">", "+")) else None
    return headings, "".join(parts)


def _secrets(path: str, headings: list[_Heading], plain: str) -> Iterator[SecretList]:
    """Yield the sections whose heading speaks of secrets, with what they list."""
    for number, heading in enumerate(headings):
        if "secret" not in heading.text.lower():
            continue
        after = (headings[later] for later in range(number + 1, len(headings)))
        end = next((one.span.start for one in after if one.level <= heading.level), len(plain))
        found = (one[0] or one[1] for one in _LISTED.findall(plain[heading.span.end : end]))
        names = tuple(dict.fromkeys(found))
        if names:
            yield SecretList(heading.text, Place(path, heading.span), names)
