"""The map as it is shown: nodes with their lines in files, joints of a pair as one, and the findings on both."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import builder, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from maverick_lint.core.finding import Finding, Location
    from maverick_lint.core.rule import Rule
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Place
    from maverick_lint.stack.map.model import DeploymentMap, MapNode

Area = tuple[tuple[int, int], tuple[int, int]]


@record
class Spot:
    """A place as people read it."""

    path: str
    line: int
    column: int


@builder
class Said:
    """What one place says about a joint: its words, where, and the numbers of the findings there."""

    label: str
    spot: Spot
    findings: list[int]


@builder
class Card:
    """A node: what the map has of it, where it is written, and the numbers of the findings about it."""

    node: MapNode
    spots: tuple[Spot, ...]
    findings: list[int]


@builder
class Edge:
    """All joints from one node to another, by the numbers of the cards."""

    source: int
    target: int
    said: list[Said]

    @property
    def findings(self) -> list[int]:
        """The numbers of the findings of all its joints."""
        return list(dict.fromkeys(number for one in self.said for number in one.findings))


@builder
class Drawing:
    """The map with the findings of rules that join files; `findings` are those that cards and edges number."""

    cards: list[Card]
    edges: list[Edge]
    findings: tuple[Finding, ...]
    elsewhere: int = 0


def drawing_of(
    drawn: DeploymentMap, findings: Iterable[Finding], rules: Mapping[str, Rule], source: Callable[[str], Source]
) -> Drawing:
    """Return the drawing of a map.

    A joint is broken when a finding of a rule that joins files stands at its place or names it as related. One that is
    at no joint belongs to the node in whose part of the file it stands; `elsewhere` counts those that have no node.
    """
    numbers = {node.id: number for number, node in enumerate(drawn.nodes)}
    cards = [Card(node, tuple(_spot(place, source) for place in node.places), []) for node in drawn.nodes]
    edges: dict[tuple[int, int], Edge] = {}
    own = {place for node in drawn.nodes for place in node.places}
    areas: dict[str, list[tuple[Area, Said]]] = {}
    for joint in drawn.joints:
        pair = numbers[joint.source], numbers[joint.target]
        said = Said(joint.label, _spot(joint.place, source), [])
        edges.setdefault(pair, Edge(*pair, [])).said.append(said)
        if joint.place not in own:
            areas.setdefault(joint.place.path, []).append((_area(joint.place, source), said))
    joining = [one for one in findings if one.rule in rules and rules[one.rule].needs == ("stack",)]
    kept: list[Finding] = []
    owners = _Owners(cards)
    for finding in joining:
        met = list(_met(finding, areas))
        card = None if met else owners.of(finding.location)
        for said in met:
            said.findings.append(len(kept))
        if card is not None:
            card.findings.append(len(kept))
        if met or card is not None:
            kept.append(finding)
    return Drawing(cards, list(edges.values()), tuple(kept), len(joining) - len(kept))


def _met(finding: Finding, areas: Mapping[str, list[tuple[Area, Said]]]) -> Iterator[Said]:
    seen: set[int] = set()
    for at in (finding.location, *(related.location for related in finding.related)):
        start, end = (at.start.line, at.start.column), (at.end.line, at.end.column)
        for area, said in areas.get(at.path, ()):
            touches = (area[0] < end and start < area[1]) or area[0] == start
            if touches and id(said) not in seen:
                seen.add(id(said))
                yield said


# A command names them: what is found further down in its file is not about them.
_NAMED_ONLY: Final = ("image", "container", "receiver", "volume", "network", "secret", "config")


class _Owners:
    """Finds the card in whose part of a file something stands: the one at its line, or the last that begins before."""

    def __init__(self, cards: list[Card]) -> None:
        self._cards = cards
        self._starts: dict[str, list[tuple[int, int]]] = {}
        self._at: dict[tuple[str, int], int] = {}
        for number, card in enumerate(cards):
            for spot in card.spots:
                self._at.setdefault((spot.path, spot.line), number)
                if card.node.kind not in _NAMED_ONLY:
                    self._starts.setdefault(spot.path, []).append((spot.line, number))
        for starts in self._starts.values():
            starts.sort()

    def of(self, at: Location) -> Card | None:
        exact = self._at.get((at.path, at.start.line))
        if exact is not None:
            return self._cards[exact]
        starts = self._starts.get(at.path)
        if not starts:
            return None
        index = bisect_right(starts, (at.start.line, len(self._cards))) - 1
        return self._cards[starts[max(index, 0)][1]] if index >= 0 or len(starts) == 1 else None


def _spot(place: Place, source: Callable[[str], Source]) -> Spot:
    at = source(place.path).position(place.span.start)
    return Spot(place.path, at.line, at.column)


def _area(place: Place, source: Callable[[str], Source]) -> Area:
    text = source(place.path)
    start, end = text.position(place.span.start), text.position(place.span.end)
    return (start.line, start.column), (end.line, end.column)
