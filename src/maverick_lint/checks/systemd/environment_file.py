"""systemd/environment-file: variables lie where nobody else reads or writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_OPEN: Final = ("/tmp/", "/var/tmp/", "/dev/shm/")  # noqa: S108 - what is looked for
_SERVED: Final = ("/var/www/", "/srv/www/", "/usr/share/nginx/html/")


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield files of variables where everyone writes or a web server serves, and names that are nearly a file's."""
    unit = document.model
    for entry in unit.entries("Service", "EnvironmentFile"):
        path = entry.value.removeprefix("-")
        case = "" if path.startswith(_OPEN) else "served" if path.startswith(_SERVED) else None
        near = next((one.near for one in unit.variable_files if one.entry is entry), "")
        if case is None and near and not entry.value.startswith("-"):
            case = "near"
        if case is not None:
            span = entry.text.outer(Span(len(entry.value) - len(path), len(entry.value)))
            yield Hit(span, {"path": path, "stem": unit.name.partition(".")[0], "near": near}, case=case)
