"""API groups of Kubernetes documents: whose they are, and which documents only look like Kubernetes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._evidence import sign as s

if TYPE_CHECKING:
    from maverick_lint.formats._evidence.sign import Sign

# The API groups of each mesh, as its own reference lists them (2026-08). A group holds for its subdomains.
MESH_GROUPS: Final[dict[str, Sign]] = {
    "istio.io": s.ISTIO,
    "linkerd.io": s.LINKERD,
    "consul.hashicorp.com": s.CONSUL,
    "kuma.io": s.KUMA,
    "appmesh.k8s.aws": s.APP_MESH,
}

# Labels and annotations that put a workload into a mesh.
MESH_KEYS: Final[dict[str, Sign]] = {
    "sidecar.istio.io/inject": s.ISTIO,
    "istio-injection": s.ISTIO,
    "istio.io/rev": s.ISTIO,
    "istio.io/dataplane-mode": s.ISTIO,
    "linkerd.io/inject": s.LINKERD,
    "consul.hashicorp.com/connect-inject": s.CONSUL,
    "kuma.io/sidecar-injection": s.KUMA,
    "kuma.io/mesh": s.KUMA,
    "appmesh.k8s.aws/mesh": s.APP_MESH,
}
OFF: Final = frozenset({"false", "disabled", "none"})

# Programs that write their own files in the manner of Kubernetes and need no cluster.
OTHER_GROUPS: Final = frozenset(
    {"backstage.io", "score.dev", "dapr.io", "grizzly.grafana.com", "openslo", "openslo.com", "sloth", "prometheus"}
)
# API versions of Kubernetes itself that have no dot.
CORE_GROUPS: Final = frozenset({"apps", "batch", "autoscaling", "policy", "extensions"})
# Top-level kinds that have no `metadata`.
BARE_KINDS: Final = frozenset(
    {"Kustomization", "Component", "List", "Config", "Cluster", "ClusterConfiguration", "InitConfiguration"}
)


def mesh_of_group(group: str) -> Sign | None:
    """Return the mesh that an API group belongs to, the group's parent domains included."""
    parts = group.split(".")
    for start in range(len(parts)):
        if (sign := MESH_GROUPS.get(".".join(parts[start:]))) is not None:
            return sign
    return None
