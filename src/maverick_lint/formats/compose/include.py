"""`include`: the projects of other files beside the one at hand (Compose specification, 14-include).

Each is read with the paths and the variables of its own folder, or of its `project_directory` and `env_file`. What two
files declare under one name is no longer what either of them says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.formats.compose.paths import inside, leads_out
from maverick_lint.formats.compose.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.loader import Files, Project
    from maverick_lint.formats.compose.tree import Value

_MOST: Final = 200
SECTIONS: Final = ("services", "volumes", "networks", "secrets", "configs", "models")


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
            value, directory = todo[count]
            count += 1
            text = value.known
            if text is None or text.startswith(("oci:", "git:")) or "://" in text:
                project.closed = False
                continue
            path = inside(value.file.folder, text)
            folder = None if path is None else path.rpartition("/")[0] if directory is None else directory
            root = None if path is None or folder is None else self._files.root(path, folder, project=True)
            if path is None or root is None:
                project.closed = False
                self._missing(value, text, path)
            elif path not in seen:
                seen.add(path)
                project.paths.append(path)
                self._take(root, value)
                todo.extend(_wanted(root))
            elif path == project.paths[0]:
                message = f"`{text}` includes {project.paths[0]} again, which Compose refuses"
                project.problems.append(Problem("include", value.at, message))

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


def _wanted(root: Value) -> Iterator[tuple[Value, str | None]]:
    """Yield each path that an `include` names, with the folder of that project where it is given."""
    entry = root.get("include")
    if entry is None:
        return
    for item in entry.items() if entry.is_list else [entry]:
        path = item.get("path") if item.is_map else item
        if path is None:
            continue
        given = item.get("project_directory") if item.is_map else None
        directory = None if given is None or given.known is None else inside(item.file.folder, given.known)
        for part in path.items() if path.is_list else [path]:
            yield part, directory
