"""The map as SVG: inside a page, where nodes and joints lead to what is written of them, or as a picture of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.report.html.markup import asset, escaped, palette
from maverick_lint.report.map.geometry import Size, Tie
from maverick_lint.report.map.layout import laid_out
from maverick_lint.report.map.words import LONGEST_NAME, cells, labels, plain, second_line, title

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.source import Source
    from maverick_lint.report.map.drawing import Card, Drawing, Edge
    from maverick_lint.report.map.geometry import Box, Line, Point

_NAME: Final = 7.9  # a character of the 13px fixed-width font of names, with some room: fonts differ
_SMALL: Final = 6.9  # of the 11.5px one of the other texts
_PADDING: Final = 28.0
_TALL: Final = 44.0
_LABEL_LINE: Final = 14.0
_BENT: Final = 0.5


def as_svg(drawing: Drawing, source: Callable[[str], Source]) -> str:  # noqa: ARG001 - every form takes both
    """Return a file that stands alone, light or dark as its reader's screen is; titles hold what a page would say."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_drawn(drawing, linked=False)}\n'


def inline(drawing: Drawing) -> str:
    """Return the drawing for a page that has its styles, and says more about node N under the id `node-N`."""
    return _drawn(drawing, linked=True)


def _drawn(drawing: Drawing, *, linked: bool) -> str:
    sizes = [_size(card) for card in drawing.cards]
    ties = [Tie(edge.source, edge.target, _label_size(edge)) for edge in drawing.edges]
    layout = laid_out(sizes, ties)
    area = f'width="{layout.width:g}" height="{layout.height:g}"'
    view = f'viewBox="0 0 {layout.width:g} {layout.height:g}" role="group" aria-label="The map of the deployment"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" class="map" {area} {view}>']
    if not linked:
        parts.append(f"<style>{palette()}{asset('drawing.css')}</style>")
    parts.append(f"<defs>{_marker('arrow')}{_marker('arrow-bad')}</defs>")
    if not linked:
        parts.append(f'<rect class="ground" {area}/>')
    order = sorted(range(len(drawing.edges)), key=lambda number: bool(drawing.edges[number].findings))
    parts += [_edge(drawing, drawing.edges[number], layout.lines[number], linked=linked) for number in order]
    parts += [
        _card(drawing, number, card, box, linked=linked)
        for number, (card, box) in enumerate(zip(drawing.cards, layout.boxes, strict=True))
    ]
    return "\n".join([*parts, "</svg>"])


def _marker(name: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" '
        'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5 8 4 0 7.5z"/></marker>'
    )


def _size(card: Card) -> Size:
    wide = max(cells(plain(card.node.name, LONGEST_NAME)) * _NAME, cells(second_line(card)) * _SMALL)
    return Size(round(wide + _PADDING, 1), _TALL)


def _label_size(edge: Edge) -> Size:
    texts = _texts(edge)
    return Size(round(max(map(cells, texts)) * _SMALL + 6, 1), _LABEL_LINE * len(texts) + 6)


def _texts(edge: Edge) -> list[str]:
    texts = labels(edge)
    return [f"✕ {texts[0]}", *texts[1:]] if edge.findings else texts


def _group(kind: str, target: str, data: str, tip: str, inner: str) -> str:
    """Return a part of the drawing: a link to `target`, or without one a group with a title."""
    if not target:
        return f'<g class="{kind}"><title>{escaped(tip)}</title>{inner}</g>'
    words = escaped(tip)
    return f'<a class="{kind}" {data} href="#{target}" data-tip="{words}" aria-label="{words}">{inner}</a>'


def _edge(drawing: Drawing, edge: Edge, line: Line, *, linked: bool) -> str:
    source, target = drawing.cards[edge.source], drawing.cards[edge.target]
    said = ", ".join(dict.fromkeys(plain(one.label, 80) for one in edge.said[:6]))
    tip = f"{title(source, 60)} → {title(target, 60)}: {said}"
    if edge.findings:
        tip = "Broken: " + tip + ". " + " ".join(plain(drawing.findings[one].message) for one in edge.findings[:3])
    path = _path(line.points)
    texts = "".join(
        f'<text x="{line.label.x + 2:g}" y="{line.label.y + _LABEL_LINE * (index + 1) - 3:g}">{escaped(text)}</text>'
        for index, text in enumerate(_texts(edge))
    )
    arrow = "arrow-bad" if edge.findings else "arrow"
    inner = f'<path class="reach" d="{path}"/><path class="line" d="{path}" marker-end="url(#{arrow})"/>{texts}'
    kind = "edge bad" if edge.findings else "edge"
    data = f'data-ends="{edge.source} {edge.target}"'
    return _group(kind, f"node-{edge.source}" if linked else "", data, tip, inner)


def _path(points: tuple[Point, ...]) -> str:
    """Return a path that is curved in the gaps, and straight in the columns: between each second pair of points."""
    parts = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for index in range(1, len(points)):
        (x1, y1), (x2, y2) = points[index - 1], points[index]
        if index % 2 == 0 or y1 == y2:
            parts.append(f"L{x2:g} {y2:g}")
        else:
            bend = round((x2 - x1) * _BENT, 1)
            parts.append(f"C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}")
    return "".join(parts)


def _card(drawing: Drawing, number: int, card: Card, box: Box, *, linked: bool) -> str:
    where = ", ".join(f"{plain(spot.path, 80)}:{spot.line}" for spot in card.spots[:2])
    tip = title(card) + (f", {plain(card.node.detail)}" if card.node.detail else "") + (f" ({where})" if where else "")
    badge = ""
    if card.findings:
        tip += ". " + " ".join(plain(drawing.findings[one].message) for one in card.findings[:3])
        x, shown = box.x + box.width - 4, min(len(card.findings), 99)
        badge = f'<circle class="badge" cx="{x:g}" cy="{box.y + 4:g}" r="10"/>'
        badge += f'<text class="badge-text" x="{x:g}" y="{box.y + 8:g}">{shown}</text>'
    levels = {drawing.findings[one].level for one in card.findings}
    level = " bad" if "error" in levels else " warned" if levels else ""
    texts = (("name", 19, plain(card.node.name, LONGEST_NAME)), ("more", 35, second_line(card)))
    inner = (
        f'<rect class="box" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="6"/>'
        f'<rect class="kind" x="{box.x + 5:g}" y="{box.y + 7:g}" width="4" height="{box.height - 14:g}" rx="2"/>'
    )
    inner += "".join(
        f'<text class="{name}" x="{box.x + 16:g}" y="{box.y + down:g}">{escaped(text)}</text>'
        for name, down, text in texts
    )
    target = f"node-{number}" if linked else ""
    return _group(f"node {card.node.kind}{level}", target, f'data-node="{number}"', tip, inner + badge)
