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
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Action, Job, Step
    from maverick_lint.formats.github.taint import Taint

# Words of a command as far as the shell fills in variables.
_WORDS: Final = r"((?:\"(?:[^\"\\\n]|\\.)*\"|[^\s'\"\n;|&<>]+|[ \t]+)*)"
# Words behind which a shell or another interpreter reads a text as a program; what stands in single quotes is fixed.
_EVALUATES: Final = re.compile(
    r"\b(?:eval|(?:bash|sh|zsh|dash) -\w*c|xargs (?:-\S+ )*(?:ba)?sh -c|(?:python3?|perl|ruby|php|node) -\w*[cer])"
    rf"[ \t]+{_WORDS}"
)
# A machine at the other end of ssh reads the words as a program.
_REMOTE: Final = re.compile(rf"(?:^|[;&|][ \t]*|\b(?:then|do|else|sudo)[ \t]+)ssh[ \t]+{_WORDS}", re.MULTILINE)
_COMMAND: Final = re.compile(
    r"(?:^|[;&|][ \t]*|\b(?:then|do|else|sudo|exec)[ \t]+)(\$\{?[A-Za-z_]\w*\}?)(?=[ \t\n]|$)", re.MULTILINE
)
# With or without the pipe, so that a line of many words is read once.
_VARIABLE: Final = re.compile(r"\$\{?([A-Za-z_]\w*)")
_PIPED: Final = re.compile(r"\b(?:echo|printf)\b([^\n|;&]*)(?:(\|)\s*(?:bash|sh|zsh|python3?)\b(?! -c))?")
# A text that a script of actions/github-script gives to a shell.
_STARTED: Final = re.compile(
    r"\b(?:exec|execSync)\(\s*(?:`[^`\n]{0,400}?\$\{\s*|(?:'[^'\n]{0,400}'|\"[^\"\n]{0,400}\")\s*\+\s*)?process\.env\.(\w+)"
)


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
        script = step.run if step.run is not None else step.given("script") if "script" in step.action else None
        taints: dict[str, Taint | None] = {}
        inner: Source | None = None
        for start, end, name in _used(script.raw, shell=step.run is not None) if script is not None else ():
            node = next((level[name] for level in levels if name in level), None)
            if name not in taints:
                taints[name] = flow.of_text(node.raw, job, step) if node is not None and "${{" in node.raw else None
            taint = taints[name]
            if script is None or node is None or taint is None or taint.origin not in ("outside", "person"):
                continue
            inner = inner or embedded(document.source, script)
            span = inner.outer(Span(start, end))
            values = {"variable": name, "name": taint.name}
            # Who starts a run by hand may write to the repository already.
            level = "warning" if taint.origin == "person" else ""
            yield Hit(span, values, related=(Related(node, "where it comes from"),), level=level)


def _used(text: str, *, shell: bool) -> Iterator[tuple[int, int, str]]:
    """Yield the variables of a script that are read as a program: start, end, name."""
    if not shell:
        for match in _STARTED.finditer(text):
            yield match.start(1), match.end(1), match[1]
        return
    script = readable(text, "eval", "echo", "printf", "sh -", "xargs", "ssh", "python", "node", "perl")
    found = [*_EVALUATES.finditer(script), *_REMOTE.finditer(script), *_COMMAND.finditer(script)]
    found += [match for match in _PIPED.finditer(script) if match.group(2)]
    for match in sorted(found, key=lambda one: one.start(1)):
        for used in _VARIABLE.finditer(match.group(1)):
            at = match.start(1) + used.start()
            yield at, at + len(used.group()), used.group(1)
