"""Templates of nginx configurations: tags are blanked at equal length, so that every offset stays true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span

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
_RENDERED: Final = ("templat", "{{", "jinja", "roles/", "charts/", "cookiecutter")
_SUFFIXES: Final = (".j2", ".jinja", ".jinja2", ".erb", ".tpl", ".tmpl", ".in")
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
    ends: dict[str, int] = {}
    for opener in _OPENER.finditer(text):
        start = opener.start()
        closer = _CLOSERS[opener.group()]
        if start < done:
            continue
        # The next closer is looked for once, not again for each opener before it.
        end = ends.get(closer, -1)
        if end < start + 2:
            found = text.find(closer, start + 2)
            end = ends[closer] = found if found >= 0 else len(text)
        if end - start > _LONGEST or end == len(text):
            continue
        tag = text[start : end + len(closer)]
        if tag.startswith("{#") and "\n" in tag:
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


def unfilled(text: str, path: str) -> Span | None:
    """Return the first placeholder of a blanked text, unless the path says that something renders the file."""
    lower = path.lower()
    if any(word in lower for word in _RENDERED) or lower.endswith(_SUFFIXES):
        return None
    start = text.index(UNKNOWN)
    end = next((at for at in range(start, len(text)) if text[at] != UNKNOWN), len(text))
    return Span(start, end)
