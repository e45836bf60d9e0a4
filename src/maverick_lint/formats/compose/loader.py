"""Joins the files of a project: the override of a default file, `include`, and `extends`.

Every other file is asked of the reader and read once; chains are followed in loops that remember where they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.core.record import builder, field
from maverick_lint.core.span import Place
from maverick_lint.formats._dotenv import read_dotenv
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.compose.extends import Extender
from maverick_lint.formats.compose.merge import Clash, merged, without_resets
from maverick_lint.formats.compose.paths import inside, leads_out
from maverick_lint.formats.compose.problem import Problem
from maverick_lint.formats.compose.tree import File, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

# Compose takes the first default file of a folder and the first default override beside it.
BASES: Final = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
OVERRIDES: Final = (
    "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
)  # fmt: skip
_INCLUDES: Final = 200
RESOURCES: Final = ("volumes", "networks", "secrets", "configs")


@builder
class Project:
    """A project after joining.

    root      the top-level mapping, the override merged in
    services  each service after `extends`
    open      names of services whose `extends` leads to something unknown
    included  what other files bring in: names by section ("services", "volumes" ...)
    closed    every included file could be read, so a name that is nowhere is really undefined
    paths     the files that took part, the one at hand first
    """

    root: Value
    services: dict[str, Value] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    included: dict[str, set[str]] = field(default_factory=dict)
    closed: bool = True
    paths: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Files:
    """The files of a project by path, each read once."""

    def __init__(self, reader: Reader, home: str) -> None:
        """Take the engine's reader and the path of the file at hand."""
        self._reader = reader
        self._roots: dict[tuple[str, str], Value | None] = {}
        self._known: dict[str, Mapping[str, str]] = {}
        self._home = home

    def known(self, folder: str) -> Mapping[str, str]:
        """Return the variables that the `.env` of a folder sets."""
        if folder not in self._known:
            source = self._reader.read(f"{folder}/.env" if folder else ".env")
            self._known[folder] = {} if source is None else read_dotenv(source.text).values()
        return self._known[folder]

    def root(self, path: str, folder: str) -> Value | None:
        """Return the top-level mapping of another file, its variables those of `folder`; None without one."""
        at = (path, folder)
        if at not in self._roots:
            source = self._reader.read(path)
            node = None if source is None else read_yaml(source, "go").root
            if source is None or node is None or not node.is_map:
                self._roots[at] = None
            else:
                self._roots[at] = Value(node, File(source, self.known(folder), home=False))
        return self._roots[at]

    def home(self, source: Source, node: Node) -> Value:
        """Return the top-level mapping of the file at hand."""
        folder = source.path.rpartition("/")[0]
        return Value(node, File(source, self.known(folder)))


def load(source: Source, node: Node, reader: Reader) -> Project:
    """Join the project of a file; `node` is its top-level mapping. Never raises."""
    files = Files(reader, source.path)
    root = files.home(source, node)
    project = Project(root, paths=[source.path])
    project.root = without_resets(_overridden(project, files, source.path))
    _include(project, files)
    services = project.root.get("services")
    extender = Extender(files, project)
    for name, value in (services.entries() if services is not None else {}).items():
        if value.node.tag != "!reset":
            project.services[name] = extender.extended(name, value)
    return project


def override_of(path: str, reader: Reader) -> str | None:
    """Return the default override beside a default file, as `docker compose up` takes it; None without one."""
    folder, _, name = path.rpartition("/")
    prefix = f"{folder}/" if folder else ""
    first = next((base for base in BASES if reader.read(prefix + base) is not None), None)
    if name != first:
        return None
    return next((prefix + over for over in OVERRIDES if reader.read(prefix + over) is not None), None)


def base_of(path: str, reader: Reader) -> str | None:
    """Return the default file that stands in the folder of a file, other than that file itself."""
    folder, _, name = path.rpartition("/")
    prefix = f"{folder}/" if folder else ""
    return next((prefix + base for base in BASES if base != name and reader.read(prefix + base) is not None), None)


def _overridden(project: Project, files: Files, path: str) -> Value:
    over_path = override_of(path, files._reader)  # noqa: SLF001 - the two classes are one module
    over = None if over_path is None else files.root(over_path, path.rpartition("/")[0])
    if over is None or over_path is None:
        return project.root
    project.paths.append(over_path)
    clashes: list[Clash] = []
    joined = merged(project.root, over, clashes)
    for clash in clashes:
        message = f"`{clash.key}` is a {clash.over.kind} here and cannot be put on the {clash.base.kind} of {path}"
        related = (Related(clash.base.place, "what it would override"),)
        project.problems.append(Problem("merge", clash.over.at, message, related))
    return project.root if joined is None else Value.joined(project.root, entries=joined.entries())


def _include(project: Project, files: Files) -> None:
    """Follow `include`, and what is included there, and note every name that comes in."""
    entry = project.root.get("include")
    todo = [] if entry is None else list(_wanted(entry))
    seen = {project.paths[0]}
    while todo and len(seen) < _INCLUDES:
        value, folder = todo.pop(0)
        text = value.known
        if text is None or text.startswith(("oci:", "git:", "http:", "https:")) or "://" in text:
            project.closed = False
            continue
        path = inside(folder, text)
        root = None if path is None else files.root(path, path.rpartition("/")[0])
        if path is None or root is None:
            project.closed = False
            _missing(project, value, text, path, outside=leads_out(folder, text))
        elif path not in seen:
            seen.add(path)
            project.paths.append(path)
            _names(project, root)
            further = root.get("include")
            todo.extend([] if further is None else _wanted(further))
        elif path == project.paths[0]:
            message = f"`{text}` includes {project.paths[0]} again, which Compose refuses"
            project.problems.append(Problem("include", value.at, message))


def _wanted(entry: Value) -> Iterator[tuple[Value, str]]:
    """Yield each path that an `include` names, with the folder that it is relative to."""
    for item in entry.items() if entry.is_list else [entry]:
        path = item.get("path") if item.is_map else item
        if path is not None:
            for part in path.items() if path.is_list else [path]:
                yield part, item.file.folder


def _missing(project: Project, value: Value, text: str, path: str | None, *, outside: bool) -> None:
    if path is not None:
        message = f"the file `{path}` that is included here does not exist or is no Compose file"
    elif outside:
        message = f"`{text}` leads out of the repository, so others cannot start this project"
    else:
        return
    place = value.place
    at = value.at if value.file.home else Place(place.path, place.span)
    project.problems.append(Problem("include", at, message))


def _names(project: Project, root: Value) -> None:
    for section in ("services", *RESOURCES):
        value = root.get(section)
        if value is not None:
            project.included.setdefault(section, set()).update(value.entries())
