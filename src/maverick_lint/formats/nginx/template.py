"""Templates of nginx configurations: tags are blanked at equal length, so that every offset stays true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# A character of a private plane stands for text that a template decides.
UNKNOWN: Final = "\ue000"
_OPENER: Final = re.compile(r"\{\{|\{%|\{#|<%")
_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>"}
_CONTROL: Final = re.compile(
    r"\{[%#]|<%(?!=)|\{\{-?\s*(?:(?:if|else|end|range|with|define|template|block)\b|/\*|#|/|\$?\w+\s*:?=)"
)
_LONGEST: Final = 4000
# envsubst replaces names of the environment; by custom they are written in upper case, and nginx has none such.
ENVIRONMENT: Final = re.compile(
    r"\$\{?[A-Z][A-Z0-9_]*\b|\$\{\w*[^\w}]|%[A-Z][A-Z0-9_]{2,}%|@[A-Z][A-Z0-9_]{2,}@|__[A-Z][A-Z0-9_]*__"
)


def blanked(text: str) -> tuple[str, Sequence[int]]:
    """Return the text with its tags replaced at equal length, and the offsets of the tags that control.

    A tag that stands for a value becomes a word of unknown characters; one that controls (`{% if %}`) becomes blanks.
    """
    if "{{" not in text and "{%" not in text and "<%" not in text and "#}" not in text:
        return text, ()
    pieces: list[str] = []
    controls: list[int] = []
    done = 0
    absent: set[str] = set()
    for opener in _OPENER.finditer(text):
        start = opener.start()
        closer = _CLOSERS[opener.group()]
        if start < done or closer in absent:
            continue
        end = text.find(closer, start + 2)
        if end < 0:
            absent.add(closer)
            continue
        tag = text[start : end + len(closer)] if end - start < _LONGEST else ""
        if not tag or (tag.startswith("{#") and "\n" in tag):
            continue
        pieces.append(text[done:start])
        if _CONTROL.match(tag):
            controls.append(start)
            pieces.append("".join(character if character in "\r\n" else " " for character in tag))
        else:
            pieces.append(UNKNOWN * len(tag))
        done = end + len(closer)
    pieces.append(text[done:])
    return "".join(pieces), controls
