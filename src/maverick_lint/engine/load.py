"""From a path to a document: read, recognise, parse. What goes wrong is a finding, never an exception."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.core.record import record
from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.engine.classify import TEXT, by_content, by_path, by_settings, folder_of
from maverick_lint.engine.held import MANY_FILES, MOST, Held
from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from maverick_lint.core.document import Reader
    from maverick_lint.core.facts import Fact
    from maverick_lint.core.facts.repository import PathFact
    from maverick_lint.engine.files import Content, Files

_SNIFFED: Final = frozenset(
    {"", ".yml", ".yaml", ".json", ".conf", ".template", ".tpl", ".tmpl", ".j2", ".jinja", ".erb"}
)
# The kinds that can say of another file what it is.
_CLAIMING: Final = frozenset({"nginx", "dockerfile", "compose"})
_LOCKS: Final = frozenset({"package-lock.json", "composer.lock", "yarn.lock", "pnpm-lock.yaml"})


@record
class Recognised:
    """A file with the kind it was recognised as; `content` is set when it had to be read for that."""

    entry: PathFact
    guess: Guess
    content: Content | None = None


class FilesReader:
    """Hands formats other files of the root, each read once, and remembers which they asked for."""

    def __init__(self, files: Files) -> None:
        """Take the files of the project."""
        self._files = files
        self._held = Held(self._read, MOST if len(files.entries()) < MANY_FILES else MOST // 4)
        self._paths: tuple[str, ...] | None = None

    def read(self, path: str) -> Source | None:
        """Return the text of a file of the project; None when there is none or it cannot be read."""
        return self._held.get(path)

    def _read(self, path: str) -> Source | None:
        content = self._files.read(path) if path in self._files.entries() else None
        usable = content is not None and content.problem in ("", "file/encoding")
        return Source(path, content.text) if content is not None and usable else None

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the project's files, sorted."""
        if self._paths is None:
            self._paths = tuple(sorted(self._files.entries()))
        return self._paths


def recognise(files: Files, entry: PathFact, assigned: Sequence[tuple[str, str]]) -> Recognised:
    """Return the kind of a file; its content is read only when neither settings nor path settle it."""
    guess = by_settings(entry.path, assigned) or by_path(entry.path, executable=entry.executable)
    if guess is not None and guess.sure:
        return Recognised(entry, guess)
    name = entry.path.rpartition("/")[2].lower()
    dot = name.rfind(".")
    suffix = name[dot:] if dot > 0 else ""
    if guess is None and (suffix not in _SNIFFED or name in _LOCKS):
        return Recognised(entry, Guess(TEXT, "no format knows the name"))
    content = files.read(entry.path)
    found = by_content(entry.path, content.text, executable=entry.executable) if content.text else None
    if found is None:
        return Recognised(entry, Guess(TEXT, "neither name nor content is of a known format"), content)
    return Recognised(entry, found, content)


def claimed(files: Files, guesses: Mapping[str, Guess]) -> Mapping[str, Guess]:
    """Return what the files without a kind are that others claim: what they include, copy or mount."""
    if not any(guess.kind in _CLAIMING for guess in guesses.values()):
        return {}
    from maverick_lint.formats.nginx.claims import claims  # seldom needed

    found = claims(FilesReader(files))
    return {path: guess for path, guess in found.items() if path in guesses and guesses[path].kind == TEXT}


def parse(kind: str, source: Source, reader: Reader) -> Document[Any]:
    """Return the document of a source; a parser that fails is a syntax error of the whole file."""
    try:
        return _parser(kind)(source, kind, reader)
    except RecursionError:
        error = ParseError(Span(0, 0), "is nested too deeply to be read")
        return Document(source, kind, None, errors=(error,))


def facts_of(document: Document[Any]) -> Iterable[Fact]:
    """Return what a document states; nothing for formats that state no facts."""
    stated = _stater(document.kind)
    return () if stated is None or document.model is None else stated(document)


@lru_cache(maxsize=64)
def _parser(kind: str) -> Callable[[Source, str, Reader], Document[Any]]:
    module = importlib.import_module(f"maverick_lint.formats.{folder_of(kind)}.parse")
    parser: Callable[[Source, str, Reader], Document[Any]] = module.parse
    return parser


@lru_cache(maxsize=64)
def _stater(kind: str) -> Callable[[Document[Any]], Iterable[Fact]] | None:
    name = f"maverick_lint.formats.{folder_of(kind)}.facts"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None
    stater: Callable[[Document[Any]], Iterable[Fact]] = module.facts
    return stater
