"""Which Dockerfiles and stages are for development or a pipeline, and never for a server."""

from __future__ import annotations

import re
from typing import Final

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


def asks_for_development(path: str) -> bool:
    """Say whether the path of a Compose file shows that what it builds is for development: `compose.dev.yaml`.

    So is an override, which Compose puts on the project's file where somebody starts it by hand.
    """
    *folders, name = path.lower().split("/")
    if _STAGE.search(name) is not None or ".override." in name:
        return True
    return not _FOLDERS.isdisjoint(folders) or any(_FOLDER.search(folder) for folder in folders)
