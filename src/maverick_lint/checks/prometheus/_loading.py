"""Which rule files a Prometheus configuration loads, as far as the repository tells."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import PrometheusFact, RuleFile

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack


def servers(stack: Stack) -> list[PrometheusFact]:
    """Return the configurations of servers that evaluate rules; an agent has no part in alerting."""
    return [fact for fact in stack.every(PrometheusFact) if fact.stores]


def loads(server: PrometheusFact, path: str) -> bool:
    """Say whether a glob of a configuration may load a file of the repository."""
    return any(_may_match(glob, server.path, path) for glob, _ in server.rule_files)


def loads_surely(server: PrometheusFact, path: str) -> bool:
    """Say whether a glob of a configuration, relative to its folder, is met by a file of the repository."""
    folder = server.path.split("/")[:-1]
    globs = [glob for glob, _ in server.rule_files if "$" not in glob and not glob.startswith("/") and ".." not in glob]
    return any(
        _same([*folder, *(part for part in glob.split("/") if part not in ("", "."))], path.split("/"))
        for glob in globs
    )


def unloaded(stack: Stack) -> dict[str, list[RuleFile]]:
    """Return the rule files that no configuration loads, by the path of the configuration that stands nearest."""
    found: dict[str, list[RuleFile]] = {}
    known = servers(stack)
    for file in stack.every(RuleFile):
        if known and not any(loads(server, file.path) for server in known):
            nearest = max(known, key=lambda server: (_shared(server.path, file.path), -server.path.count("/")))
            found.setdefault(nearest.path, []).append(file)
    return found


def _may_match(glob: str, home: str, path: str) -> bool:
    """Match a glob with a path of the repository.

    The glob is relative to the configuration's folder. In a container that folder is another one, and the files are
    mounted into it, so a path that ends as the glob does may be meant; of an absolute glob, one with that name.
    """
    if "${" in glob or "{{" in glob:
        return True
    parts = [part for part in glob.split("/") if part not in ("", ".")]
    if glob.startswith("/") or ".." in parts or not parts:
        return bool(parts) and fnmatchcase(path.rpartition("/")[2], parts[-1])
    folder = home.split("/")[:-1]
    own = path.split("/")
    return _same([*folder, *parts], own) or _same(parts, own[-len(parts) :])


def _same(globs: list[str], parts: list[str]) -> bool:
    return len(globs) == len(parts) and all(fnmatchcase(part, glob) for part, glob in zip(parts, globs, strict=True))


def _shared(first: str, second: str) -> int:
    """Return how many folders two paths have in common from the root on."""
    count = 0
    for one, other in zip(first.split("/")[:-1], second.split("/")[:-1], strict=False):
        if one != other:
            break
        count += 1
    return count
