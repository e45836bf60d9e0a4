"""compose/image-and-build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each service with both keys that does not say which of the two it wants."""
    for service in document.model.services:
        image, build = service.image_at, service.build
        if image is None or build is None or service.get("pull_policy") is not None or not image.file.home:
            continue
        yield Hit(image.key_at, {"service": service.name}, related=(Related(build.at.key_place, "the build"),))
