"""Terraform and OpenTofu files have suffixes of their own; Pulumi's begin with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("terraform", "pulumi")
EXAMPLES = {"terraform": "terraform/main.tf", "pulumi": "Pulumi.prod.yaml"}


def by_path(name: FileName) -> Guess | None:
    """Know `*.tf`, `*.tofu`, their JSON forms, `Pulumi.yaml` and `Pulumi.<stack>.yaml`."""
    if name.suffix in (".tf", ".tofu") or name.name.endswith((".tf.json", ".tofu.json")):
        return Guess("terraform", f"ends with {name.suffix}")
    if name.path.rpartition("/")[2].startswith("Pulumi.") and name.suffix in (".yaml", ".yml"):
        return Guess("pulumi", "named Pulumi.*.yaml")
    return None
