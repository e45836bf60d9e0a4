"""The map as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from maverick_lint import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.source import Source
    from maverick_lint.report.map.drawing import Drawing, Spot


def as_json(drawing: Drawing, source: Callable[[str], Source]) -> str:  # noqa: ARG001 - every form takes both
    """Return the map: nodes, joints between their ids, and the findings that both number from 0."""
    data = {
        "schema": 1,
        "tool": {"name": "maverick-lint", "version": __version__},
        "nodes": [
            {
                "id": card.node.id,
                "kind": card.node.kind,
                "name": card.node.name,
                "detail": card.node.detail,
                "places": [_place(spot) for spot in card.spots],
                "findings": card.findings,
            }
            for card in drawing.cards
        ],
        "joints": [
            {
                "from": drawing.cards[edge.source].node.id,
                "to": drawing.cards[edge.target].node.id,
                "label": said.label,
                "place": _place(said.spot),
                "findings": said.findings,
            }
            for edge in drawing.edges
            for said in edge.said
        ],
        "findings": [_finding(found) for found in drawing.findings],
        "elsewhere": drawing.elsewhere,
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _place(spot: Spot) -> dict[str, Any]:
    return {"path": spot.path, "line": spot.line, "column": spot.column}


def _finding(found: Finding) -> dict[str, Any]:
    start = found.location.start
    return {
        "rule": found.rule,
        "level": found.level,
        "path": found.location.path,
        "line": start.line,
        "column": start.column,
        "message": found.message,
        "fingerprint": found.fingerprint,
    }
