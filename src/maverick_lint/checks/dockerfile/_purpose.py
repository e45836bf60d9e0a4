"""Which Dockerfiles are for development or a pipeline, and never for a server."""

from __future__ import annotations

import re
from typing import Final

_FOLDERS: Final = frozenset(
    {".devcontainer", ".ci", ".circleci", ".github", ".gitlab", ".buildkite", ".gitpod", "devcontainer", "test", "tests"}
    | {"testing", "testdata", "fixtures", "e2e", "ci", "hack"}
)
_NAME: Final = re.compile(
    r"(?:^|[._-])(?:dev|devel|development|devcontainer|test|tests|testing|tester|e2e|ci|lint|linter|docs|doc|local|debug"
    r"|gitpod|builder|build|buildenv|bench|coverage|toolchain|tools)(?:[._-]|$)"
)


def helps_development(path: str) -> bool:
    """Say whether the path of a Dockerfile shows that its image runs on a developer's machine or in a pipeline."""
    *folders, name = path.lower().split("/")
    return not _FOLDERS.isdisjoint(folders) or _NAME.search(name) is not None
