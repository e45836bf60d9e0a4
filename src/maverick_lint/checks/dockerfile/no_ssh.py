"""The image offers SSH."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_CODES: Final = ("checkov:CKV_DOCKER_1", "trivy:DS-0004", "kics:exposing_port_22")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at port 22, and at a command that starts the SSH server."""
    for stage in document.model.stages:
        for instruction in stage.every("EXPOSE"):
            for argument in instruction.arguments:
                if (instruction.value(argument.text) or "").partition("/")[0] == "22":
                    yield Hit(argument.span, equivalents=_CODES)
        for instruction in stage.every("CMD", "ENTRYPOINT"):
            for command in document.model.commands(instruction):
                if command.name == "sshd":
                    yield Hit(command.words[0].place)
