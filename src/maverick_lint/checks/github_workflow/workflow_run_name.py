"""github-workflow/workflow-run-name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._local import root_of
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each workflow that another waits for, and that the repository does not have."""
    pipelines = [one for one in stack.every(Pipeline) if one.system == "github" and one.role == "pipeline"]
    for pipeline in pipelines:
        root = root_of(pipeline.path)
        for wanted in (one for trigger in pipeline.triggers for one in trigger.workflows):
            beside = [one for one in pipelines if root_of(one.path) == root and one.path != pipeline.path]
            # A workflow without a name is called by its path; a text with signs is a pattern.
            names = {one.name or one.path for one in beside} | {one.path for one in beside} | {pipeline.name}
            text = wanted.text or ""
            if (
                root is None
                or not text
                or text in names
                or any("{{" in one for one in names)
                or set(text) & set("*?[{!")
            ):
                continue
            near = close_matches(text, sorted(names), 1, 0.6)
            yield Hit(wanted.place, {"name": text, "hint": f"; did you mean `{near[0]}`?" if near else ""})
