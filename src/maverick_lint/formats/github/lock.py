"""The lock file of actions, `.github/workflows/actions.lock`.

Source: github.com/github/actions-lockfile, the description of its format in versions v0.0.2 and v0.0.3, as `gh
actions-lock` writes them (a technical preview, 2026-11-24). A file of another version is not judged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.facts.pipeline import ActionsLock, LockedWorkflow, Setting
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Lock

KNOWN: Final = ("v0.0.2", "v0.0.3")
_VERSION: Final = re.compile(r"v\d+\.\d+\.\d+\Z")
_PIN: Final = re.compile(r"[\w.-]+/[\w.-]+@\S+\Z")
_DIGEST: Final = re.compile(r"(?:sha1-[0-9a-f]{40}|sha256-[0-9a-f]{64})\Z")

_LENGTHS: Final = (40, 64)


def lock_faults(root: Node) -> Iterator[ParseError]:
    """Yield what is wrong with a lock file."""
    version = root.get("version")
    if version is None:
        yield ParseError(root.span, "the lock file has no `version`")
        return
    if not _VERSION.match(version.raw):
        yield ParseError(version.span, f"`{version.raw}` is no version of the lock file's format, such as `v0.0.3`")
    if version.raw not in KNOWN:
        return
    workflows, dependencies = root.get("workflows"), root.get("dependencies")
    for key, node in (("workflows", workflows), ("dependencies", dependencies)):
        if node is None:
            yield ParseError(root.span, f"the lock file has no `{key}`")
        elif not node.is_map and (node.raw or not node.is_scalar):
            yield ParseError(node.span, f"`{key}` is a mapping")
    known = dependencies.pairs() if dependencies is not None else {}
    for path, pins in workflows.pairs().items() if workflows is not None else ():
        if not pins.is_list and (pins.raw or not pins.is_scalar):
            yield ParseError(pins.span, f"the pins of `{path}` are a list")
        for pin in pins.items() if pins.is_list else ():
            if not _PIN.match(pin.raw):
                yield ParseError(pin.span, f"`{pin.raw}` is no pin, which is written `owner/name@ref`")
            elif pin.raw not in known:
                yield ParseError(pin.span, f"`{pin.raw}` has no entry below `dependencies`")
    for pin_name, entry in known.items():
        yield from _entry(pin_name, entry)


def _entry(pin: str, entry: Node) -> Iterator[ParseError]:
    """Yield what is wrong with what a pin was resolved to."""
    at = entry.key_span()
    if not _PIN.match(pin):
        yield ParseError(at, f"`{pin}` is no pin, which is written `owner/name@ref`")
        return
    commit, ref = entry.get("commit"), entry.get("ref")
    if commit is None or not _DIGEST.match(commit.raw):
        problem = (
            "`commit` is missing" if commit is None else f"`{commit.raw}` is no commit, written `sha1-` and 40 digits"
        )
        yield ParseError(at if commit is None else commit.span, f"of `{pin}`: {problem}")
    named = pin.partition("@")[2]
    if ref is None:
        yield ParseError(at, f"of `{pin}`: `ref` is missing")
    elif ref.raw != named and re.fullmatch(r"[0-9a-f]{40}", named) is None:
        yield ParseError(ref.span, f"`{pin}` was resolved at `{ref.raw}`, another ref than its own")
    for key in ("owner_id", "repo_id"):
        node = entry.get(key)
        if node is None or not isinstance(node.value, int) or node.value < 1:
            yield ParseError(at if node is None else node.span, f"of `{pin}`: `{key}` is a number above 0")


def lock_of(lock: Lock) -> ActionsLock | None:
    """Return what a lock file states; None for one of a version that is not known."""
    root, path = lock.root, lock.source.path
    version, workflows, dependencies = root.get("version"), root.get("workflows"), root.get("dependencies")
    if version is None or version.raw not in KNOWN:
        return None
    listed = [
        LockedWorkflow(
            name,
            Place(path, node.key_span()),
            tuple(Setting(pin.raw, pin.raw, Place(path, pin.span)) for pin in (node.items() if node.is_list else ())),
        )
        for name, node in (workflows.pairs() if workflows is not None else {}).items()
    ]
    commits = [
        (pin, commit.raw.partition("-")[2])
        for pin, entry in (dependencies.pairs() if dependencies is not None else {}).items()
        if (commit := entry.get("commit")) is not None
    ]
    return ActionsLock(path, tuple(listed), tuple(commits))


def pinned(lock: ActionsLock, path: str) -> frozenset[str]:
    """Return the actions that a lock file pins to commits for a workflow, the name of each in lower case."""
    root = lock.path.rpartition(".github/")[0]
    resolved = {pin for pin, commit in lock.commits if len(commit) in _LENGTHS}
    names = [
        pin.name.partition("@")
        for one in lock.workflows
        if f"{root}{one.path}" == path
        for pin in one.pins
        if pin.name in resolved
    ]
    return frozenset(f"{name.lower()}@{ref}" for name, _, ref in names)
