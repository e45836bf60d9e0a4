"""The projects of an invocation: a folder with settings of its own is a project, judged apart from its parent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from maverick_lint.config.load import NAMES, find, load
from maverick_lint.core.record import field, record, replace
from maverick_lint.engine.discover import Discovered, add, discover, find_root, walk
from maverick_lint.engine.files import DiskFiles, decode
from maverick_lint.engine.plan import Plan, make
from maverick_lint.engine.settings import validate
from maverick_lint.registry.index import rules
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maverick_lint.config.model import Settings
    from maverick_lint.core.facts.repository import PathFact
    from maverick_lint.engine.files import Content


@record
class Request:
    """What a user asked for.

    paths      files and folders, as given
    overrides  settings from the command line, by the names of `Settings`
    config     a settings file to use for the root, "" to look for one, None for none at all
    stdin      the path and the bytes of a file that is not on disk as it stands
    diff_base  a git revision to compare with, "" for none
    only_changed  keep only findings that concern files changed since then
    jobs       how many processes; 0 lets the number of files decide
    """

    paths: tuple[str, ...] = (".",)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    config: str | None = ""
    stdin: tuple[str, bytes] | None = None
    diff_base: str = ""
    only_changed: bool = False
    jobs: int = 0


@record
class Project:
    """A folder with settings of its own; `prefix` is its path relative to the root of the run, "" for the root."""

    prefix: str
    folder: str
    files: DiskFiles
    settings: Settings
    plan: Plan
    wanted: frozenset[str] | None

    def outside(self, path: str) -> str:
        """Return a path of the project relative to the root of the run."""
        return f"{self.prefix}/{path}" if self.prefix else path


@record
class Layout:
    """What was discovered for a request: the files, the projects and what stands for files (standard input)."""

    found: Discovered
    projects: tuple[Project, ...]
    overlay: Mapping[str, Content]


def lay_out(request: Request) -> Layout:
    """Return what was discovered for a request.

    Raises SettingsError when the settings of a project are wrong.
    """
    targets = [request.stdin[0]] if request.stdin else list(request.paths)
    root = find_root(targets)
    found = discover(root)
    for target in targets:
        relative = _relative(_lexical(target), root)
        if relative == "." or relative in found.entries:
            continue
        if not os.path.isdir(target):
            add(found, relative, named=True)
        elif not any(path.startswith(f"{relative}/") for path in found.entries):
            # A folder that the user names is walked, even one that git ignores.
            for path in walk(os.path.realpath(target)):
                add(found, f"{_relative(os.path.realpath(target), root)}/{path}")
    overlay = {}
    if request.stdin:
        overlay[_relative(_lexical(request.stdin[0]), root)] = decode(request.stdin[1])
    wanted = _wanted(targets, found)
    prefixes = _prefixes(found)
    owners = {path: next(p for p in prefixes if not p or path.startswith(p + "/")) for path in found.entries}
    asked = prefixes if wanted is None else [p for p in prefixes if any(owners.get(path) == p for path in wanted)]
    projects: list[Project] = []
    for prefix in sorted(asked, key=lambda prefix: (prefix.count("/"), prefix)):
        # A folder that its parent leaves out is left out with all its projects.
        if not any(_leaves_out(parent, prefix) for parent in projects):
            own = [path for path in found.entries if owners[path] == prefix]
            projects.append(_project(request, found, prefix, own, wanted, overlay))
    return Layout(found, tuple(projects), overlay)


def _leaves_out(parent: Project, prefix: str) -> bool:
    inside = not parent.prefix or prefix.startswith(parent.prefix + "/")
    below = prefix[len(parent.prefix) + 1 if parent.prefix else 0 :]
    return inside and prefix != parent.prefix and any(matches(glob, f"{below}/x") for glob in parent.settings.exclude)


def _project(  # noqa: PLR0913 - the parts of a layout
    request: Request,
    found: Discovered,
    prefix: str,
    paths: Sequence[str],
    wanted: frozenset[str] | None,
    overlay: Mapping[str, Content],
) -> Project:
    folder = os.path.join(found.root, prefix) if prefix else found.root
    cut = len(prefix) + 1 if prefix else 0
    entries: dict[str, PathFact] = {path[cut:]: replace(found.entries[path], path=path[cut:]) for path in paths}
    settings = load(folder, request.overrides, "" if prefix else request.config)
    validate(settings, rules())
    own = None if wanted is None else frozenset(path[cut:] for path in paths if path in wanted)
    texts = {path[cut:]: overlay[path] for path in paths if path in overlay}
    return Project(prefix, folder, DiskFiles(folder, entries, texts), settings, make(rules(), settings), own)


def _prefixes(found: Discovered) -> list[str]:
    """Return the folders below the root that have settings of their own, deepest first, and the root."""
    names = (*NAMES, "pyproject.toml")
    folders = {path.rpartition("/")[0] for path in found.entries if path.endswith(names) and "/" in path}
    nested = [folder for folder in folders if find(os.path.join(found.root, folder)) is not None]
    return [*sorted(nested, key=lambda folder: (-folder.count("/"), folder)), ""]


def _wanted(targets: Sequence[str], found: Discovered) -> frozenset[str] | None:
    named: set[str] = set()
    for target in targets:
        relative = _relative(os.path.realpath(target) if os.path.isdir(target) else _lexical(target), found.root)
        if relative == ".":
            return None
        if relative in found.entries:
            named.add(relative)
        named.update(path for path in found.entries if path.startswith(relative + "/"))
    return frozenset(named)


def _lexical(path: str) -> str:
    """Return the absolute path with its folders' links resolved, the last part as it is."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def _relative(path: str, root: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")
