"""systemd/container-ports: behind a proxy, a container listens on the server alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.containers import containers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_EVERYWHERE: Final = ("", "0.0.0.0", "[::]", "*")  # noqa: S104 - what is looked for


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:
    """Yield published ports that are bound to no address, or to all."""
    for one in containers_of(document.model):
        for word in one.run.values("-p", "--publish"):
            text = (word.text or "").removeprefix("--publish=").removeprefix("-p")
            rest, colon, _ = text.rpartition(":")
            address, _, port = rest.rpartition(":")
            if colon and port.isdigit() and address in _EVERYWHERE and port not in options["public"]:
                yield Hit(word.place, {"port": port})
