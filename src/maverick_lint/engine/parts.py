"""Parts of a run: the files of a large repository are judged on several machines, and joined on one.

Every machine has the whole checkout; `write_part` judges its share of the files and writes what they gave, `read_parts`
puts the shares together again, as if one machine had judged them all.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from maverick_lint import __version__
from maverick_lint.config.errors import SettingsError
from maverick_lint.core.facts.store import Facts
from maverick_lint.core.finding import order
from maverick_lint.core.packed import Packed
from maverick_lint.core.record import record
from maverick_lint.engine.encode import Decoder, Encoder, EncodingError
from maverick_lint.engine.judge import Judged
from maverick_lint.engine.run import judge_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maverick_lint.engine.projects import Layout, Project

SCHEMA: Final = 1
_LISTS: Final = ("findings", "facts", "directives", "unreadable", "crashed")


@record
class Share:
    """The files of one machine: number `part` of `of`, counted from 1."""

    part: int
    of: int

    def holds(self, position: int) -> bool:
        """Say whether the file at this position of the sorted paths, from 0, belongs to the share."""
        return position % self.of == self.part - 1


def part_of(
    layout: Layout, share: Share, *, jobs: int = 1, progress: Callable[[int, int], None] | None = None
) -> tuple[dict[str, Any], bool]:
    """Judge a share of the files; return it as JSON, and whether a file could not be read or a rule crashed."""
    encoder = Encoder()
    broken = False
    projects = {}
    for project in layout.projects:
        mine = _paths(project, share)
        judged = judge_files(
            project.files, project.settings, project.plan, project.wanted, paths=mine, progress=progress, jobs=jobs
        ).result
        broken |= bool(judged.unreadable or judged.crashed)
        projects[project.prefix] = {
            "settings": _digest(project),
            "sizes": {path: project.files.entries()[path].size for path in sorted(mine)},
            "guesses": {path: list(guess) for path, guess in sorted(judged.guesses.items())},
            "files": judged.files,
            **{name: [encoder.encode(item) for item in getattr(judged, name)] for name in _LISTS},
        }
    data = {
        "schema": SCHEMA,
        "tool": {"name": "maverick-lint", "version": __version__},
        "part": [share.part, share.of],
        "projects": projects,
        "classes": encoder.classes,
    }
    return data, broken


def read_parts(paths: Sequence[str], layout: Layout) -> dict[str, Judged]:
    """Return what the files of each project gave, by its prefix.

    Raises SettingsError for a file that is no part, and for parts that are not one whole of this checkout.
    """
    by_prefix = {project.prefix: project for project in layout.projects}
    total = {prefix: Judged() for prefix in by_prefix}
    sizes: dict[str, dict[str, int]] = {prefix: {} for prefix in total}
    # One text at a time: what it says is packed away where it is much, and the text is larger by far.
    for path, _, projects in sorted((_part(path, by_prefix) for path in paths), key=lambda part: part[1]):
        for prefix, (own, judged) in projects.items():
            twice = sizes[prefix].keys() & own.keys()
            if twice:
                _refuse(path, f"`{min(twice)}` is in another part already")
            sizes[prefix].update(own)
            total[prefix].add(judged)
    for project in layout.projects:
        _compare(project, sizes[project.prefix])
    return total


def _part(path: str, by_prefix: dict[str, Project]) -> tuple[str, list[int], dict[str, tuple[dict[str, int], Judged]]]:
    """Return the path of a part, its number, and the sizes of its files with what they gave, by project."""
    data = _loaded(path)
    decoder = _decoder(path, data)
    projects = {}
    for prefix, given in data["projects"].items():
        project = by_prefix.get(prefix)
        if project is None or given.get("settings") != _digest(project):
            _refuse(path, f"it was written with other settings or rules for `{prefix or '.'}`")
        projects[prefix] = (given["sizes"], _judged(path, given, decoder))
    return path, data["part"], projects


def _paths(project: Project, share: Share) -> frozenset[str]:
    return frozenset(path for position, path in enumerate(sorted(project.files.entries())) if share.holds(position))


def _digest(project: Project) -> str:
    """Return what the settings and rules of a project come to: parts that differ in it cannot be joined."""
    settings = project.settings
    options = sorted((rule, sorted(given.items())) for rule, given in settings.options.items())
    values = [
        __version__, settings.profile, settings.select, settings.ignore, settings.per_file_ignores,
        sorted(settings.levels.items()), options,
        settings.kinds, settings.exclude, settings.shellcheck, sorted(project.plan.active),
        None if project.wanted is None else sorted(project.wanted),
    ]  # fmt: skip
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def _loaded(path: str) -> dict[str, Any]:
    try:
        data: dict[str, Any] = json.loads(Path(path).read_bytes())
    except OSError as error:
        message = f"{path}: {error.strerror}"
        raise SettingsError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{path}: it is no part of a run: {error}"
        raise SettingsError(message) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("projects"), dict):
        _refuse(path, "it is no part of a run that `maverick-lint facts` has written")
    version = data.get("tool", {}).get("version")
    if version != __version__:
        _refuse(path, f"version {version} has written it, and this is {__version__}")
    return data


def _decoder(path: str, data: dict[str, Any]) -> Decoder:
    try:
        return Decoder(data.get("classes"))
    except EncodingError as error:
        message = f"{path}: {error}"
        raise SettingsError(message) from error


def _judged(path: str, given: dict[str, Any], decoder: Decoder) -> Judged:
    try:
        findings = Packed(order, map(decoder.decode, given["findings"]))
        facts = Facts(map(decoder.decode, given["facts"]))
        lists = {name: [decoder.decode(item) for item in given[name]] for name in _LISTS[2:]}
        guesses = {file: (str(kind), str(reason)) for file, (kind, reason) in given["guesses"].items()}
        return Judged(findings, facts, **lists, guesses=guesses, files=int(given["files"]))
    except (EncodingError, KeyError, TypeError, ValueError, RecursionError) as error:
        message = f"{path}: it is no part of a run that `maverick-lint facts` has written: {error}"
        raise SettingsError(message) from error


def _compare(project: Project, sizes: dict[str, int]) -> None:
    """Raise SettingsError unless the parts hold exactly the files of the checkout."""
    entries = project.files.entries()
    for path in sorted(entries.keys() | sizes.keys()):
        outside = project.outside(path)
        if path not in sizes:
            message = f"no part has judged `{outside}`: give all parts to `maverick-lint join`"
        elif path not in entries:
            message = f"`{outside}` was judged in a part and is not in this checkout"
        elif entries[path].size != sizes[path]:
            message = f"`{outside}` had another size where it was judged: the checkouts are not the same"
        else:
            continue
        raise SettingsError(message)


def _refuse(path: str, why: str) -> None:
    message = f"{path}: {why}"
    raise SettingsError(message)
