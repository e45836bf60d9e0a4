"""A whole invocation: the paths that a user names, the projects they lie in, one result."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from maverick_lint.config.load import load
from maverick_lint.engine.discover import Discovered, Notice, add, discover, find_root, settings_file
from maverick_lint.engine.files import DiskFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import Result, renamed, run
from maverick_lint.engine.settings import validate
from maverick_lint.registry.index import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maverick_lint.config.model import Settings
    from maverick_lint.core.facts.repository import PathFact
    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.plan import Plan


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with settings of its own; `prefix` is its path relative to the root of the run, "" for the root."""

    prefix: str
    files: DiskFiles
    settings: Settings
    plan: Plan
    wanted: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asked for.

    paths      files and folders, as given
    overrides  settings from the command line, by the names of `Settings`
    config     a settings file to use for the root, "" to look for one, None for none at all
    stdin      the path and the text of a file that is not on disk as it stands
    """

    paths: tuple[str, ...] = (".",)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    config: str | None = ""
    stdin: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of all projects as one, with paths relative to `root`."""

    root: str
    result: Result
    notices: tuple[Notice, ...]
    fail_on: str


def projects(request: Request) -> tuple[Discovered, list[Project]]:
    """Return what was discovered for a request, and the projects in it.

    Raises SettingsError when the settings of a project are wrong.
    """
    targets = [request.stdin[0]] if request.stdin else list(request.paths)
    root = find_root(targets)
    found = discover(root)
    for target in targets:
        relative = os.path.relpath(_lexical(target), root)
        if relative != "." and not os.path.isdir(target) and relative not in found.entries:  # noqa: PTH112
            add(found, relative.replace(os.sep, "/"), named=True)
    overlay = {}
    if request.stdin:
        overlay[os.path.relpath(_lexical(request.stdin[0]), root).replace(os.sep, "/")] = request.stdin[1]
    wanted = _wanted(targets, found)
    return found, [
        _project(request, found, prefix, wanted, overlay) for prefix in _prefixes(found) if _asked(prefix, wanted, found)
    ]


def lint(request: Request, progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Judge what the request names.

    Raises SettingsError when the settings of a project are wrong.
    """
    found, parts = projects(request)
    findings: list[Finding] = []
    results = []
    for project in parts:
        result = run(project.files, project.settings, project.plan, project.wanted, progress)
        results.append(result)
        findings.extend(renamed(finding, project.prefix) for finding in result.findings)
    merged = Result(
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        files=sum(result.files for result in results),
        unreadable=tuple(
            _joined(project.prefix, path)
            for project, result in zip(parts, results, strict=True)
            for path in result.unreadable
        ),
        crashed=tuple(sorted({rule for result in results for rule in result.crashed})),
        kinds={
            _joined(project.prefix, path): kind
            for project, result in zip(parts, results, strict=True)
            for path, kind in result.kinds.items()
        },
    )
    fail_on = parts[0].settings.fail_on if parts else "error"
    return Outcome(found.root, merged, tuple(found.notices), fail_on)


def _lexical(path: str) -> str:
    """Return the absolute path with its folders' links resolved, the last part as it is."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - the last part must not be resolved
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118


def _wanted(targets: Sequence[str], found: Discovered) -> frozenset[str] | None:
    named: set[str] = set()
    for target in targets:
        relative = os.path.relpath(os.path.realpath(target) if os.path.isdir(target) else _lexical(target), found.root)  # noqa: PTH112
        relative = relative.replace(os.sep, "/")
        if relative == ".":
            return None
        if relative in found.entries:
            named.add(relative)
        named.update(path for path in found.entries if path.startswith(relative + "/"))
    return frozenset(named)


def _prefixes(found: Discovered) -> list[str]:
    """Return the folders below the root that have settings of their own, deepest first, and the root."""
    folders = {
        path.rpartition("/")[0]
        for path in found.entries
        if path.rpartition("/")[2] in (".maverick-lint.toml", ".maverick-lint.yaml", ".maverick-lint.yml", "pyproject.toml")
    }
    nested = [folder for folder in folders if folder and settings_file(os.path.join(found.root, folder))]  # noqa: PTH118
    return [*sorted(nested, key=lambda folder: (-folder.count("/"), folder)), ""]


def _asked(prefix: str, wanted: frozenset[str] | None, found: Discovered) -> bool:
    return wanted is None or any(_owner(path, _prefixes(found)) == prefix for path in wanted)


def _owner(path: str, prefixes: Sequence[str]) -> str:
    return next(prefix for prefix in prefixes if not prefix or path.startswith(prefix + "/"))


def _project(
    request: Request, found: Discovered, prefix: str, wanted: frozenset[str] | None, overlay: Mapping[str, str]
) -> Project:
    prefixes = _prefixes(found)
    folder = os.path.join(found.root, prefix) if prefix else found.root  # noqa: PTH118
    cut = len(prefix) + 1 if prefix else 0
    entries: dict[str, PathFact] = {
        path[cut:]: replace(entry, path=path[cut:])
        for path, entry in found.entries.items()
        if _owner(path, prefixes) == prefix
    }
    settings = load(folder, request.overrides, request.config if not prefix else "")
    validate(settings, rules())
    own = None if wanted is None else frozenset(path[cut:] for path in wanted if _owner(path, prefixes) == prefix)
    texts = {path[cut:]: text for path, text in overlay.items() if _owner(path, prefixes) == prefix}
    return Project(prefix, DiskFiles(folder, entries, texts), settings, make(rules(), settings), own)


def _joined(prefix: str, path: str) -> str:
    return f"{prefix}/{path}" if prefix else path
