"""What a Kubernetes file states: that Kubernetes is in use, and which mesh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.span import Place
from maverick_lint.formats._evidence.groups import mesh_of_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.kubernetes.model import Kubernetes


def facts(document: Document[Kubernetes]) -> Iterator[Fact]:
    """Yield the evidence of a file."""
    for evidence in _evidence(document.source.path, document.model):
        yield Fact("evidence", evidence.name, evidence, evidence.place)


def _evidence(path: str, model: Kubernetes) -> Iterator[Evidence]:
    if model.tool and model.tool_span is not None:
        what = f"this file of {model.tool}"
        yield Evidence("kubernetes", "Kubernetes", what, Place(path, model.tool_span))
    for manifest in model.manifests:
        place = Place(path, manifest.span)
        named = f" `{manifest.name}`" if manifest.name else ""
        if not model.tool:
            yield Evidence("kubernetes", "Kubernetes", f"the manifest of a {manifest.kind}{named}", place)
        mesh = mesh_of_group(manifest.group)
        if mesh is not None:
            yield Evidence(mesh.technology, mesh.name, f"the {manifest.kind}{named} of {mesh.name}", place)
    for key in model.mesh_keys:
        yield Evidence("service-mesh", key.product, f"the label or annotation `{key.key}`", Place(path, key.span))
