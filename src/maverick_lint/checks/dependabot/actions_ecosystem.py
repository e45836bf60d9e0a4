"""dependabot/actions-ecosystem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.pipeline import Pipeline, Updates
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit where Dependabot does not look after the actions of the workflows."""
    pipelines = [one for one in stack.every(Pipeline) if one.system == "github" and one.role == "pipeline"]
    for updates in stack.every(Updates):
        root = updates.path.partition(".github/")[0]
        uses = next(
            (
                step.uses_place
                for one in pipelines
                if one.path.startswith(f"{root}.github/workflows/")
                for job in one.jobs
                for step in job.steps
                if "@" in step.uses and step.uses_place is not None
            ),
            None,
        )
        if uses is not None and "github-actions" not in updates.ecosystems:
            yield Hit(updates.place, {}, related=(Related(uses, "an action that nobody updates"),))
