"""The files of programs that containers start, as paths in the container."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.record import record
from maverick_lint.stack import launchers
from maverick_lint.stack.in_image import contexts_of
from maverick_lint.stack.services import dockerfile_of, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

SUFFIXES: Final = (".sh", ".bash", ".py", ".js", ".mjs", ".cjs", ".ts", ".rb", ".pl", ".php")
_INTERPRETERS: Final = re.compile(
    r"(?:python|pypy)[0-9.]*\Z|(?:node|nodejs|bun|deno|tsx|ts-node|nodemon|pm2|pm2-runtime|ruby|perl|php|sh|bash|ash|dash|"
    r"source|\.|streamlit)\Z"
)
# Their value is a file that the program reads before it starts.
_READING: Final = frozenset({"-c", "--config", "-r", "--require", "--import", "-u", "run", "start"})
# They start a program that they look for in PATH.
_RUNNERS: Final = frozenset({"tini", "/sbin/tini", "/usr/bin/tini", "dumb-init", "exec", "time", "--", "catatonit"})
_OPERATORS: Final = frozenset({"&&", "||", ";", "|", "do", "then"})


@record
class Started:
    """A file that a container starts.

    path     absolute in the container; the bare name where it is looked for in PATH
    written  as the command says
    contexts the folders in which its image may be built
    """

    path: str
    written: str
    place: Place
    file: DockerfileFact | None
    stage: StageFact | None
    contexts: tuple[str, ...]
    service: Service | None = None


def started(stack: Stack) -> Iterator[Started]:
    """Yield the files that the images of the repository and the services of its projects start."""
    for file in stack.every(DockerfileFact):
        stage = file.stages[-1]
        contexts = contexts_of(stack, file)
        for words, places in ((stage.command, stage.command_places), (stage.probe, stage.probe_places)):
            for path, written, place in _files(words, places, stage.folder):
                yield Started(path, written, place, file, stage, contexts)
    for service in stack.every(Service):
        yield from _of_service(stack, service)


def _of_service(stack: Stack, service: Service) -> Iterator[Started]:
    if service.build is None and not service.command and not service.entrypoint and not service.probe:
        return
    stage, built = stage_of(stack, service), dockerfile_of(stack, service)
    if service.build is not None and (stage is None or built is None):
        return
    contexts = () if built is None else contexts_of(stack, built)
    folder = service.folder or (stage.folder if stage is not None and service.folder == "" else None)
    own = () if stage is None or service.command or service.entrypoint else stage.command
    said = (
        (own, stage.command_places if stage is not None else ()),
        (service.entrypoint, service.entrypoint_places),
        (service.command, service.command_places),
        (service.probe[1:], service.probe_places[1:]),
    )
    for words, places in said:
        for path, written, place in _files(words, places, folder):
            yield Started(path, written, place, built, stage, contexts, service)


def _files(
    words: Sequence[str | None], places: Sequence[Place], folder: str | None
) -> Iterator[tuple[str, str, Place]]:
    """Yield the paths of programs in the words of a command, which may hold a script: `sh -c "python a.py"`."""
    plain: list[tuple[str | None, Place]] = []
    for word, place in zip(words, places, strict=False):
        if word is not None and " " in word:
            for inner in launchers.split(word):
                yield from _of_words([(one, place) for one in inner], folder)
        else:
            plain.append((word, place))
    yield from _of_words(plain, folder)


def _of_words(words: list[tuple[str | None, Place]], folder: str | None) -> Iterator[tuple[str, str, Place]]:
    before = ""
    for index, (word, place) in enumerate(words):
        if word in ("cd", "pushd"):
            return
        text = (word or "").strip("\"'`;")
        if text.endswith(SUFFIXES) and _is_path(text) and (index == 0 or _starts(before)):
            bare = index == 0 or _starts(before, bare=True)
            if text.startswith("/"):
                yield posixpath.normpath(text), text, place
            elif "/" not in text and bare:
                yield text, text, place
            elif folder is not None:
                yield posixpath.normpath(posixpath.join(folder, text)), text, place
        if not text.startswith("-") or text in _READING:
            before = text


def _starts(before: str, *, bare: bool = False) -> bool:
    """Say whether a word that follows is started or read; `bare`: it is looked for in PATH."""
    if before in _OPERATORS or before in _RUNNERS or before.endswith(SUFFIXES):
        return True
    return not bare and (before in _READING or _INTERPRETERS.match(before.rpartition("/")[2]) is not None)


def _is_path(text: str) -> bool:
    return not any(sign in text for sign in ("$", "*", "=", "://", "~", "{", ":", "<", ">", "?"))
