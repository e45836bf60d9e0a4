"""The shell scripts of steps, as a program that checks shell scripts gets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Script
from maverick_lint.core.source import Segment, Source
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.model import Action, Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.github.model import Model, Step

_EXPRESSION: Final = re.compile(r"\$\{\{.*?\}\}", re.DOTALL)
# What a step sources, and variables that it does not set, come from steps before it (SC1090, SC1091, SC2154); the shell
# is started with -e, so a failed cd ends it (SC2164); an expression stands as a plain word, so that a condition on it
# looks constant (SC2050, SC2157, SC2194).
_EXEMPT: Final = frozenset({"SC1090", "SC1091", "SC2050", "SC2154", "SC2157", "SC2164", "SC2194"})


def scripts(model: Model | None) -> tuple[Script, ...]:
    """Return the script of every step that bash or sh runs; an expression is a word of underscores of its length."""
    if isinstance(model, Workflow):
        default = "" if model.shell is None else model.shell.raw
        return tuple(
            script
            for job in model.jobs
            for script in _steps(model.source, job.steps, default if job.shell is None else job.shell.raw)
        )
    return tuple(_steps(model.source, model.steps, "")) if isinstance(model, Action) else ()


def _steps(source: Source, steps: tuple[Step, ...], default: str) -> Iterator[Script]:
    for step in steps:
        shell = (default if step.shell is None else step.shell.raw).partition(" ")[0] or "bash"
        if step.run is None or step.run.text is None or shell not in ("bash", "sh"):
            continue
        inner = embedded(source, step.run)
        text = _EXPRESSION.sub(_word, inner.text)
        if text != inner.text:
            inner = Source(inner.path, text, inner, (Segment(0, 0, len(text)),))
        yield Script(inner, shell, tuple(step.env), _EXEMPT)


def _word(match: re.Match[str]) -> str:
    return "".join(character if character == "\n" else "_" for character in match[0])
