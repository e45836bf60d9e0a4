"""What a file says of Kubernetes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Manifest:
    """A document of a file; `group` is the API group, "" for the core one; `name` is "" where it has none."""

    api_version: str
    group: str
    kind: str
    name: str
    span: Span


@record
class MeshKey:
    """A label or annotation that puts a workload into a service mesh."""

    key: str
    product: str
    span: Span


@record
class Kubernetes:
    """A file of Kubernetes.

    tool       the tool whose file it is ("Kustomize", "Skaffold", "Tilt", "DevSpace"), "" for manifests
    tool_span  where the file says so: its first line
    """

    manifests: tuple[Manifest, ...]
    mesh_keys: tuple[MeshKey, ...] = ()
    tool: str = ""
    tool_span: Span | None = None
