"""`include`: the projects of other files beside the one at hand (Compose specification, 14-include).

Each is read with the paths and the variables of its own folder, or of its `project_directory` and `env_file`. What two
files declare under one name is no longer what either of them says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.core.record import record
from maverick_lint.formats.compose.merge import stacked
from maverick_lint.formats.compose.model import SECTIONS
from maverick_lint.formats.compose.paths import inside, leads_out
from maverick_lint.formats.compose.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.compose.loader import Files, Project
    from maverick_lint.formats.compose.tree import Value

_MOST: Final = 200


@record
class Inclusion:
    """A project to bring in: its files, put on each other, its folder where it is given, and its files of variables."""

    paths: tuple[Value, ...]
    directory: str | None
    env_files: tuple[Value, ...] = ()


class Includer:
    """Follows the `include` of a project, and what is included there."""

    def __init__(self, files: Files, project: Project) -> None:
        """Take the files, and the project that grows."""
        self._files = files
        self._project = project
        self._declared: dict[tuple[str, str], Value] = {}

    def follow(self) -> None:
        """Note every name and every service that comes in, in a loop that remembers where it was."""
        project = self._project
        self._note(project.root)
        todo = list(_wanted(project.root))
        seen = {project.paths[0]}
        count = 0
        while count < len(todo) and len(seen) < _MOST:
            wanted = todo[count]
            count += 1
            paths = [path for value in wanted.paths if (path := self._path(value)) is not None]
            if len(paths) < len(wanted.paths) or not paths:
                project.closed = False
                continue
            known = self._known(wanted, paths[0])
            roots = [root for value in wanted.paths if (root := self._root(value, wanted, paths[0], known)) is not None]
            for value, path in zip(wanted.paths, paths, strict=True):
                if path == project.paths[0]:
                    message = f"`{value.known}` includes {project.paths[0]} again, which Compose refuses"
                    project.problems.append(Problem("include", value.at, message))
            if not roots or seen.issuperset(paths):
                continue
            seen.update(paths)
            project.paths.extend(paths)
            self._take(stacked(roots, []), wanted.paths[0])
            todo.extend(each for root in roots for each in _wanted(root))

    def _path(self, value: Value) -> str | None:
        """Return the path that an entry names; None where it is unknown or outside of the repository."""
        text = value.known
        if text is None or text.startswith(("oci:", "git:")) or "://" in text:
            return None
        path = inside(value.file.folder, text)
        if path is None:
            self._missing(value, text, None)
        return path

    def _known(self, wanted: Inclusion, path: str) -> Mapping[str, str]:
        """Return the variables of an included project: those of the one that includes it win over its own files."""
        outer = wanted.paths[0].file.known
        home = wanted.paths[0].file.folder
        if wanted.env_files:
            texts = [value.known for value in wanted.env_files]
            return self._files.added(outer, [found for text in texts if text and (found := inside(home, text))])
        folder = path.rpartition("/")[0] if wanted.directory is None else wanted.directory
        return self._files.added(outer, [f"{folder}/.env" if folder else ".env"])

    def _root(self, value: Value, wanted: Inclusion, main: str, known: Mapping[str, str]) -> Value | None:
        """Return the top level of an included file; its paths are those of the first one's folder, or of the given."""
        text = value.known or ""
        path = inside(value.file.folder, text)
        folder = main.rpartition("/")[0] if wanted.directory is None else wanted.directory
        root = None if path is None else self._files.root(path, folder, project=True, known=known)
        if root is None:
            self._project.closed = False
            self._missing(value, text, path)
        return root

    def _take(self, root: Value, value: Value) -> None:
        by = Related(value.place, "included here")
        for section in SECTIONS:
            held = root.get(section)
            if held is not None:
                self._project.included.setdefault(section, set()).update(held.entries())
        services = root.get("services")
        for name, service in (services.entries() if services is not None else {}).items():
            self._project.joined.setdefault(name, service.pulled(by))
        self._note(root)

    def _note(self, root: Value) -> None:
        """Note what a file declares, and report what an earlier one declares too."""
        for section in SECTIONS:
            held = root.get(section)
            for name, entry in (held.entries() if held is not None else {}).items():
                earlier = self._declared.setdefault((section, name), entry)
                if earlier is entry or (section != "services" and _bare(entry) and _bare(earlier)):
                    continue
                message = (
                    f"the {section.removesuffix('s')} `{name}` is declared in {earlier.file.path} too, and `include` "
                    f"reads both: some versions of Compose refuse that, others put one on the other"
                )
                related = (Related(earlier.key_place, "declared here too"),)
                self._project.problems.append(Problem("include", entry.key_at, message, related, "warning"))

    def _missing(self, value: Value, text: str, path: str | None) -> None:
        if path is not None:
            message = f"the file `{path}` that is included here does not exist or is no Compose file"
        elif leads_out(value.file.folder, text):
            message = f"`{text}` leads out of the repository, so others cannot start this project"
        else:
            return
        self._project.problems.append(Problem("include", value.at, message))


def _bare(entry: Value) -> bool:
    """Say whether a resource is only named, so that two files may name it alike."""
    return entry.is_null or not entry.entries()


def _wanted(root: Value) -> Iterator[Inclusion]:
    """Yield each project that an `include` names."""
    entry = root.get("include")
    if entry is None:
        return
    for item in entry.items() if entry.is_list else [entry]:
        path = item.get("path") if item.is_map else item
        if path is None:
            continue
        given = item.get("project_directory") if item.is_map else None
        directory = None if given is None or given.known is None else inside(item.file.folder, given.known)
        yield Inclusion(_listed(path), directory, _listed(item.get("env_file") if item.is_map else None))


def _listed(value: Value | None) -> tuple[Value, ...]:
    return () if value is None else tuple(value.items()) if value.is_list else (value,)


def variable_files(root: Value) -> Iterator[Value]:
    """Yield each file of variables that an `include` names for the project that it brings in."""
    for wanted in _wanted(root):
        yield from wanted.env_files
