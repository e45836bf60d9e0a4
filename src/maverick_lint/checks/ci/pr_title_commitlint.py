"""A job checks the title of every pull request against Conventional Commits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.ci._home import home
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.pipelines import joined
from maverick_lint.stack.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit where no job does, or where the one that does misses some titles or cannot fail."""
    model, found = joined(stack), titles(stack)
    if not model.complete or (found.unknown and not found.checks):
        return
    if not found.checks:
        commits = next(iter(found.commits), None)
        if commits is not None:
            yield Hit(commits.place, {"name": commits.uses or "commitlint"}, "commits")
        else:
            yield Hit(home(stack), {}, "gitlab" if model.home is not None and model.home.system == "gitlab" else "")
        return
    best = min(found.checks, key=lambda one: (one.reached.way.loose is not None, len(one.missing)))
    if best.reached.way.loose is not None:
        yield Hit(best.reached.way.loose, {}, "ignored")
    elif best.missing and best.trigger is not None:
        related = (Related(best.reached.place, "this checks the title"),)
        yield Hit(
            best.trigger.place, {"event": best.trigger.event, "type": best.missing[0]}, best.missing[0], related=related
        )
