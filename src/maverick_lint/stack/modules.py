"""The Python modules that a command starts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.stack.model import Stack

_PYTHON: Final = re.compile(r"(?:python|pypy)[0-9.]*\Z")
_MODULE: Final = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\Z")
_OBJECT: Final = re.compile(r"([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):[A-Za-z_]\w*(?:\.\w+)*(?:\(\))?\Z")
# Servers that take `module:object`, from their own help (2026-11).
_SERVERS: Final = frozenset({"uvicorn", "gunicorn", "hypercorn", "daphne", "granian", "waitress-serve"})
# Their options that name another folder to look for modules in.
_FOLDERS: Final = ("--app-dir", "--chdir", "--pythonpath", "--root-path", "--working-dir")
_OWNERS: Final = frozenset({"celery", "flask"})


@record
class ModuleUse:
    """A command starts a module: the number of the word that names it, and whether `python -m` runs it."""

    index: int
    module: str
    main: bool = False
    moved: bool = False


def module_uses(words: Sequence[str | None]) -> Iterator[ModuleUse]:
    """Yield the modules that a command names; `moved` when an option has them looked for in another folder."""
    moved = any(word and word.partition("=")[0] in _FOLDERS for word in words)
    names = [(word or "").rpartition("/")[2] for word in words]
    for index, word in enumerate(words):
        before = names[index - 1] if index else ""
        if word is None:
            continue
        if before == "-m" and index > 1 and _PYTHON.match(names[index - 2]) and _MODULE.match(word):
            yield ModuleUse(index, word, main=True, moved=moved)
        elif before in ("-A", "--app") and _OWNERS.intersection(names[:index]):
            match = _OBJECT.match(word)
            if match is not None or _MODULE.match(word):
                yield ModuleUse(index, match[1] if match is not None else word, moved=moved)
        elif not before.startswith("-") or "=" in before:
            match = _OBJECT.match(word)
            if match is not None and _SERVERS.intersection(names[:index]):
                yield ModuleUse(index, match[1], moved=moved)


def homes(stack: Stack, module: str, context: str) -> tuple[list[str], list[str]]:
    """Return the files that a module may be, and the folders that hold its first package, below a build context."""
    parts = module.split(".")
    inner = "/".join(parts)
    ends = (f"{inner}.py", f"{inner}/__init__.py", f"{inner}/__main__.py", f"{inner}.so", f"{inner}.pyx")
    first = parts[0]
    prefix = f"{context}/" if context else ""
    files, tops = [], set()
    for path in _by_part(stack).get(first, ()):
        if not path.startswith(prefix):
            continue
        if path.endswith(ends) and (path[len(prefix) :] in ends or path.endswith(tuple(f"/{end}" for end in ends))):
            files.append(path)
        folder, _, name = path.rpartition("/")
        if name == f"{first}.py":
            tops.add(folder)
        else:
            above, _, last = folder.rpartition("/")
            if last == first:
                tops.add(above)
    return files, sorted(tops)


def python_paths(stack: Stack) -> tuple[str, ...]:
    """Return the paths of the Python files of the repository, sorted."""
    known = stack.memo.get("python-paths")
    if not isinstance(known, tuple):
        known = stack.memo["python-paths"] = tuple(sorted(path for path in stack.files if path.endswith(".py")))
    return known


def _by_part(stack: Stack) -> dict[str, list[str]]:
    """Return the paths of Python files by each folder that they lie in, and by their own name."""
    known = stack.memo.get("python-paths-by-part")
    if isinstance(known, dict):
        return known
    found: dict[str, list[str]] = {}
    for path in python_paths(stack):
        for part in dict.fromkeys(path.removesuffix(".py").split("/")):
            found.setdefault(part, []).append(path)
    stack.memo["python-paths-by-part"] = found
    return found
