"""apt-get installs packages that are only recommended, and they ship."""

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
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each install in the stages that ship."""
    model = document.model
    if helps_development(document.source.path):
        return
    for stage, names in shipping(model):
        for instruction, command in model.run_commands(stage, ("apt",)):
            call = invocation(command)
            if (
                call is None
                or call.manager.name != "apt-get"
                or call.action != "install"
                or call.unknown
                or call.has("-s", "--simulate")
            ):
                continue
            settings = [value.lower() for value in call.every("-o", "--option")]
            told = any("install-recommends" in value for value in settings)
            if command.name == "aptitude" or call.has("--no-install-recommends", "-R", "--without-recommends") or told:
                continue
            if "Install-Recommends" not in instruction.rest and call.operands and not _configured(stage):
                yield Hit(call.word.place, {"command": f"{command.name} install"}, stages=names)


def _configured(stage: Stage) -> bool:
    """Say whether a file of apt's settings switches recommended packages off for all that follows."""
    return any("apt.conf" in instruction.joined.text for instruction in stage.inherited)
