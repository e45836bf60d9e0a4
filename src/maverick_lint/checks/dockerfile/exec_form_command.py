"""CMD or ENTRYPOINT in shell form: the shell is process 1, and it passes no signal on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.instruction import DEFAULT_SHELL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:
    """Yield a hit at each shell form; not after SHELL, where somebody chose one, and not for `exec PROGRAM`."""
    for stage in document.model.stages:
        for instruction in stage.every("CMD", "ENTRYPOINT"):
            text = instruction.rest
            if instruction.json or not text or instruction.shell != DEFAULT_SHELL or text.split(None, 1)[0] == "exec":
                continue
            case = "json" if text.startswith("[") else ""
            yield Hit(instruction.rest_span, {"instruction": instruction.name}, case)
        if options["healthcheck"]:
            yield from _of_health_checks(stage)


def _of_health_checks(stage: Stage) -> Iterator[Hit]:
    for written in stage.instructions:
        instruction = written.inner or written
        if instruction.name == "HEALTHCHECK" and instruction.form == "CMD" and not instruction.json:
            at = instruction.arguments[0].span if instruction.arguments else instruction.rest_span
            yield Hit(at, {}, "healthcheck", equivalents=("hadolint:DL3025",))
