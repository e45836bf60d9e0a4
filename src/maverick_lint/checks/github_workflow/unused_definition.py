"""github-workflow/unused-definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import paths_in
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# `needs.id.outputs.name` and `jobs.id.outputs.name` have so many parts.
_OUTPUT: Final = 4


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each output, input and secret that nothing reads."""
    model = document.model
    with_outputs = [job for job in model.jobs if job.uses is None and job.node.get("outputs") is not None]
    if with_outputs:
        yield from _outputs(model, with_outputs)
    for event in model.events:
        if event.name in ("workflow_dispatch", "workflow_call") and event.settings is not None:
            yield from _given(model, event.settings.get("inputs"), "input")
            if event.name == "workflow_call" and not _hands_on(model):
                yield from _given(model, event.settings.get("secrets"), "secret")


def _outputs(model: Workflow, jobs: list[Job]) -> Iterator[Hit]:
    read = {path for _, path in paths_in(model.source, model.texts, "needs")}
    read |= {path for _, path in paths_in(model.source, model.texts, "jobs")}
    whole = {path[1] if len(path) > 1 else "*" for path in read if len(path) < _OUTPUT and "result" not in path}
    whole |= {"*" for path in read if "*" in path[1:2]}
    names = {path[1:4:2] for path in read if len(path) >= _OUTPUT}
    for job in jobs:
        outputs = job.node.get("outputs")
        if whole & {"*", job.id.lower()} or outputs is None:
            continue
        for name, node in outputs.pairs().items():
            if (job.id.lower(), name.lower()) not in names and (job.id.lower(), "*") not in names and "{{" not in name:
                yield Hit(
                    node.key or node,
                    {"job": job.id, "name": name},
                    "output",
                    equivalents=("jactionlint:unused-job-output",),
                )


def _given(model: Workflow, given: Node | None, what: str) -> Iterator[Hit]:
    if given is None or not given.is_map:
        return
    context = f"{what}s"
    read = {path[1] if len(path) > 1 else "*" for _, path in paths_in(model.source, model.texts, context)}
    if what == "input":
        for _, path in paths_in(model.source, model.texts, "github"):
            if path[:2] in (("github",), ("github", "event")) and path[2:3] in ((), ("inputs",), ("*",)):
                read.add(path[3] if len(path) > 3 else "*")  # noqa: PLR2004 - github, event, inputs, name
        if any("GITHUB_EVENT_PATH" in step.run.raw for step in model.steps if step.run is not None):
            return
    if "*" in read:
        return
    for name, node in given.pairs().items():
        if name.lower() not in read and "{{" not in name:
            yield Hit(node.key or node, {"name": name}, what, equivalents=(f"jactionlint:unused-workflow-{what}",))


def _hands_on(model: Workflow) -> bool:
    """Say whether a job hands all secrets on to a workflow that it calls."""
    return any(job.secrets is not None and job.secrets.raw == "inherit" for job in model.jobs)
