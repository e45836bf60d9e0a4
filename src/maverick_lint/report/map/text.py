"""The map as a tree for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.report.map.words import count, plain, title

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.source import Source
    from maverick_lint.report.map.drawing import Drawing, Edge


def as_text(drawing: Drawing, source: Callable[[str], Source]) -> str:  # noqa: ARG001 - every form takes both
    """Return the tree: what nothing relies on first, and below each node what it relies on; a node is opened once."""
    return "\n".join([*_Tree(drawing).lines, "", summary(drawing)]) + "\n"


def summary(drawing: Drawing) -> str:
    """Return how many parts and joints there are, and how many of them are broken."""
    broken = sum(bool(one.findings) for edge in drawing.edges for one in edge.said)
    joints = sum(len(edge.said) for edge in drawing.edges)
    line = f"{count(len(drawing.cards), 'part')}, {count(joints, 'joint')}, {broken} broken"
    if drawing.elsewhere:
        line += f"; {count(drawing.elsewhere, 'more finding')} of rules that join files are about no part of the map"
    return line + "."


class _Tree:
    """The lines of the tree."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.lines: list[str] = []
        self._leaving: dict[int, list[Edge]] = {}
        self._seen: set[int] = set()
        entered = set()
        for edge in drawing.edges:
            self._leaving.setdefault(edge.source, []).append(edge)
            entered.add(edge.target)
        numbers = range(len(drawing.cards))
        for number in sorted(numbers, key=lambda one: (one in entered, one)):
            if number not in self._seen:
                self._root(number)

    def _root(self, number: int) -> None:
        self._seen.add(number)
        self.lines.append(self._named(number))
        self._add_findings(self._drawing.cards[number].findings, "│  " if number in self._leaving else "   ")
        # (edge, what stands before its line, last of its siblings); a stack, for chains may be long
        waiting = self._below(number, "")
        while waiting:
            edge, before, last = waiting.pop()
            new = edge.target not in self._seen
            self._seen.add(edge.target)
            said = ", ".join(dict.fromkeys(plain(one.label) for one in edge.said))
            seen = "" if new or edge.target not in self._leaving else ", see above"
            mark = "✕ " if edge.findings else ""
            self.lines.append(f"{before}{'└─' if last else '├─'} {mark}{said} -> {self._named(edge.target)}{seen}")
            inner = before + ("   " if last else "│  ")
            own = self._drawing.cards[edge.target].findings if new else []
            more = "│  " if new and edge.target in self._leaving else "   "
            self._add_findings([*edge.findings, *own], inner + more)
            if new:
                waiting += self._below(edge.target, inner)

    def _below(self, number: int, before: str) -> list[tuple[Edge, str, bool]]:
        edges = self._leaving.get(number, [])
        return [(edge, before, edge is edges[-1]) for edge in reversed(edges)]

    def _named(self, number: int) -> str:
        card = self._drawing.cards[number]
        where = ", ".join(f"{plain(spot.path)}:{spot.line}" for spot in card.spots[:3])
        detail = plain(card.node.detail) if not card.spots else ""
        aside = where or detail
        return f"{title(card)} ({aside})" if aside else title(card)

    def _add_findings(self, numbers: list[int], before: str) -> None:
        for number in numbers:
            found = self._drawing.findings[number]
            at = f"{plain(found.location.path)}:{found.location.start.line}"
            self.lines.append(f"{before}! {found.level} {at} {plain(found.message, 1_000)} [{found.rule}]")
