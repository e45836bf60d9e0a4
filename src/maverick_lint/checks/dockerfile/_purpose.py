"""Which stages of a Dockerfile an image is built of that may ship, as far as the file itself tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.dockerfile.purpose import for_development

if TYPE_CHECKING:
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

_MOST: Final = 40  # stages of a file; each has a chain of its own
_DEFAULT: Final = ""  # see maverick_lint.stack.stages, which knows what the repository builds


def shipped(model: Dockerfile) -> Stage | None:
    """Return the stage that ships: the last one whose name is not that of a stage for development or tests."""
    final = model.final
    if final is None or not for_development(final.name):
        return final
    return next((stage for stage in reversed(model.stages) if not for_development(stage.name)), None)


def ends(model: Dockerfile) -> list[tuple[Stage, tuple[str, ...]]]:
    """Return each stage that a build may ask for, the one that ships by its place first, with its names for `Hit`.

    Which of them are asked for the rule does not see: its hits name the stages, and the engine leaves out those that
    are about others. Stages for development or tests are none.
    """
    final = shipped(model)
    if final is None:
        return []
    found: list[tuple[Stage, tuple[str, ...]]] = [(final, (_DEFAULT, final.name or str(final.index)))]
    others = [stage for stage in model.stages if stage.name and stage is not final]
    found += [(stage, (stage.name,)) for stage in others[-_MOST:] if not _is_for_development(stage)]
    return found


def _is_for_development(stage: Stage) -> bool:
    return any(for_development(one.name) for one in stage.chain)


def shipping(model: Dockerfile) -> list[tuple[Stage, tuple[str, ...]]]:
    """Return every stage of which an image that may ship is built, in the order of the file, with the images' names."""
    found: dict[int, tuple[str, ...]] = {}
    for end, names in ends(model):
        for one in end.chain:
            found[one.index] = found.get(one.index, ()) + names
    return [(model.stages[index], found[index]) for index in sorted(found)]
