"""Which files a repository starts together: `docker compose -f base.yaml -f prod.yaml up`, and COMPOSE_FILE.

Read from the text of scripts, Makefiles, workflows and `.env` files, line by line: it is enough to know the names of
the files, and no other format needs to be parsed. A list with a variable in it is unknown, and left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span
from maverick_lint.formats.compose.paths import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader

_LAUNCHERS: Final = frozenset({
    "makefile", "gnumakefile", "justfile", ".justfile", "taskfile.yml", "taskfile.yaml", "package.json", ".env",
    ".gitlab-ci.yml", "tasks.py", "noxfile.py", "procfile", "jenkinsfile", ".travis.yml",
})  # fmt: skip
_SUFFIXES: Final = (".sh", ".bash", ".mk", ".service", ".just")
# Compiled at their first use: a file alone needs none of them.
_FILE: Final = r"(?:^|\s)(?:-f|--file)[ =]\s*([^\s;|&)]+)"
_LIST: Final = r"\bCOMPOSE_FILE\b\s*[:=]\s*([^\s#;]+)"
_INCLUDED: Final = r"^\s*(?:- +|path: +|- +path: +)[\"']?([^\s\"'#]+\.ya?ml)\b"
_MOST_FILES: Final = 400
_MOST_SETS: Final = 40
_LONGEST: Final = 300_000


@record
class Launch:
    """Files that are started together, the first one the base; `place` is the command or the list that says so."""

    paths: tuple[str, ...]
    place: Place


# What was found for a reader: a run has one, and asks for every file.
_known: WeakKeyDictionary[Reader, tuple[Launch, ...]] = WeakKeyDictionary()
_included: WeakKeyDictionary[Reader, frozenset[str]] = WeakKeyDictionary()


def launches(reader: Reader) -> tuple[Launch, ...]:
    """Return every set of Compose files that the repository starts, each once, in the order of the launchers' paths."""
    found = _known.get(reader)
    if found is None:
        found = _known[reader] = _search(reader)
    return found


def included(reader: Reader) -> frozenset[str]:
    """Return the paths that Compose files of the repository include."""
    found = _included.get(reader)
    if found is None:
        found = _included[reader] = frozenset(_inclusions(reader))
    return found


def _inclusions(reader: Reader) -> Iterator[str]:
    for path in reader.paths():
        if not path.endswith((".yml", ".yaml")) or "compose" not in path.lower():
            continue
        source = reader.read(path)
        if source is None or "include:" not in source.text or "\ninclude:" not in f"\n{source.text}":
            continue
        home = path.rpartition("/")[0]
        yield from (inside(home, name) or "" for name in re.findall(_INCLUDED, source.text, re.MULTILINE))


def _search(reader: Reader) -> tuple[Launch, ...]:
    paths = reader.paths()
    composes = [path for path in paths if path.endswith((".yml", ".yaml")) and "compose" in path.lower()]
    if len(composes) < 2:  # noqa: PLR2004 - two files can be put on each other
        return ()
    there = frozenset(paths)
    folders = sorted({path.rpartition("/")[0] for path in composes})
    found: dict[tuple[str, ...], Launch] = {}
    for launcher in [path for path in paths if _is_launcher(path)][:_MOST_FILES]:
        source = reader.read(launcher)
        if source is None or len(source.text) > _LONGEST or "ompose" not in source.text.replace("OMPOSE", "ompose"):
            continue
        for names, span in _sets(source.text):
            joined = _resolved(names, launcher.rpartition("/")[0], folders, there)
            if joined and len(found) < _MOST_SETS:
                found.setdefault(joined, Launch(joined, Place(launcher, span)))
    return tuple(found.values())


def _is_launcher(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    if name in _LAUNCHERS or name.endswith(_SUFFIXES):
        return True
    return path.startswith((".github/workflows/", ".gitlab/", ".circleci/")) and name.endswith((".yml", ".yaml"))


def _sets(text: str) -> Iterator[tuple[list[str], Span]]:
    """Yield the names of each command and of each list, with the place of the command's line."""
    at = 0
    for line in re.sub(r"\\\r?\n", lambda match: " " * len(match[0]), text).splitlines(keepends=True):
        if "ompose" in line.lower() and not line.lstrip().startswith(("#", "//", "echo ")):
            bare = line.rstrip()
            span = Span(at + len(bare) - len(bare.lstrip()), at + len(bare))
            for command in re.split(r"&&|;|\|", bare):
                names = (
                    [name.strip("\"',") for name in re.findall(_FILE, command)] if "ompose" in command.lower() else []
                )
                if names:
                    yield names, span
            listed = re.search(_LIST, bare)
            if listed is not None:
                yield listed[1].strip("\"'").split(":"), span
        at += len(line)


def _resolved(names: list[str], home: str, folders: list[str], there: frozenset[str]) -> tuple[str, ...]:
    """Return the paths that the names mean, () when that is unknown.

    They are relative to where the command runs: to the launcher's folder or the root, where all of them are there, or
    to the only folder that has them all.
    """
    if any("$" in name or "{" in name for name in names) or not all(name.endswith((".yml", ".yaml")) for name in names):
        return ()
    for folder in ("", home):
        if found := _all(names, folder, there):
            return found
    others = [found for folder in folders if (found := _all(names, folder, there))]
    return others[0] if len(others) == 1 else ()


def _all(names: list[str], folder: str, there: frozenset[str]) -> tuple[str, ...]:
    found = tuple(inside(folder, name) or "" for name in names)
    return tuple(dict.fromkeys(found)) if all(path in there for path in found) else ()
