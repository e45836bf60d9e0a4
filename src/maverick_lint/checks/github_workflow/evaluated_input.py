"""github-workflow/evaluated-input."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import readable
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.model import Workflow
from maverick_lint.formats.github.taint import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Job, Step

# Words behind which a shell reads a text as a program.
_EVALUATES: Final = re.compile(r"\b(?:eval|(?:bash|sh|zsh|dash) -\w*c|xargs (?:-\S+ )*(?:ba)?sh -c)[ \t]+([^\n;|&]*)")
# With or without the pipe, so that a line of many words is read once.
_VARIABLE: Final = re.compile(r"\$\{?([A-Za-z_]\w*)")
_PIPED: Final = re.compile(r"\b(?:echo|printf)\b([^\n|;&]*)(?:(\|)\s*(?:bash|sh|zsh|python3?)\b(?! -c))?")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each variable with a text of others in it that a script runs as a program."""
    model = document.model
    flow = Flow(model)
    steps: Sequence[tuple[Job | None, Step, Sequence[Mapping[str, Node]]]]
    if isinstance(model, Workflow):
        steps = [(job, step, (step.env, job.env, model.env)) for job in model.jobs for step in job.steps]
    else:
        steps = [(None, step, (step.env,)) for step in model.steps]
    for job, step, levels in steps:
        if step.run is None:
            continue
        script = readable(step.run.raw, "eval", "echo", "printf", "sh -", "xargs")
        found = [*_EVALUATES.finditer(script)]
        found += [match for match in _PIPED.finditer(script) if match.group(2)]
        for match in found:
            for used in _VARIABLE.finditer(match.group(1)):
                node = next((level[used.group(1)] for level in levels if used.group(1) in level), None)
                taint = flow.of_text(node.raw, job, step) if node is not None and "${{" in node.raw else None
                if node is None or taint is None or taint.origin not in ("outside", "person"):
                    continue
                at = match.start(1) + used.start()
                span = embedded(document.source, step.run).outer(Span(at, at + len(used.group())))
                values = {"variable": used.group(1), "name": taint.name}
                # Who starts a run by hand may write to the repository already.
                level = "warning" if taint.origin == "person" else ""
                yield Hit(span, values, related=(Related(node, "where it comes from"),), level=level)
