"""Compilers, headers or the caches of a package manager stay in a stage that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._caches import kept_caches
from maverick_lint.checks.dockerfile._purpose import shipping
from maverick_lint.checks.dockerfile._tools import kept_tools, package_name
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import Invocation, invocation
from maverick_lint.formats.dockerfile.purpose import helps_development

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_PROGRAMS: Final = ("apt", "apk", "yum", "dnf", "zypper")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each build package, and at the command whose cache stays, in the stages that ship."""
    model = document.model
    if helps_development(document.source.path):
        return
    for stage, names in shipping(model):
        for instruction in stage.every("RUN"):
            if not model.mentions(instruction, _PROGRAMS):
                continue
            calls = [call for command in model.commands(instruction) if (call := invocation(command)) is not None]
            yield from _tools(calls, names)
            yield from kept_caches(model, instruction, calls, names)


def _tools(calls: list[Invocation], names: tuple[str, ...]) -> Iterator[Hit]:
    for number, call in enumerate(calls):
        for word in kept_tools(call, calls[number + 1 :]):
            yield Hit(word.place, {"package": package_name(word)}, equivalents=(), stages=names)
