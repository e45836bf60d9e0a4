"""COPY names a file that the build context does not have."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._context import contexts
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.folders import files_in, paths_named
from maverick_lint.stack.stages import builders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# What people write and keep in the repository; other files may be made before the build.
_MANIFESTS_WORDS: Final = (
    "requirements.txt package.json package-lock.json yarn.lock pnpm-lock.yaml pyproject.toml poetry.lock uv.lock "
    "pipfile pipfile.lock setup.py setup.cfg manage.py go.mod go.sum cargo.toml cargo.lock gemfile gemfile.lock "
    "composer.json composer.lock pom.xml build.gradle nginx.conf supervisord.conf docker-entrypoint.sh entrypoint.sh"
)
_WRITTEN: Final = frozenset(_MANIFESTS_WORDS.split())
_NEAR: Final = 0.84
_MOST: Final = 500  # files of one folder, and sources of one Dockerfile, that are compared


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each source that no folder which may be the context has.

    It must be a file that people write, or a near miss of one that is there: what a pipeline makes before the build
    (`dist`, a binary, a jar) cannot be seen here. Nothing is said where submodules may bring more files.
    """
    if stack.exists(".gitmodules"):
        return
    for file in stack.every(DockerfileFact):
        given = contexts(stack, file)
        sure = bool(given) and None not in given
        folders = [one for one in given if one is not None] if sure else _contexts(stack, file)
        copies = [copy for stage in file.stages for copy in stage.copies]
        # where nothing is there, the file is judged alone, or is copied into another repository to be built
        lone = not any(_exists(stack, folders, source) for source, _ in copies)
        for source, place in copies[:_MOST]:
            near = _missing(stack, folders, source, sure=sure)
            if near or (near is not None and not lone):
                case = "near" if near else "" if folders[0] else "root"
                values = {"source": source, "folder": folders[0], "near": near}
                yield Hit(place, values, case, _related(stack, folders, source, near))


def _related(stack: Stack, folders: list[str], source: str, near: str) -> tuple[Related, ...]:
    """Return the file that is likely to be meant, where it lies in the first of the folders."""
    path = posixpath.normpath(posixpath.join(folders[0], posixpath.dirname(source), near)) if near else ""
    return (Related(Place(path, Span(0, 0)), "the file of the nearest name"),) if path in stack.files else ()


def _contexts(stack: Stack, file: DockerfileFact) -> list[str]:
    """Return the folders that may be the context: those that Compose names and every folder above the Dockerfile."""
    named = [
        one.build.context for one in builders(stack, file) if one.build is not None and one.build.context is not None
    ]
    folders = [posixpath.dirname(file.path)]
    while folders[-1]:
        folders.append(posixpath.dirname(folders[-1]))
    return list(dict.fromkeys(posixpath.normpath(folder) if folder else "" for folder in (*named, *folders)))


def _exists(stack: Stack, folders: list[str], source: str) -> bool:
    return any(stack.exists(posixpath.join(folder, source)) for folder in folders)


def _missing(stack: Stack, folders: list[str], source: str, *, sure: bool) -> str | None:
    """Return None when the source is there or may be made; else what it is likely to mean, "" when nothing is near."""
    if source.startswith("../") or _exists(stack, folders, source):
        return None
    name = posixpath.basename(source)
    if not sure and paths_named(stack, name):
        return None  # the context may be that file's folder
    near = _near(stack, posixpath.normpath(posixpath.join(folders[0], posixpath.dirname(source))), name)
    if near:
        return near
    return "" if name.lower() in _WRITTEN and "/" not in source else None


def _near(stack: Stack, folder: str, name: str) -> str:
    """Return the file of a folder whose name is most like a missing one and ends like it, "" when none is."""
    suffix = posixpath.splitext(name)[1]
    there = files_in(stack, "" if folder == "." else folder) if suffix else ()
    beside = [posixpath.basename(path) for path in there if path.endswith(suffix)]
    return next(iter(close_matches(name, beside[:_MOST], 1, _NEAR)), "") if beside else ""
