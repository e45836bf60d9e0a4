"""github-workflow/misfeature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_SHELLS: Final = frozenset({"bash", "sh", "pwsh", "powershell", "python", "cmd"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each feature of actions that is there and better left alone."""
    model = document.model
    for step in model.steps:
        install = step.given("pip-install") if step.action == "actions/setup-python" else None
        if install is not None:
            yield Hit(install.key or install, {}, "pip")
    shells = [step.shell for step in model.steps]
    if isinstance(model, Workflow):
        shells += [model.shell, *(job.shell for job in model.jobs)]
    for node in shells:
        if node is None or node.text is None or "{{" in node.raw:
            continue
        name = node.raw.partition(" ")[0].rpartition("/")[2].lower()
        if name == "cmd":
            yield Hit(node, {}, level="warning")
        elif name not in _SHELLS:
            yield Hit(node, {"shell": node.raw.partition(" ")[0]}, "unknown")
