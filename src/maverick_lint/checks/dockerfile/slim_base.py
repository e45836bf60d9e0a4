"""A stage that ships is built on a full image where a reduced one exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._targets import chain
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import known
from maverick_lint.formats.dockerfile.image import image
from maverick_lint.formats.dockerfile.purpose import helps_development
from maverick_lint.stack.stages import shipping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Images of distributions alone: without compilers, with all that a shell and a package manager need.
_SYSTEMS: Final = frozenset({"ubuntu", "debian", "fedora", "centos", "almalinux", "rockylinux", "amazonlinux"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the base image of each stage that ships, once for stages that share it."""
    for file in stack.every(DockerfileFact):
        if helps_development(file.path):
            continue
        roots = {root.index: root for stage in shipping(stack, file) for root in [list(chain(file, stage))[-1]]}
        for root in roots.values():
            base = known(root.base) if root.base is not None else None
            if base is not None and base.slimmer and root.base is not None:
                case = "system" if image(root.base).name in _SYSTEMS else ""
                yield Hit(root.place, {"image": root.base.partition("@")[0], "slimmer": base.slimmer}, case)
