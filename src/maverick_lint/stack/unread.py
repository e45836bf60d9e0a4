"""Files that may say more than the model knows: programs in languages that are not read, and files without contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.stack.folders import paths_named
from maverick_lint.stack.services import folders_above, home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.stack.model import Stack

# What runs builds: without contents (a sparse checkout, a file that is fetched) nobody knows what it asks for.
_RUNNERS: Final = (
    "Makefile", "GNUmakefile", "makefile", "package.json", "justfile", "Justfile", "Taskfile.yml", "Taskfile.yaml",
    "Rakefile", "noxfile.py", "tox.ini", "magefile.go", "docker-bake.hcl", "docker-bake.json",
)  # fmt: skip
_ENDINGS: Final = (".hcl", ".sh", ".bash", ".mk")
# A program that builds images: its language is not read here, so its commands are not known.
_PROGRAM: Final = re.compile(
    r"(?:.*[_-])?(?:build|bake|images?|docker|release|publish)(?:[_-].*)?\.(?:rb|py|js|mjs|cjs|ts|pl|php|ps1)\Z",
    re.IGNORECASE,
)
_FOR_SCRIPTS: Final = frozenset(
    {"scripts", "script", "tools", "tool", "bin", "hack", "ci", ".ci", ".github", "build", "dev", "extra"}
)


def may_build(stack: Stack, path: str) -> bool:
    """Say whether something that is not read may build a Dockerfile, and name its stages and contexts."""
    builders = stack.memo.get("unread-builders")
    if not isinstance(builders, frozenset):
        builders = stack.memo["unread-builders"] = frozenset(_builders(stack))
    return not builders.isdisjoint(folders_above(path)) or "*" in builders


def _builders(stack: Stack) -> Iterator[str]:
    """Yield the folders in which such files lie, "*" for those that may build what lies anywhere."""
    empty = [path for name in _RUNNERS for path in paths_named(stack, name)]
    empty += [path for path in stack.files if path.endswith(_ENDINGS)]
    yield from ("*" for path in empty if stack.files[path].size == 0)
    for path in stack.files:
        *folders, name = path.split("/")
        if _PROGRAM.match(name) and "test" not in path.lower():
            yield "*" if _FOR_SCRIPTS.intersection(folders) else home(path)
