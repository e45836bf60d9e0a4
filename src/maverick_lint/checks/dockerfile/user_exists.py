"""USER names a user that the image does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._users import created, creation
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._packages import invocation
from maverick_lint.formats.dockerfile.bases import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

_SCRIPTS: Final = frozenset(
    {"sh", "bash", "ash", "dash", "source", ".", "python", "python3", "ansible-playbook", "make"}
)


_MOST: Final = 20  # names of one stage that are looked into


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first USER of a stage that names somebody who is not there."""
    for stage in document.model.stages:
        base = known(stage.root.image) if stage.root.image is not None else None
        if base is None or base.users is None:
            continue
        judged: set[str] = set()
        for instruction in stage.every("USER"):
            user = instruction.value(instruction.rest)
            name = (user or "").partition(":")[0].strip()
            if not name or name.isdecimal() or name in base.users or name == base.user:
                continue
            if name in judged or len(judged) >= _MOST:
                continue
            judged.add(name)
            if not _may_create(document.model, stage, instruction, name):
                span = instruction.rest_span
                if instruction.rest.startswith(f"{name}:"):
                    span = Span(span.start, span.start + len(name))
                yield Hit(span, {"user": name, "image": stage.root.image or ""})


def _may_create(model: Dockerfile, stage: Stage, until: Instruction, name: str) -> bool:
    """Say whether what runs before a USER creates the user, or may do so in a way that cannot be seen."""
    for _, user in created(model, stage):
        if user.name.text is None or user.name.text == name:
            return True
    for instruction in stage.inherited:
        if instruction is until:
            break
        if "passwd" in instruction.joined.text or (instruction.name == "RUN" and instruction.json):
            return True
        if instruction.name in ("COPY", "ADD") and instruction.arguments and _is_root(instruction):
            return True
        if instruction.name == "RUN" and _runs_unknown(model, instruction, name):
            return True
    return False


def _is_root(instruction: Instruction) -> bool:
    target = instruction.arguments[-1].text
    return target in ("/", "/etc", "/etc/") or "$" in target


def _runs_unknown(model: Dockerfile, instruction: Instruction, name: str) -> bool:
    commands = model.commands(instruction)
    if not commands or any(heredoc.name for heredoc in instruction.heredocs):
        return True  # a shell that is not read
    for command in commands:
        first = command.words[0].text if command.words else None
        if first is None or "/" in first or command.name in _SCRIPTS:
            return True
        if "user" in command.name and creation(command) is None:
            return True
        call = invocation(command)
        if call is not None and call.manager.scope == "system" and call.installs:
            # packages create the users of their daemons: nginx, postgresql, redis-server
            texts = [word.text or name for word in call.operands]
            if call.unknown or any(name in text or text.partition("-")[0] in name for text in texts):
                return True
    return False
