"""systemd/container-image: a restart runs the version that ran before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.containers import containers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield images in ExecStart that have no version, or `latest`."""
    for one in containers_of(document.model):
        image = one.run.image
        if image is None or image.text is None or "%" in image.text or "@" in image.text:
            continue
        name = image.text.rpartition("/")[2]
        if name.partition(":")[2] in ("", "latest") and image.text[:1].isalnum():
            yield Hit(image.place, {"image": image.text})
