"""Findings as lists of HTML, each with the lines that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint import HOME
from maverick_lint.report.html.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maverick_lint.core.finding import Finding, Location
    from maverick_lint.core.rule import Rule
    from maverick_lint.core.source import Source

_WIDE: Final = 150
_BEFORE: Final = 60
_MOST_RELATED: Final = 6


def item(found: Finding, rules: Mapping[str, Rule], excerpt: str, name: str = "") -> str:
    """Return a finding as an item of a list, with an excerpt that `excerpt` or `line_of` has made."""
    rule = rules.get(found.rule)
    sections = " ".join(part.strip() for part in rule.standard.split(",")) if rule is not None else ""
    start = found.location.start
    path = escaped(found.location.path)
    related = "".join(
        f"<li><code>{escaped(one.location.path, 200)}:{one.location.start.line}</code> {escaped(one.message, 300)}</li>"
        for one in found.related[:_MOST_RELATED]
    )
    more = f"<ul>{related}</ul>" if related else ""
    anchor = f' id="{name}"' if name else ""
    return (
        f'<li{anchor} class="finding {found.level}" data-level="{found.level}" data-rule="{escaped(found.rule)}" '
        f'data-section="{escaped(sections)}" data-path="{path}"><p><span class="level">{found.level}</span> '
        f"<code>{path}:{start.line}:{start.column}</code> {link(found.rule)}</p><p>{escaped(found.message)}</p>"
        f"{excerpt}{more}</li>"
    )


def link(rule: str) -> str:
    """Return a link to the page of a rule."""
    name = escaped(rule)
    return f'<a class="rule" href="{HOME}/blob/main/docs/rules/{name}.md">{name}</a>'


def excerpt(at: Location, source: Callable[[str], Source], around: int = 1) -> str:
    """Return the line of a place with the place marked, and some lines around it; "" where it cannot be read."""
    try:
        text = source(at.path)
    except OSError:
        return ""
    lines = []
    last = len(text.line_starts)
    for number in range(max(1, at.start.line - around), min(last, at.start.line + around) + 1):
        span = text.line_span(number)
        whole = text.text[span.start : span.end]
        shown = _marked(whole, at) if number == at.start.line else escaped(whole, _WIDE)
        lines.append(f"<b>{number:>4} </b>{shown}")
    return f"<pre>{chr(10).join(lines)}</pre>" if any(text.text) else ""


def _marked(line: str, at: Location) -> str:
    """Return a line with the place in it marked; a long line is cut to what stands around the place."""
    start = at.start.column - 1
    end = at.end.column - 1 if at.end.line == at.start.line else len(line)
    cut = max(0, start - _BEFORE) if len(line) > _WIDE else 0
    shown = line[cut : cut + _WIDE]
    left, right = start - cut, min(max(end, start + 1), cut + _WIDE) - cut
    lead = "…" if cut else ""
    tail = "…" if cut + _WIDE < len(line) else ""
    marked = f"<mark>{escaped(shown[left:right])}</mark>" if shown[left:right] else ""
    return f"{lead}{escaped(shown[:left])}{marked}{escaped(shown[right:])}{tail}"
