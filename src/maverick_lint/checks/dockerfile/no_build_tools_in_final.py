"""Compilers, headers or the caches of a package manager stay in the final stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._caches import kept_cache
from maverick_lint.checks.dockerfile._purpose import helps_development, shipped
from maverick_lint.checks.dockerfile._tools import is_for_building, package_name
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import Invocation, invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each build package, and at the command whose cache stays, in the final stage itself."""
    model = document.model
    final = shipped(model)
    if final is None or helps_development(document.source.path):
        return
    for stage in reversed(final.chain):
        for instruction in stage.every("RUN"):
            calls = [call for command in model.commands(instruction) if (call := invocation(command)) is not None]
            yield from _tools(calls)
            hit = kept_cache(model, instruction, calls)
            if hit is not None:
                yield hit


def _tools(calls: list[Invocation]) -> Iterator[Hit]:
    for number, call in enumerate(calls):
        if call.manager.scope != "system" or not call.installs or _all_removed(call, calls[number + 1 :]):
            continue
        for word in call.operands:
            name = package_name(word)
            if is_for_building(name) and not _removed(name, calls[number + 1 :]):
                yield Hit(word.place, {"package": name})


def _all_removed(call: Invocation, later: list[Invocation]) -> bool:
    """Say whether a later command of the RUN removes the virtual package, or what it removes cannot be seen."""
    virtual = call.value("-t", "--virtual")
    for other in later:
        if other.manager is not call.manager or other.action not in other.manager.remove:
            continue
        if other.unknown or other.has("--auto-remove", "--autoremove") or (other.action or "").startswith("auto"):
            return True
        if virtual is not None and any(word.text == virtual for word in other.operands):
            return True
    return call.has("-t", "--virtual") and virtual is None


def _removed(name: str, later: list[Invocation]) -> bool:
    return any(
        other.action in other.manager.remove and any(package_name(word) == name for word in other.operands)
        for other in later
    )
