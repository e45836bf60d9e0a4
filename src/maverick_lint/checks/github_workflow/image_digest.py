"""github-workflow/image-digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._images import images, names_of
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_SAME: Final = ("zizmor:unpinned-images", "jactionlint:unpinned-images")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each image that is named by a tag."""
    for node, image in images(document.model):
        tag = image.rpartition("/")[2].partition(":")[2]
        if "@" not in image and tag not in ("", "latest"):
            yield Hit(node, {"image": image}, equivalents=names_of(node, _SAME))
