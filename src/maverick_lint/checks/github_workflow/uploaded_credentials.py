"""github-workflow/uploaded-credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Step, Workflow

_ROOTS: Final = frozenset({"", ".", "${{github.workspace}}"})


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each upload of a whole checkout with the token in it."""
    for job in document.model.jobs:
        checkout: Step | None = None
        for step in job.steps:
            if step.action == "actions/checkout" and _keeps(step):
                checkout = step
            path = step.given("path") if step.action == "actions/upload-artifact" else None
            if checkout is None or checkout.uses is None or path is None or not _takes_hidden(step):
                continue
            if any(
                line.strip() and line.replace(" ", "").lower().strip().rstrip("/*") in _ROOTS
                for line in path.raw.splitlines()
            ):
                yield Hit(path, {}, related=(Related(checkout.uses, "puts the token there"),))


def _keeps(step: Step) -> bool:
    kept, folder = step.given("persist-credentials"), step.given("path")
    # From version 6 on the token is kept outside of the files.
    return (kept is None or kept.raw.lower() != "false") and folder is None and _version(step) < (6,)


def _takes_hidden(step: Step) -> bool:
    hidden = step.given("include-hidden-files")
    return _version(step) < (4,) if hidden is None else hidden.raw.lower() == "true"


def _version(step: Step) -> tuple[int, ...]:
    """Return the major version of an action; a high one where it is not known."""
    ref = "" if step.uses is None else step.uses.raw.partition("@")[2].removeprefix("v").partition(".")[0]
    return (int(ref),) if ref.isdecimal() and len(ref) < 4 else (99,)  # noqa: PLR2004 - three digits
