"""systemd/forking-pidfile: which process the service is, is said and not guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield Type=forking without PIDFile=, but where one process is not what matters."""
    unit = document.model
    if unit.drop_in or any(unit.value("Service", key) for key in ("PIDFile", "GuessMainPID", "RemainAfterExit")):
        return
    for entry in unit.entries("Service", "Type"):
        if entry.value == "forking":
            yield Hit(entry.span)
