"""github-workflow/python-script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_SHELL: Final = re.compile(r"\s*python3?(?:\s.*)?\Z")
_EXPRESSION: Final = re.compile(r"\$\{\{[^\n]*?\}\}")
# Syntax that the Python which runs the step may know, and the one that runs this check may not (3.12 to 3.14).
_NEWER: Final = re.compile(
    r"(?i)\b(?:f|rf|fr|t)['\"]|^\s*type\s+\w|\b(?:def|class)\s+\w+\[|\bexcept\*?\s+[\w.]+\s*,|\blazy\s|\bimport\b.*\blazy\b"
)
_LONGEST: Final = 100_000


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each script in Python that Python cannot read."""
    model = document.model
    if isinstance(model, Workflow):
        steps = [(step, step.shell or job.shell or model.shell) for job in model.jobs for step in job.steps]
    else:
        steps = [(step, step.shell) for step in model.steps]
    for step, shell in steps:
        if step.run is not None and shell is not None and _SHELL.match(shell.raw) and "{{" not in shell.raw:
            yield from _script(document, step.run)


def _script(document: Document[Workflow | Action], run: Node) -> Iterator[Hit]:
    import ast  # few workflows hold Python

    inner = embedded(document.source, run)
    if len(inner.text) > _LONGEST:
        return
    text = _EXPRESSION.sub(lambda match: "_" * len(match[0]), inner.text)
    try:
        ast.parse(text)
    except SyntaxError as error:
        lines = text.split("\n")
        number = min(max(error.lineno or 1, 1), len(lines))
        line = lines[number - 1]
        if _NEWER.search(line) or "$" in line or "{{" in line or "_____" in line:
            return
        column = min(max((error.offset or 1) - 1, 0), max(len(line.rstrip()) - 1, 0))
        start = sum(len(one) + 1 for one in lines[: number - 1]) + column
        yield Hit(inner.outer(Span(start, min(start + 1, len(text)))), {"problem": error.msg})
    except (ValueError, RecursionError, MemoryError):
        return
