"""commitlint is configured, on top of config-conventional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.tasks import ToolSettings
from maverick_lint.core.finding import Hit
from maverick_lint.stack.languages import source_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_CONVENTIONAL: Final = frozenset({"@commitlint/config-conventional", "@commitlint/conventional", "conventional"})
_OTHERS: Final = ("@commitlint/config-", "gitmoji", "commitlint-config-gitmoji", "angular", "jira")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit where no configuration is, or one for each that is known not to extend config-conventional."""
    settings = [one for one in stack.every(ToolSettings) if one.tool == "commitlint"]
    if not settings:
        if source_files(stack) or _has_pipelines(stack):
            yield Hit(stack.anchor("package.json"))
        return
    empty = any(stack.files[one.path].size == 0 for one in settings if one.path in stack.files)
    if empty or any(not one.known or _CONVENTIONAL.intersection(one.extends) for one in settings):
        return  # without contents (a sparse checkout) nobody knows what it extends
    for one in settings:
        # A configuration of the team's own may build on config-conventional itself.
        if all(name.startswith(_OTHERS) for name in one.extends):
            listed = ", ".join(f"`{name}`" for name in one.extends) or "nothing"
            yield Hit(one.place, {"path": one.path, "extends": listed}, "extends")


def _has_pipelines(stack: Stack) -> bool:
    from maverick_lint.stack.pipelines import joined  # a large part of the stack, only where there is no source

    return joined(stack).exists
