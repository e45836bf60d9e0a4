"""Joins the files of a project: the override of a default file or those of a launch, `include`, and `extends`.

Every other file is asked of the reader and read once; chains are followed in loops that remember where they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.core.record import builder, field
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.compose.merge import Clash, merged, stacked, without_resets
from maverick_lint.formats.compose.problem import Problem
from maverick_lint.formats.compose.tree import File, Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.compose.launches import Launch

# Compose takes the first default file of a folder and the first default override beside it.
BASES: Final = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
OVERRIDES: Final = (
    "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
)  # fmt: skip


@builder
class Project:
    """A project after joining.

    root      the top-level mapping, the override merged in
    services  each service after `extends`
    open      names of services whose `extends` leads to something unknown
    included  what other files bring in: names by section ("services", "volumes" ...)
    closed    every included file could be read, so a name that is nowhere is really undefined
    paths     the files that took part, the one at hand first
    joined    the services that included files bring in
    """

    root: Value
    services: dict[str, Value] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    included: dict[str, set[str]] = field(default_factory=dict)
    closed: bool = True
    paths: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    joined: dict[str, Value] = field(default_factory=dict)


class Files:
    """The files of a project by path, each read once."""

    def __init__(self, reader: Reader, home: str) -> None:
        """Take the engine's reader and the path of the file at hand."""
        self._reader = reader
        self._roots: dict[tuple[str, str, bool], Value | None] = {}
        self._known: dict[str, Mapping[str, str]] = {}
        self._nodes: dict[str, tuple[Source | None, Sequence[Node]]] = {}
        self._home = home

    def known(self, folder: str) -> Mapping[str, str]:
        """Return the variables that the `.env` of a folder sets."""
        path = f"{folder}/.env" if folder else ".env"
        if path not in self._known:
            source = self._reader.read(path)
            self._known[path] = {} if source is None else _variables(source.text)
        return self._known[path]

    def added(self, known: Mapping[str, str], paths: Sequence[str]) -> Mapping[str, str]:
        """Return the variables that are known with those of further files; what is known already wins."""
        found: dict[str, str] = {}
        for path in paths:
            source = self._reader.read(path)
            found |= {} if source is None else _variables(source.text, {**found, **known})
        return {**found, **known}

    def root(
        self, path: str, folder: str, *, project: bool = False, known: Mapping[str, str] | None = None
    ) -> Value | None:
        """Return the top-level mapping of another file, None without one.

        Its variables are those of `folder` where none are given; so are its paths, where it is part of the `project`
        there.
        """
        at = (path, folder, project)
        if known is None and at in self._roots:
            return self._roots[at]
        source, nodes = self._read(path)
        root = None
        if source is not None and nodes and nodes[0].is_map:
            mine = self.known(folder) if known is None else known
            of = folder if project else None
            file = File(source, mine, home=False, project=of, merging="<<" in source.text)
            root = stacked([Value(node, file) for node in nodes], [])
        if known is None:
            self._roots[at] = root
        return root

    def _read(self, path: str) -> tuple[Source | None, Sequence[Node]]:
        if path not in self._nodes:
            source = self._reader.read(path)
            self._nodes[path] = source, () if source is None else read_yaml(source, "go").roots
        return self._nodes[path]

    def home(self, source: Source, nodes: Sequence[Node], clashes: list[Clash]) -> Value:
        """Return the top-level mapping of the file at hand."""
        file = File(source, self.known(source.path.rpartition("/")[0]), merging="<<" in source.text)
        return stacked([Value(node, file) for node in nodes], clashes)


def _variables(text: str, known: Mapping[str, str] | None = None) -> dict[str, str]:
    from maverick_lint.formats.compose.variables import variables  # only where there is a file of them

    return variables(text, known)


def load(source: Source, nodes: Sequence[Node], reader: Reader, launch: Launch | None = None) -> Project:
    """Join the project of a file. Never raises.

    `nodes` are the top-level mappings of its documents. With a launch, the files of that are put on it, otherwise the
    default override of its folder.
    """
    files = Files(reader, source.path)
    clashes: list[Clash] = []
    root = files.home(source, nodes, clashes)
    project = Project(root, paths=[source.path])
    _report(project, clashes, ())
    over = override_of(source.path, reader) if launch is None else None
    for path in launch.paths[1:] if launch is not None else (over,) if over else ():
        _put_on(project, files, path, launch)
    project.root = without_resets(project.root)
    if project.root.get("include") is not None:
        from maverick_lint.formats.compose.include import Includer  # few files include others

        Includer(files, project).follow()
    services = project.root.get("services")
    entries = {} if services is None else services.entries()
    project.services = {name: value for name, value in entries.items() if value.node.tag != "!reset"}
    if any("extends" in value.names() for value in project.services.values()):
        from maverick_lint.formats.compose.extends import Extender  # few services extend others

        extender = Extender(files, project)
        project.services = {name: extender.extended(name, value) for name, value in project.services.items()}
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


def _put_on(project: Project, files: Files, path: str, launch: Launch | None) -> None:
    """Put a file on the project: its default override, or the next one of a launch."""
    over = files.root(path, project.paths[0].rpartition("/")[0], project=True)
    if over is None:
        return
    project.paths.append(path)
    clashes: list[Clash] = []
    if launch is None:
        first = next(iter(project.root.entries().values()), project.root)
        by = Related(first.key_place, "the file that it is put on")
    else:
        by = Related(launch.place, "the files are joined here")
    joined = merged(project.root, over.pulled(by), clashes)
    _report(project, clashes, (by,))
    if joined is not None:
        project.root = Value.joined(project.root, entries=joined.entries())


def _report(project: Project, clashes: list[Clash], further: tuple[Related, ...]) -> None:
    for clash in clashes:
        message = (
            f"`{clash.key}` is a {clash.over.kind} here and cannot be put on the {clash.base.kind} "
            f"of {clash.base.file.path}"
        )
        related = (Related(clash.base.place, "what it would override"), *further)
        project.problems.append(Problem("merge", clash.over.at, message, related))
