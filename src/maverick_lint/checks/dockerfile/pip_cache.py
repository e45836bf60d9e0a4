"""pip keeps its cache in the image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import helps_development, shipping
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_FALSE: Final = ("", "0", "false", "no", "off")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each install of the stages that ship whose cache stays."""
    model = document.model
    if helps_development(document.source.path):
        return
    for stage in shipping(model):
        for instruction, command in model.run_commands(stage, ("pip",)):
            call = invocation(command)
            if call is None or call.manager.name != "pip" or call.action != "install" or call.unknown:
                continue
            if command.name == "pipx" or call.has("--no-cache-dir", "--no-cache") or _is_off(instruction, command):
                continue
            if not _elsewhere(instruction):
                yield Hit(call.word.place, {"command": "pip install"})


def _is_off(instruction: Instruction, command: Command) -> bool:
    values = dict(command.assigned)
    if "PIP_NO_CACHE_DIR" in instruction.variables or "PIP_NO_CACHE_DIR" in values:
        value = values.get("PIP_NO_CACHE_DIR", instruction.variables.get("PIP_NO_CACHE_DIR"))
        return value is None or value.lower() not in _FALSE
    return "PIP_NO_CACHE_DIR" in instruction.rest


def _elsewhere(instruction: Instruction) -> bool:
    """Say whether the cache is mounted for the RUN only, or removed at its end."""
    mounts = [flag.value or "" for flag in instruction.flags if flag.name == "mount"]
    mounted = any("cache" in mount.partition("target=")[2] or "cache" in mount.partition("dst=")[2] for mount in mounts)
    return mounted or "cache purge" in instruction.rest or ".cache" in instruction.rest
