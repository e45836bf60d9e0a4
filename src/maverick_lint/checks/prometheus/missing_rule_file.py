"""The rule files that a configuration names are there."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.prometheus._loading import servers
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.folders import paths_named
from maverick_lint.stack.mounted import readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_WILD: Final = ("*", "?", "[")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each name or glob of rule files that no file of the repository can be meant by.

    Only where a service of the repository reads the configuration: then its rules are mounted from here too.
    """
    for server in servers(stack):
        services = readers(stack, server.path, "prometheus") if server.rule_files else ()
        for glob, place in server.rule_files if services else ():
            last = glob.rpartition("/")[2]
            if "$" in glob or "{{" in glob or _is_named(stack, last):
                continue
            case = "glob" if any(sign in last for sign in _WILD) else ""
            related = (Related(services[0].place, f"service `{services[0].name}` reads this configuration"),)
            yield Hit(place, {"glob": glob}, case, related)


def _is_named(stack: Stack, glob: str) -> bool:
    """Say whether the name of a file of the repository is met by a glob; each glob is looked for once."""
    if not any(sign in glob for sign in _WILD):
        return bool(paths_named(stack, glob))
    known = stack.memo.setdefault("names-met-by-globs", {})
    assert isinstance(known, dict)  # noqa: S101 - made in the line above
    if glob not in known:
        known[glob] = any(fnmatchcase(path.rpartition("/")[2], glob) for path in stack.files)
    return bool(known[glob])
