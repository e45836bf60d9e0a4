"""Reads the documents of a Kubernetes file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document
from maverick_lint.core.span import Span
from maverick_lint.formats._evidence.groups import BARE_KINDS, CORE_GROUPS, MESH_KEYS, OFF
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.kubernetes.detect import is_api_version
from maverick_lint.formats.kubernetes.model import Kubernetes, Manifest, MeshKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_TOOLS: Final = {
    "kustomization.yaml": "Kustomize", "kustomization.yml": "Kustomize",
    "skaffold.yaml": "Skaffold", "skaffold.yml": "Skaffold",
    "tiltfile": "Tilt", "devspace.yaml": "DevSpace",
}  # fmt: skip
_LABELS: Final = frozenset({"labels", "annotations", "commonLabels", "commonAnnotations"})


def parse(source: Source, kind: str, reader: Reader) -> Document[Kubernetes | None]:  # noqa: ARG001 - the signature of every format
    """Return the document of a manifest file or of a file of Kubernetes' tools (a Tiltfile is Starlark, not YAML)."""
    tool = _TOOLS.get(source.path.rpartition("/")[2].lower(), "")
    first = Span(0, 0)
    if tool == "Tilt":
        return Document(source, kind, Kubernetes((), (), tool, first))
    parsed = read_yaml(source, "go", duplicates=False)
    manifests = tuple(m for root in parsed.roots if (m := _manifest(root)) is not None)
    keys = tuple(key for root in parsed.roots for key in _mesh_keys(root))
    known = bool(tool or manifests)
    return Document(
        source,
        kind,
        Kubernetes(manifests, keys, tool, first if tool else None) if known else None,
        tree=parsed.root,
        errors=tuple(parsed.errors),
        comments=parsed.comments,
        scopes=parsed.scopes,
    )


def _manifest(root: Node) -> Manifest | None:
    version, kind, metadata = root.get("apiVersion"), root.get("kind"), root.get("metadata")
    if version is None or kind is None or not version.text or not kind.text or not is_api_version(version.text):
        return None
    group = version.text.rpartition("/")[0]
    if not (metadata is not None and metadata.is_map) and kind.text not in BARE_KINDS:
        return None
    if group and "." not in group and group not in CORE_GROUPS and not group.startswith("skaffold"):
        return None
    name = metadata.get("name") if metadata is not None else None
    return Manifest(version.text, group, kind.text, (name.text or "") if name is not None else "", kind.span)


def _mesh_keys(root: Node) -> Iterator[MeshKey]:
    """Yield the labels and annotations of a document, those of pod templates included, that call for a mesh."""
    for node in root.walk():
        if not node.is_map or node.key is None or node.key.raw not in _LABELS:
            continue
        for key, value in node.children:
            sign = MESH_KEYS.get(key.raw) if key is not None else None
            if key is not None and sign is not None and value.raw.lower() not in OFF:
                yield MeshKey(key.raw, sign.name, key.span)
