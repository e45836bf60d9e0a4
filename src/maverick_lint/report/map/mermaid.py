"""The map as a Mermaid flowchart, which GitHub and GitLab draw inside Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.report.map.words import labels, plain, second_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.source import Source
    from maverick_lint.report.map.drawing import Drawing

_SHAPES: Final = {
    "image": ("[[", "]]"),
    "outside": ("([", "])"),
    "upstream": ("{{", "}}"),
    "container": ("[/", "/]"),
    "volume": ("[(", ")]"),
    "rules": ("[[", "]]"),
    "receiver": (">", "]"),
}
# What means something to Mermaid or to HTML inside a quoted label, written as its number.
_SPECIAL: Final = re.compile(r"[\"&<>#`\\;|]")


def as_mermaid(drawing: Drawing, source: Callable[[str], Source]) -> str:  # noqa: ARG001 - every form takes both
    """Return the flowchart; broken joints are red, and their messages stand below as comments."""
    lines = ["flowchart LR"]
    for number, card in enumerate(drawing.cards):
        opened, closed = _SHAPES.get(card.node.kind, ("[", "]"))
        text = f"<b>{_quoted(plain(card.node.name, 60))}</b><br>{_quoted(second_line(card))}"
        lines.append(f'  n{number}{opened}"{text}"{closed}')
    broken = []
    for number, edge in enumerate(drawing.edges):
        text = "<br>".join(_quoted(label) for label in labels(edge))
        if edge.findings:
            broken.append(number)
            text = f"✕ {text}"
        lines.append(f'  n{edge.source} -->|"{text}"| n{edge.target}')
    lines.append("  classDef outside stroke-dasharray:4 3")
    if outside := [f"n{number}" for number, card in enumerate(drawing.cards) if card.node.kind == "outside"]:
        lines.append(f"  class {','.join(outside)} outside")
    if bad := [f"n{number}" for number, card in enumerate(drawing.cards) if card.findings]:
        lines.append("  classDef found stroke:#c4202f,stroke-width:2px")
        lines.append(f"  class {','.join(bad)} found")
    if broken:
        lines.append(f"  linkStyle {','.join(map(str, broken))} stroke:#c4202f,stroke-width:2px,color:#c4202f")
    for found in drawing.findings:
        at = f"{plain(found.location.path)}:{found.location.start.line}"
        lines.append(f"  %% {found.level} {at} {plain(found.message).replace('%%', '% %')} [{found.rule}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", text)
