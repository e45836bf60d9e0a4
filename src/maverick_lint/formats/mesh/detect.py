"""Nomad's jobs have a suffix; meshes outside Kubernetes are known by the words that only they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("nomad", "service-mesh")
EXAMPLES = {"nomad": "shop.nomad", "service-mesh": "consul/shop.hcl"}


def by_path(name: FileName) -> Guess | None:
    """Know Nomad's jobs; of other HCL files the content tells."""
    if name.suffix == ".nomad" or name.name.endswith(".nomad.hcl"):
        return Guess("nomad", "ends with .nomad")
    if name.suffix == ".hcl" and not name.name.endswith((".pkr.hcl", ".lock.hcl", "terragrunt.hcl", "bake.hcl")):
        return Guess("service-mesh", "ends with .hcl", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Know a Consul service with a sidecar, and the resources of Kuma where it runs without Kubernetes."""
    if name.suffix in (".hcl", ".json") and "sidecar_service" in text and "connect" in text:
        return Guess("service-mesh", "a Consul service with a sidecar")
    if name.suffix in (".yaml", ".yml") and "mesh:" in text and "apiVersion:" not in text:
        lines = text.splitlines()
        typed = any(line.startswith("type:") for line in lines)
        meshed = any(line.startswith("mesh:") for line in lines)
        if typed and meshed and any(line.startswith(("networking:", "spec:", "conf:")) for line in lines):
            return Guess("service-mesh", "a resource of Kuma")
    return None
