"""Compose files that may be started together, with several `-f` or by `include`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import ComposeFact

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack


def together(stack: Stack) -> dict[str, list[ComposeFact]]:
    """Return for each Compose file the other ones that it may be started with.

    Those are the files of its own folder, of the folders above and below it, and those that include it. Files in
    folders side by side are projects of their own.
    """
    facts = stack.every(ComposeFact)
    folders: dict[str, list[ComposeFact]] = {}
    for fact in facts:
        folders.setdefault(fact.path.rpartition("/")[0], []).append(fact)
    found: dict[str, list[ComposeFact]] = {}
    for fact in facts:
        home = fact.path.rpartition("/")[0]
        near = [each for folder in folders if _related(home, folder) for each in folders[folder]]
        far = [each for each in facts if fact.path in each.files]
        found[fact.path] = [each for each in [*near, *far] if each.path != fact.path]
    return found


def _related(one: str, other: str) -> bool:
    first, second = f"{one}/".lstrip("/"), f"{other}/".lstrip("/")
    return first.startswith(second) or second.startswith(first)


def all_services(stack: Stack) -> set[tuple[str, str]]:
    """Return the names of the services of all Compose files, as pairs with their section."""
    return {pair for fact in stack.every(ComposeFact) for pair in fact.declared if pair[0] == "services"}


def awaits_override(stack: Stack, fact: ComposeFact) -> bool:
    """Say whether an example of an override lies beside a file, to be copied and filled in before the first start."""
    folder = fact.path.rpartition("/")[0]
    prefix = f"{folder}/" if folder else ""
    return any(
        path.startswith(prefix)
        and "/" not in (name := path[len(prefix) :])
        and "override" in name
        and "compose" in name
        for path in stack.files
        if path not in stack.kinds or stack.kinds[path] != "compose"
    )
