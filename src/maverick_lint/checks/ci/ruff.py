"""Python is linted by ruff, with settings of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.ci._home import home
from maverick_lint.core.facts.tasks import ToolSettings
from maverick_lint.core.finding import Hit
from maverick_lint.stack.languages import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where ruff is not run, and one where it is not configured."""
    files = languages(stack).get("Python", ())
    if not files:
        return
    from maverick_lint.stack.enforced import Enforced, unenforced  # large parts of the stack, only where they are asked
    from maverick_lint.stack.pipelines import joined
    from maverick_lint.stack.roles import is_opaque_lint, linters_of

    values = {"count": len(files), "files": "file" if len(files) == 1 else "files", "first": files[0]}
    model = joined(stack)
    runs = [reached for reached in model.reached if "ruff" in linters_of(reached, stack)]
    opaque = any(is_opaque_lint(reached, stack) for reached in model.reached)
    enforced = any(map(Enforced(files), runs))
    if model.complete and not enforced and not opaque:
        yield Hit(home(stack), values, "loose" if runs else "", related=unenforced(runs))
    settings = any(one.tool == "ruff" for one in stack.every(ToolSettings))
    if not settings and not any(_brings_settings(reached) for reached in runs):
        yield Hit(
            stack.anchor("pyproject.toml", "setup.cfg", "setup.py", "requirements.txt", files[0]), values, "config"
        )


def _brings_settings(reached: Reached) -> bool:
    """Say whether a run names its settings itself, or is a program that brings some."""
    from maverick_lint.stack.super_linters import super_linter  # as above

    words = [word or "" for form in reached.forms for word in form]
    arguments = [*words, *(reached.hook.args if reached.hook else ())]
    step = reached.way.step
    if step is not None and reached.uses:
        arguments += (step.given("args") or "").split()
    return bool(super_linter(reached)) or any(word.startswith(("--config", "--select")) for word in arguments)
