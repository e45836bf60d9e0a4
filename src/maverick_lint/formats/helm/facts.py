"""What a file of Helm states: that Helm is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.helm.model import Helm


def facts(document: Document[Helm]) -> Iterator[Fact]:
    """Yield the evidence of a file."""
    model = document.model
    place = Place(document.source.path, model.span)
    named = f" `{model.name}`" if model.name else ""
    what = {"chart": f"the chart{named}", "helmfile": "this helmfile", "template": "this template of a chart"}[
        model.part
    ]
    yield Fact("evidence", "Helm", Evidence("helm", "Helm", what, place), place)
