"""compose/image-and-build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each service with both keys that does not say which of the two it wants."""
    for service in document.model.services:
        image, build = service.image_at, service.build
        if image is None or build is None or not image.file.home:
            continue
        if options["pull-policy"] and service.get("pull_policy") is not None:
            continue
        yield Hit(image.key_at, {"service": service.name}, related=(Related(build.at.key_place, "the build"),))
