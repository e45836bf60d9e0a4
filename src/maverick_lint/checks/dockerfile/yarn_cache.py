"""yarn keeps its cache in the image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._purpose import shipping
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation
from maverick_lint.formats.dockerfile.purpose import helps_development

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first install of a RUN in the stages that ship with no `yarn cache clean` after it."""
    model = document.model
    for stage, names in shipping(model) if not helps_development(document.source.path) else ():
        for instruction in stage.every("RUN"):
            commands = model.commands(instruction) if model.mentions(instruction, ("yarn",)) else ()
            known = [call for command in commands if (call := invocation(command)) is not None]
            calls = [call for call in known if call.manager.name == "yarn"]
            mounted = any((flag.value or "").startswith(("type=cache", "type=tmpfs")) for flag in instruction.flags)
            cleans = [number for number, call in enumerate(calls) if (call.action or "").startswith("cache")]
            for number, call in enumerate(calls):
                cleaned = mounted or any(clean > number for clean in cleans) or ".cache" in instruction.rest
                if call.action in ("", "install"):
                    if not cleaned:
                        yield Hit(call.command.words[0].place, stages=names)
                    break
