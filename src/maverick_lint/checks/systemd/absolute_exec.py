"""systemd/absolute-exec: a service names the program that it runs by its whole path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import EXEC, command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield programs of Exec settings that are no absolute path."""
    unit = document.model
    searches = unit.value("Service", "ExecSearchPath") is not None
    for entry in unit.entries("Service", *EXEC):
        source = command_text(entry)
        word = source.text.split(maxsplit=1)[0] if source.text.split() else ""
        program = word.strip("\"'")
        if not program or program.startswith(("/", "%", "@", "<", "__")):
            continue
        span = entry.text.outer(
            Span(len(entry.value) - len(source.text), len(entry.value) - len(source.text) + len(word))
        )
        if program.startswith("$"):
            yield Hit(span, {"program": program, "key": entry.key}, case="variable")
            continue
        relative = "/" in program
        if relative or not searches:
            values = {"program": program, "key": entry.key}
            # systemd looks a plain name up in a fixed path (since version 239), so that it may be found.
            yield Hit(span, values, case="relative") if relative else Hit(span, values, level="note")
