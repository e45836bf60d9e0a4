"""Which Dockerfiles and stages are for development or a pipeline, and never for a server."""

from __future__ import annotations

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
_DEVELOPMENT: Final = frozenset({
    "dev", "devel", "development", "devcontainer", "test", "tests", "testing", "e2e", "ci", "lint", "debug", "local",
})  # fmt: skip
_NAMES: Final = _DEVELOPMENT | frozenset({
    "tester", "linter", "docs", "doc", "gitpod", "playwright", "cypress", "builder", "build", "buildenv", "bench",
    "coverage", "toolchain", "tools",
})  # fmt: skip
_ENDS: Final = frozenset({"dev", "devel", "development", "test", "tests", "testing", "e2e", "local", "ci"})
_SEPARATORS: Final = str.maketrans("._-", "   ")


def _words(name: str) -> list[str]:
    """Return the words of a name in lower case, cut at dots, underscores and hyphens."""
    return name.lower().translate(_SEPARATORS).split()


def _is_for_development(folder: str) -> bool:
    words = _words(folder)
    return bool(words) and words[-1] in _ENDS


def helps_development(path: str) -> bool:
    """Say whether the path of a Dockerfile shows that its image runs on a developer's machine or in a pipeline."""
    *folders, name = path.lower().split("/")
    if folders[-2:] in _PACKAGING:
        return True
    named = not _FOLDERS.isdisjoint(folders) or any(map(_is_for_development, folders))
    return named or not _NAMES.isdisjoint(_words(name))


def for_development(name: str) -> bool:
    """Say whether the name of a stage says that it is for development or tests."""
    return not _DEVELOPMENT.isdisjoint(_words(name))


def asks_for_development(path: str) -> bool:
    """Say whether the path of a Compose file shows that what it builds is for development: `compose.dev.yaml`.

    So is an override, which Compose puts on the project's file where somebody starts it by hand.
    """
    *folders, name = path.lower().split("/")
    if for_development(name) or ".override." in name:
        return True
    return not _FOLDERS.isdisjoint(folders) or any(map(_is_for_development, folders))
