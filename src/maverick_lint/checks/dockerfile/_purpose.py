"""Which Dockerfiles are for development or a pipeline, and never for a server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.dockerfile.sources import used_stages

if TYPE_CHECKING:
    from maverick_lint.core.facts.containers import DockerfileFact, StageFact
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

_FOLDERS: Final = frozenset(
    {
        ".devcontainer",
        ".ci",
        ".circleci",
        ".github",
        ".gitlab",
        ".buildkite",
        ".gitpod",
        "devcontainer",
        "test",
        "tests",
    }
    | {"testing", "testdata", "fixtures", "e2e", "ci", "hack", "proto", "assets"}
)
# What builds the packages of a distribution is no server.
_PACKAGING: Final = [["packaging", kind] for kind in ("debian", "deb", "rpm", "arch")]
_NAME: Final = re.compile(
    r"(?:^|[._-])(?:dev|devel|development|devcontainer|test|tests|testing|tester|e2e|ci|lint|linter|docs|doc|local|debug"
    r"|gitpod|playwright|cypress|builder|build|buildenv|bench|coverage|toolchain|tools)(?:[._-]|$)"
)
_FOLDER: Final = re.compile(r"(?:^|[._-])(?:dev|devel|development|tests?|testing|e2e|local|ci)\Z")
_STAGE: Final = re.compile(
    r"(?:^|[._-])(?:dev|devel|development|devcontainer|tests?|testing|e2e|ci|lint|debug|local)(?:[._-]|\Z)"
)


def helps_development(path: str) -> bool:
    """Say whether the path of a Dockerfile shows that its image runs on a developer's machine or in a pipeline."""
    *folders, name = path.lower().split("/")
    if folders[-2:] in _PACKAGING:
        return True
    named = not _FOLDERS.isdisjoint(folders) or any(_FOLDER.search(folder) for folder in folders)
    return named or _NAME.search(name) is not None


def for_development(name: str) -> bool:
    """Say whether the name of a stage says that it is for development or tests."""
    return _STAGE.search(name.lower()) is not None


def shipped(model: Dockerfile) -> Stage | None:
    """Return the stage that ships: the last one whose name is not that of a stage for development or tests."""
    final = model.final
    if final is None or _STAGE.search(final.name) is None:
        return final
    return next((stage for stage in reversed(model.stages) if _STAGE.search(stage.name) is None), None)


def ends(model: Dockerfile) -> list[Stage]:
    """Return the stages that ship: the last one, and each that is in the file to be built by its name.

    Such a stage starts something, and no other one takes anything from it. Stages for development or tests are left
    out.
    """
    final = shipped(model)
    if final is None:
        return []
    found = [final]
    if len(model.stages) > len(final.chain):
        named = model.stage_names
        used = {index for stage in model.stages for index in used_stages(stage, named)}
        used |= {stage.base_stage.index for stage in model.stages if stage.base_stage is not None}
        for stage in model.stages:
            alone = stage is not final and stage.index not in used and stage.name
            starts = alone and stage.last("CMD", "ENTRYPOINT") is not None
            if starts and not any(for_development(one.name) for one in stage.chain):
                found.append(stage)
    return found


def shipping(model: Dockerfile) -> list[Stage]:
    """Return every stage of which an image that ships is built, in the order of the file."""
    found = {one.index for stage in ends(model) for one in stage.chain}
    return [model.stages[index] for index in sorted(found)]


def shipped_fact(file: DockerfileFact) -> StageFact | None:
    """Return what `shipped` does, for the facts of a file."""
    return next((stage for stage in reversed(file.stages) if _STAGE.search(stage.name) is None), None)
