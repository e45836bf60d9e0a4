"""pip keeps its cache in the image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._installs import environment
from maverick_lint.checks.dockerfile._purpose import shipping
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation
from maverick_lint.formats._packages.caches import fills, switched_off
from maverick_lint.formats.dockerfile.purpose import helps_development

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each install of the stages that ship whose cache stays."""
    model = document.model
    if helps_development(document.source.path):
        return
    for stage, names in shipping(model):
        for instruction, command in model.run_commands(stage, ("pip",)):
            call = invocation(command)
            if call is None or call.manager.name != "pip" or command.name == "pipx" or not fills(call):
                continue
            if not switched_off(call, environment(model, instruction)) and not _elsewhere(instruction):
                yield Hit(call.word.place, {"command": "pip install"}, stages=names)


def _elsewhere(instruction: Instruction) -> bool:
    """Say whether the cache is mounted for the RUN only, or removed at its end."""
    mounts = [flag.value or "" for flag in instruction.flags if flag.name == "mount"]
    mounted = any("cache" in mount.partition("target=")[2] or "cache" in mount.partition("dst=")[2] for mount in mounts)
    return mounted or "cache purge" in instruction.rest or ".cache" in instruction.rest
