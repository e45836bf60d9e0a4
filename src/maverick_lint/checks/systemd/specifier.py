"""systemd/specifier: systemd fills in percent signs before a program sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import EXEC
from maverick_lint.formats.systemd.settings import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Entry, Unit

# systemd.unit(5), "Specifiers", systemd 258: those that are signs of strftime too.
_MEANINGS: Final = {
    "a": "the architecture", "A": "the version of the system's image", "b": "the number of this boot",
    "B": "the number of the build", "C": "the folder of caches", "d": "the folder of credentials",
    "D": "the folder of data", "g": "the name of the group", "G": "the number of the group",
    "h": "the home of the user", "H": "the name of the host", "I": "the name of the instance",
    "j": "the last part of the unit's name", "l": "the short name of the host", "L": "the folder of logs",
    "m": "the number of the machine", "M": "the name of the system's image", "n": "the name of the unit",
    "N": "the name of the unit", "p": "the first part of the unit's name", "P": "the first part of the unit's name",
    "q": "the pretty name of the host", "S": "the folder of state", "t": "the folder of the run time",
    "T": "the folder for temporary files", "u": "the name of the user", "U": "the number of the user",
    "v": "the version of the kernel", "V": "the folder for lasting temporary files", "w": "the version of the system",
    "W": "the variant of the system", "y": "the path of the unit", "Y": "the folder of the unit",
}  # fmt: skip
# Signs on which systemd 252 gives up with "Invalid slot"; later ones know %D.
_UNKNOWN: Final = frozenset("cekrxzFKOQRXZ0123456789")
_DATE: Final = re.compile(r"\bdate\b[^;|)`]*?\+(?:%|[\w.-]*%|'|\")[^;|)`]*")
_SIGN: Final = re.compile(r"%(%|[A-Za-z0-9])")
# Of these forms it fills nothing in; those of conditions and names of units have rules of their own.
_PLAIN: Final = frozenset(
    {"env", "exec", "text", "path", "paths", "binds", "workdir", "envfile", "output", "dirs", "tmpfs"}
)


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield specifiers that systemd does not know, that are empty here, and that were meant for `date`."""
    unit = document.model
    table = known()
    for section in unit.sections:
        for entry in section.entries:
            if "%" not in entry.value:
                continue
            setting = table.get(section.name, {}).get(entry.key)
            if setting is not None and setting.form in _PLAIN:
                yield from _judged(entry, unit)


def _judged(entry: Entry, unit: Unit) -> Iterator[Hit]:
    signs = [sign for sign in _SIGN.finditer(entry.value) if sign[1] != "%"]
    unknown = next((sign for sign in signs if sign[1] in _UNKNOWN), None)
    if unknown is not None:
        yield _hit(entry, unknown.start(), {"letter": unknown[1], "key": entry.key}, "unknown")
        return
    instance = next((sign for sign in signs if sign[1] in "iI"), None)
    if instance is not None and "@" not in unit.name:
        template = f"{unit.name.removesuffix(f'.{unit.type}')}@.{unit.type}"
        values = {"letter": instance[1], "unit": unit.name, "template": template}
        yield _hit(entry, instance.start(), values, "instance")
    for date in _DATE.finditer(entry.value) if entry.key in EXEC and "date" in entry.value else ():
        found = next(
            (sign for sign in signs if sign[1] in _MEANINGS and date.start() <= sign.start() < date.end()), None
        )
        if found is not None:
            yield _hit(entry, found.start(), {"letter": found[1], "meaning": _MEANINGS[found[1]]}, "")


def _hit(entry: Entry, at: int, values: dict[str, str], case: str) -> Hit:
    level = "warning" if case == "instance" else "error"
    return Hit(entry.text.outer(Span(at, at + 2)), values, case=case, level=level)
