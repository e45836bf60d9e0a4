"""systemd/exposure: the measure of systemd itself, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.nature import is_native, is_of_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_WORDS: Final = ((9.0, "unsafe"), (7.0, "exposed"), (5.0, "medium"), (0.0, "ok"))
_SHOWN: Final = 3


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:
    """Yield native services whose exposure is above the threshold."""
    from maverick_lint.formats.systemd.exposure import exposure_of, heaviest

    unit = document.model
    place = next((section.span for section in unit.sections if section.name == "Service"), None)
    if place is None or not is_native(unit) or is_of_user(document.source.path):
        return
    exposure = exposure_of(unit)
    if exposure > options["threshold"]:
        word = next(name for least, name in _WORDS if exposure >= least)
        values = {"exposure": f"{exposure:.1f}", "word": word, "heavy": ", ".join(heaviest(unit)[:_SHOWN])}
        yield Hit(place, values)
