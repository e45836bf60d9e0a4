"""A HEALTHCHECK calls curl or wget in an image that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation
from maverick_lint.formats.dockerfile.bases import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

_TOOLS: Final = ("curl", "wget")
_SYSTEM: Final = ("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/")
_SCRIPTS: Final = frozenset({"sh", "bash", "ash", "make", "python", "python3", "source", "."})


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the name of the tool."""
    for stage in document.model.stages:
        base = known(stage.root.image) if stage.root.image is not None else None
        if base is None or base.tools is None:
            continue
        for instruction in stage.every("HEALTHCHECK"):
            for command in document.model.commands(instruction):
                name = command.name
                if name in _TOOLS and name not in base.tools and not _may_have(document.model, stage, name):
                    yield Hit(command.words[0].place, {"tool": name, "image": stage.root.image or ""})


def _may_have(model: Dockerfile, stage: Stage, tool: str) -> bool:
    """Say whether an instruction of a stage brings a tool, or may do so in a way that cannot be seen."""
    for instruction in stage.inherited:
        if instruction.name in ("COPY", "ADD"):
            targets = [argument.text for argument in instruction.arguments]
            if any(tool in text for text in targets) or any(text in ("/", "/usr/", "/usr") for text in targets[-1:]):
                return True
        elif instruction.name == "RUN":
            commands = model.commands(instruction)
            if not commands:
                return True
            for command in commands:
                first = command.words[0].text if command.words else None
                if first is None or command.name in _SCRIPTS or _is_script(first):
                    return True
                call = invocation(command)
                if call is not None and call.manager.scope == "system" and call.installs:
                    names = [word.text for word in call.operands]
                    if call.unknown or any(text is None or tool in text for text in names):
                        return True
    return False


def _is_script(name: str) -> bool:
    return "/" in name and not name.startswith(_SYSTEM)
