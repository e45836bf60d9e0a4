"""Dependencies are installed without keeping to the lock file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._installs import application_installs, called, environment, written
from maverick_lint.checks.dockerfile._purpose import ends
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation, lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

_WHOLE: Final = (".", "./", "*", "./*")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each install, in the stages that images are made of."""
    model = document.model
    for stage, names in _used(model):
        yield from _renewed(model, stage, names)
        told: dict[str, bool] = {}
        for instruction, call in application_installs(model, stage, triggers=True):
            name = call.manager.name
            if name == "poetry":
                if not _copies(stage, instruction, "poetry.lock"):
                    yield Hit(called(call), {"lock": "poetry.lock"}, "poetry", stages=names)
                continue
            kept = lock.keeps_to_lock(call, environment(model, instruction))
            if kept is False and name not in told:
                told[name] = _configured(model, stage, name)
            if kept is False and not told[name]:
                values = {"command": written(call), "write": lock.frozen_form(name)}
                yield Hit(called(call), {**values, "lock": lock.LOCK_FILES[name][0]}, stages=names)


def _used(model: Dockerfile) -> list[tuple[Stage, tuple[str, ...]]]:
    """Return the stages that images are made of, with the names of those images; () in a fragment without FROM."""
    if model.stages and model.stages[0].origin is None:
        return [(model.stages[0], ())]
    found: dict[int, tuple[str, ...]] = {}
    for end, names in ends(model):
        for index in model.reached(end):
            found[index] = found.get(index, ()) + names
    return [(model.stages[index], found[index]) for index in sorted(found)]


def _renewed(model: Dockerfile, stage: Stage, names: tuple[str, ...]) -> Iterator[Hit]:
    for _, command in model.triggered_commands(stage, lock.RENEWING):
        call = invocation(command)
        write = "" if call is None else lock.renews(call)
        if call is not None and write:
            yield Hit(called(call), {"command": written(call), "write": write}, "renews", equivalents=(), stages=names)


def _configured(model: Dockerfile, stage: Stage, name: str) -> bool:
    """Say whether a command of the stage has told the manager before to keep to the lock file."""
    words = {"bundle": ("deployment", "frozen"), "yarn": ("enableImmutableInstalls",), "pnpm": ("frozen-lockfile",)}
    for _, command in model.run_commands(stage, ("config",), chain=True):
        if command.name in (name, "bundler") and "config" in command.arguments:
            texts = [text or "" for text in command.arguments]
            if any(wanted in text for wanted in words.get(name, ()) for text in texts) and "false" not in texts:
                return True
    return False


def _copies(stage: Stage, until: Instruction, file: str) -> bool:
    """Say whether a lock file is in the image before an instruction, or may be in a way that cannot be seen."""
    if any(file in (flag.value or "") or "type=bind" in (flag.value or "") for flag in until.flags):
        return True
    for instruction in stage.inherited:
        if instruction is until:
            break
        if instruction.name not in ("COPY", "ADD"):
            continue
        for word in instruction.arguments[:-1]:
            text = instruction.value(word.text)
            if text is None or text in _WHOLE or "*" in text or file in text or not _is_file(text):
                return True
    return False


def _is_file(text: str) -> bool:
    name = text.rstrip("/").rpartition("/")[2]
    return "." in name.lstrip(".") and not text.endswith("/")
