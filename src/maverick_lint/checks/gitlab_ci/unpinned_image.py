"""gitlab-ci/unpinned-image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import images, place_of
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each image without a fixed version."""
    for value, image in images(document.model):
        name, _, tag = image.rpartition("/")[2].partition(":")
        if "@" not in image and tag in ("", "latest", "stable", "edge", "nightly", "main", "master"):
            yield Hit(place_of(value), {"image": image, "name": name}, "" if tag else "none")
