"""What a Consul, Kuma or Nomad file states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.repository import Technology
    from maverick_lint.formats.mesh.model import Mesh


def facts(document: Document[Mesh]) -> Iterator[Fact]:
    """Yield the evidence of a file."""
    for use in document.model.uses:
        place = Place(document.source.path, use.span)
        technology: Technology = "nomad" if use.product == "Nomad" else "service-mesh"
        yield Fact("evidence", use.product, Evidence(technology, use.product, f"`{use.what}`", place), place)
