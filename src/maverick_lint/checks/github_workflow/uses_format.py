"""github-workflow/uses-format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_ACTION: Final = re.compile(r"[\w.-]+/[\w.-]+(?:/[^@\s]+)?@\S+\Z")
_IMAGE: Final = re.compile(r"docker://[\w.-]+\S*\Z")
_FOLDER: Final = ".github/workflows/"


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each `uses` that GitHub cannot read."""
    model = document.model
    for step in model.steps:
        if step.uses is not None and "{{" not in step.uses.raw:
            yield from _step(step.uses)
    for job in model.jobs if isinstance(model, Workflow) else ():
        if job.uses is not None and "{{" not in job.uses.raw:
            yield from _job(job.uses)


def _step(uses: Node) -> Iterator[Hit]:
    text = uses.raw
    path = text.partition("@")[0]
    if text.startswith(("./", "$/")) or text in (".", "$"):
        return
    if text.startswith("docker://"):
        if not _IMAGE.match(text):
            yield Hit(uses, {"uses": text}, "image")
    elif path.endswith((".yml", ".yaml")) and _FOLDER in path:
        yield Hit(uses, {"uses": text}, "workflow")
    elif text.startswith(("../", ".github/", "/")):
        yield Hit(uses, {"uses": text}, "local")
    elif not _ACTION.match(text):
        yield Hit(uses, {"uses": text}, "" if "@" in text or "/" not in text else "version")


def _job(uses: Node) -> Iterator[Hit]:
    path, at, _ = uses.raw.partition("@")
    if path.startswith(("./", "$/")):
        if at or not path.startswith(_FOLDER, 2) or path.count("/") != _FOLDER.count("/") + 1:
            yield Hit(uses, {"uses": uses.raw}, "call-local")
    elif not _ACTION.match(uses.raw) or f"/{_FOLDER}" not in path or not path.endswith((".yml", ".yaml")):
        yield Hit(uses, {"uses": uses.raw}, "call")
