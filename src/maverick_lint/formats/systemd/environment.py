"""The variables of a unit's commands: those of Environment=, and of files of the repository.

Source: systemd.exec(5) of systemd 252: a file overrides Environment=, a later file an earlier one; with `-` before it a
file may be missing.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.systemd.model import VariableFile
from maverick_lint.formats.systemd.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Reader
    from maverick_lint.formats.systemd.model import Unit

_LONGEST: Final = 100_000
_LIKE: Final = 0.75


def variable_files(unit: Unit, reader: Reader) -> Iterator[VariableFile]:
    """Yield the files that EnvironmentFile= names, each with the file of the repository that it is."""
    files = unit.listed("Service", "EnvironmentFile")
    if not files:
        return
    paths = reader.paths()
    folder = unit.value("Service", "WorkingDirectory") or ""
    for entry in files:
        path = entry.value.removeprefix("-")
        if not path.startswith("/") or "%" in path or "*" in path:
            yield VariableFile(entry, path, "", "")
            continue
        home, name = posixpath.split(path)
        # A tree of the server in the repository (deploy/etc/app/x.env), or the repository itself, where it runs.
        inside = path[len(folder) + 1 :] if folder != "/" and path.startswith(folder + "/") else ""
        found = [one for one in paths if f"/{one}".endswith(path)] or [one for one in paths if one == inside and inside]
        near = ""
        if not found:
            beside = [one for one in paths if posixpath.dirname(f"/{one}").endswith(home) and home.count("/") > 1]
            like = close_matches(name, [posixpath.basename(one) for one in beside], 1, _LIKE)
            near = next((one for one in beside if like and posixpath.basename(one) == like[0]), "")
        yield VariableFile(entry, path, found[0] if len(found) == 1 else "", near)


def environment_of(unit: Unit, files: tuple[VariableFile, ...], reader: Reader) -> Mapping[str, str]:
    """Return the variables that the commands are known to have; none where a file may set others."""
    if not all(one.found for one in files):
        return {}
    known: dict[str, str] = {}
    for entry in unit.listed("Service", "Environment"):
        for word in words_of(entry.value)[0]:
            name, sign, value = word.text.partition("=")
            if sign and "%" not in value and "\\" not in value:
                known[name] = value
    for one in files:
        source = reader.read(one.found)
        if source is None or len(source.text) > _LONGEST:
            return {}
        from maverick_lint.formats._dotenv.read import read_dotenv  # only where a unit names a file of the repository

        known |= read_dotenv(source.text).values()
    return known
