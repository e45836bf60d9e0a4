"""Which drop-ins change a unit.

Source: systemd.unit(5) of systemd 252: for `foo-bar@x.service` the folders are foo-bar@x.service.d, foo-bar@.service.d,
the names cut at a dash (foo-.service.d), and service.d. Of files with one name the one in the first folder counts, in
/etc before /run before /usr; all that count are read in the order of their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Reader

# Where systemd looks, in the order of precedence; a repository may hold them below any folder.
_ROOTS: Final = ("etc/systemd/", "run/systemd/", "usr/local/lib/systemd/", "usr/lib/systemd/", "lib/systemd/")
_SCOPES: Final = ("system", "user")

_folders: WeakKeyDictionary[Reader, Mapping[str, list[str]]] = WeakKeyDictionary()


def drop_ins_of(path: str, reader: Reader) -> list[str]:
    """Return the paths of the drop-ins of a unit file, in the order in which systemd reads them."""
    known = _folders.get(reader)
    if known is None:
        known = _folders[reader] = _read(reader)
    if not known:
        return []
    folder, slash, name = path.rpartition("/")
    found: dict[str, str] = {}
    for owner in owners(name):
        for home in _homes(folder):
            for file in known.get(f"{home}{slash}{owner}.d", ()):
                found.setdefault(file.rpartition("/")[2], file)
    return [found[file] for file in sorted(found)]


def owners(name: str) -> Iterator[str]:
    """Yield the names whose folders hold drop-ins of a unit, the most special first."""
    stem, _, kind = name.rpartition(".")
    yield name
    template, at, instance = stem.partition("@")
    if at and instance:
        yield f"{template}@.{kind}"
    dash = template.rstrip("-").rfind("-")
    while dash > 0:
        yield f"{template[: dash + 1]}.{kind}"
        dash = template[:dash].rstrip("-").rfind("-")
    yield kind


def _homes(folder: str) -> Iterator[str]:
    """Yield the folders in which units of one folder have drop-ins: itself alone, or all that systemd looks in."""
    for scope in _SCOPES:
        for root in _ROOTS:
            before = folder.removesuffix(root + scope)
            if before != folder and (not before or before.endswith("/")):
                yield from (before + other + scope for other in _ROOTS)
                return
    yield folder


def _read(reader: Reader) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in reader.paths():
        if path.endswith(".conf") and ".d/" in path:
            folder = path.rpartition("/")[0]
            if folder.endswith(".d"):
                found.setdefault(folder, []).append(path)
    return found
