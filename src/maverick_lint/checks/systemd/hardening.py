"""systemd/hardening: a service of the server may do what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.nature import is_native, is_of_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_WANTED: Final = ("NoNewPrivileges", "PrivateTmp", "ProtectSystem", "ProtectHome")
_WRITTEN: Final = {"ProtectSystem": "strict"}


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield native services without the four settings that hardly any of them minds."""
    from maverick_lint.formats.systemd.confinement import confinement_of

    unit = document.model
    place = next((section.span for section in unit.sections if section.name == "Service"), None)
    if place is None or not is_native(unit) or is_of_user(document.source.path):
        return
    held = confinement_of(unit)
    missing = [name for name in _WANTED if name not in held.flags and held.words.get(name, "no") == "no"]
    if missing:
        yield Hit(place, {"missing": ", ".join(f"{name}={_WRITTEN.get(name, 'yes')}" for name in missing)})
