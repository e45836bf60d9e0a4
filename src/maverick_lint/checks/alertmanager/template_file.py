"""Templates of notifications are there, files and names."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.notifications import NotificationTemplates
from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.mounted import readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_WILD: Final = ("*", "?", "[")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each file that is not there, and, where all files are, each template that none of them defines."""
    every = stack.every(NotificationTemplates)
    for server in every:
        if not server.globs or any("$" in glob or "{{" in glob for glob, _ in server.globs):
            continue
        matched = {glob: _matches(stack, glob) for glob, _ in server.globs}
        known = {one.path: one for one in every if not one.globs}
        if all(matched.values()):
            files = [path for paths in matched.values() for path in paths]
            if all(path in known for path in files):
                yield from _names(server, [known[path] for path in sorted(set(files))])
            continue
        for glob, place in server.globs:
            wild = any(sign in glob for sign in _WILD)
            ours = not glob.startswith("/") or bool(readers(stack, server.path, "alertmanager"))
            if not matched[glob] and ours and (server.called or not wild):
                yield Hit(place, {"glob": glob})


def _matches(stack: Stack, glob: str) -> list[str]:
    last = glob.rpartition("/")[2]
    return [path for path in stack.files if fnmatchcase(path.rpartition("/")[2], last)]


def _names(server: NotificationTemplates, files: list[NotificationTemplates]) -> Iterator[Hit]:
    defined = {name for one in (server, *files) for name in one.defined}
    for one in (server, *files):
        for name, place in one.called:
            if name not in defined:
                near = close_matches(name, sorted(defined), 1, 0.7)
                yield Hit(place, {"name": name, "hint": f"; did you mean `{near[0]}`?" if near else ""}, "name")
