"""github-workflow/deprecated-command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# docs.github.com, "Workflow commands", and github.blog/changelog 2022-10-11 and 2020-10-01, read 2026-11-24.
_COMMANDS: Final = re.compile(r"::(set-output|save-state|set-env|add-path)(?=[ :])")
_FILES: Final = {
    "set-output": "GITHUB_OUTPUT", "save-state": "GITHUB_STATE", "set-env": "GITHUB_ENV", "add-path": "GITHUB_PATH",
}  # fmt: skip
_OFF: Final = ("set-env", "add-path")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each workflow command that is deprecated or switched off."""
    for step in document.model.steps:
        if step.run is None or "::" not in step.run.raw:
            continue
        inner = embedded(document.source, step.run)
        for match in _COMMANDS.finditer(inner.text):
            line = inner.text[inner.text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if line.lstrip().startswith("#"):
                continue
            name = match.group(1)
            case, level = ("disabled", "error") if name in _OFF else ("", "")
            yield Hit(inner.outer(Span(*match.span())), {"name": name, "file": _FILES[name]}, case, level=level)
