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


def loaded_by(stack: Stack, server: PrometheusFact) -> frozenset[str]:
    """Return the paths of the rule files that a configuration may load, looked up once for each."""
    memo = stack.memo.setdefault("rule-files-by-server", {})
    assert isinstance(memo, dict)  # noqa: S101 - made in the line above
    if server.path not in memo:
        every = stack.memo.get("rule-files-by-name")
        if not isinstance(every, dict):
            every = dict[str, set[str]]()
            for file in stack.every(RuleFile):
                every.setdefault(file.path.rpartition("/")[2], set()).add(file.path)
            stack.memo["rule-files-by-name"] = every
        lasts = {glob.rpartition("/")[2] for glob, _ in server.rule_files}
        plain = all(last and not any(sign in last for sign in "*?[$}") for last in lasts)
        among = [path for name in (lasts if plain else every) for path in every.get(name, ())]
        memo[server.path] = frozenset(path for path in among if loads(server, path))
    found: frozenset[str] = memo[server.path]
    return found


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
    loaded = {path for server in known for path in loaded_by(stack, server)}
    for file in stack.every(RuleFile):
        if known and file.path not in loaded:
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
