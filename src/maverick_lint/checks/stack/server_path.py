"""stack/server-path: what a server runs and reads by a path of the repository is in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.server_paths import server_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.server_paths import ServerPath

_NEAR: Final = 0.6
_LIKE: Final = 0.82


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each path on a server whose folder is one of the repository, which has no such file in it."""
    found = list(server_paths(stack))
    folders = _folders(stack)
    known: dict[str, ServerPath] = {}
    for one in found:
        folder, _, name = one.path.rpartition("/")
        home = _home(folder, folders)
        if home is not None and name in folders[home]:
            known.setdefault(folder, one)
    seen: set[tuple[str, str]] = set()
    for one in sorted(found, key=lambda one: (one.place.path, one.place.span.start)):
        folder, _, name = one.path.rpartition("/")
        home = _home(folder, folders)
        if home is None or name in folders[home] or (one.place.path, one.path) in seen:
            continue
        seen.add((one.place.path, one.path))
        # the folder is surely that of the repository where another path in it leads to a file of it
        sure = folder in known or home.count("/") > 0
        beside = [other for other in folders[home] if other.rpartition(".")[2] == name.rpartition(".")[2]]
        close = close_matches(name, sorted(beside), 1, _NEAR if sure else _LIKE)
        if close:
            path = f"{home}/{close[0]}"
            related = (Related(Place(path, Span(0, 0)), "the file of the nearest name"),)
            yield Hit(one.place, {"path": one.path, "folder": home, "name": name, "near": close[0]}, related=related)


def _folders(stack: Stack) -> dict[str, set[str]]:
    """Return the names of the files of each folder of the repository."""
    found: dict[str, set[str]] = {}
    for path in stack.files:
        folder, _, name = path.rpartition("/")
        if folder:
            found.setdefault(folder, set()).add(name)
    return found


def _home(folder: str, folders: dict[str, set[str]]) -> str | None:
    """Return the folder of the repository as which a folder on a server ends: the longest one."""
    parts = folder.strip("/").split("/")
    for start in range(1, len(parts)):
        inner = "/".join(parts[start:])
        if inner in folders:
            return inner
    return None
