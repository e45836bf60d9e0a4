"""The map as a page: the drawing, its broken joints, and what is written of each node behind a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Location
from maverick_lint.core.span import Position
from maverick_lint.report.html.findings import excerpt, link
from maverick_lint.report.html.markup import escaped, header, page
from maverick_lint.report.map.svg import inline
from maverick_lint.report.map.text import summary
from maverick_lint.report.map.words import plain, title
from maverick_lint.stack.map.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.source import Source
    from maverick_lint.report.map.drawing import Card, Drawing, Edge, Said, Spot

_LEGEND: Final = (
    ("k-work", "jobs, scripts, units"),
    ("k-image", "images and Dockerfiles"),
    ("k-proxy", "nginx"),
    ("k-run", "services and containers"),
    ("k-watch", "monitoring"),
    ("k-outside", "outside the repository"),
    ("error-fill", "broken"),
)
_BUTTONS: Final = (
    ("out", "&minus;", ' aria-label="Smaller"'),
    ("in", "+", ' aria-label="Larger"'),
    ("fit", "Fit the width", ""),
    ("one", "Full size", ""),
)
_MOST_PLACES: Final = 4


def as_html(drawing: Drawing, source: Callable[[str], Source]) -> str:
    """Return the page of a map."""
    links = (("map", "Map"), ("broken", "Broken joints"), ("parts", "Parts"))
    body = [
        header("The map of the deployment", summary(drawing), links),
        '<main id="main">',
        section(drawing, source),
        "</main>",
    ]
    return page("The map of the deployment", "\n".join(body))


def section(drawing: Drawing, source: Callable[[str], Source]) -> str:
    """Return the part of a page that holds a map, with everything that it says of joints and nodes."""
    legend = "".join(f'<li><i style="background:var(--{colour})"></i>{escaped(text)}</li>' for colour, text in _LEGEND)
    buttons = "".join(
        f'<button type="button" id="zoom-{name}"{aside}>{text}</button>' for name, text, aside in _BUTTONS
    )
    parts = [
        '<section id="map"><h2>Map</h2>',
        f'<div class="tools">{buttons}<span id="zoomed" class="count">100 %</span></div>',
        f'<div class="canvas" tabindex="0" role="region" aria-label="Drawing of the map">{inline(drawing)}</div>',
        f'<ul class="legend">{legend}</ul></section>',
        f'<section id="broken"><h2>Broken joints</h2>{_broken(drawing)}</section>',
    ]
    if about := _about_parts(drawing):
        parts.append(f'<section id="troubled"><h2>Findings about parts of the map</h2>{about}</section>')
    parts.append(f'<section id="parts"><h2>Parts</h2>{_parts(drawing, source)}</section>')
    return "\n".join(parts)


def _broken(drawing: Drawing) -> str:
    items = []
    for edge in drawing.edges:
        source, target = drawing.cards[edge.source], drawing.cards[edge.target]
        for said in edge.said:
            for number in said.findings:
                head = f"{_reference(edge.source, source)} → {_reference(edge.target, target)}: {_words(said.label)}"
                items.append(_finding(drawing, number, head))
    return f"<ol>{''.join(items)}</ol>" if items else "<p>None.</p>"


def _about_parts(drawing: Drawing) -> str:
    """Return the findings that are about a node and no joint, "" for none."""
    items = [
        _finding(drawing, number, _reference(index, card))
        for index, card in enumerate(drawing.cards)
        for number in card.findings
    ]
    return f"<ol>{''.join(items)}</ol>" if items else ""


def _reference(number: int, card: Card) -> str:
    return f'<a href="#node-{number}">{escaped(title(card, 80))}</a>'


def _words(text: str) -> str:
    return escaped(plain(text, 120))


def _finding(drawing: Drawing, number: int, head: str) -> str:
    found = drawing.findings[number]
    at = f"{escaped(found.location.path)}:{found.location.start.line}"
    return (
        f'<li class="finding {found.level}"><p><span class="level">{found.level}</span> {head}</p>'
        f'<p>{escaped(found.message)}</p><p class="where"><code>{at}</code> {link(found.rule)}</p></li>'
    )


def _parts(drawing: Drawing, source: Callable[[str], Source]) -> str:
    leaving: dict[int, list[Edge]] = {}
    entering: dict[int, list[Edge]] = {}
    for edge in drawing.edges:
        leaving.setdefault(edge.source, []).append(edge)
        entering.setdefault(edge.target, []).append(edge)
    order = sorted(range(len(drawing.cards)), key=lambda number: [*KINDS].index(drawing.cards[number].node.kind))
    return "\n".join(
        _part(drawing, number, leaving.get(number, []), entering.get(number, []), source) for number in order
    )


def _part(
    drawing: Drawing, number: int, leaving: list[Edge], entering: list[Edge], source: Callable[[str], Source]
) -> str:
    card = drawing.cards[number]
    broken = len(card.findings) + sum(bool(edge.findings) for edge in (*leaving, *entering))
    note = f' <span class="bad-text">✕ {broken}</span>' if broken else ""
    detail = f' <span class="kindname">{_words(card.node.detail)}</span>' if card.node.detail else ""
    joints = [
        f"<li>{_said(one)} → {_reference(edge.target, drawing.cards[edge.target])} {_where(one.spot)}</li>"
        for edge in leaving
        for one in edge.said
    ] + [
        f"<li>{_reference(edge.source, drawing.cards[edge.source])}: {_said(one)} → this {_where(one.spot)}</li>"
        for edge in entering
        for one in edge.said
    ]
    messages = [f"<li>{escaped(drawing.findings[one].message)}</li>" for one in card.findings]
    places = "".join(f"<p>{_where(spot)}</p>{_lines(spot, source)}" for spot in card.spots[:_MOST_PLACES])
    listed = f"<ul>{''.join([*messages, *joints])}</ul>" if messages or joints else ""
    return (
        f'<details id="node-{number}"><summary><span class="kindname">{KINDS[card.node.kind]}</span> '
        f"<strong>{_words(card.node.name)}</strong>{detail}{note}</summary>{places or '<p>Outside the repository.</p>'}"
        f"{listed}</details>"
    )


def _said(one: Said) -> str:
    return f'<span class="bad-text">✕ {_words(one.label)}</span>' if one.findings else _words(one.label)


def _where(spot: Spot) -> str:
    return f'<code class="where">{escaped(spot.path, 300)}:{spot.line}</code>'


def _lines(spot: Spot, source: Callable[[str], Source]) -> str:
    start = Position(spot.line, spot.column)
    return excerpt(Location(spot.path, start, start), source, 2)
