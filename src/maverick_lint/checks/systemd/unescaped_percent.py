"""systemd/unescaped-percent: the percent signs of date are filled in by systemd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import EXEC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

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
_DATE: Final = re.compile(r"\bdate\b[^;|)`]*?\+(?:%|[\w.-]*%|'|\")[^;|)`]*")
_SIGN: Final = re.compile(r"%(%|[A-Za-z])")


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first sign in the format of `date` that means something to systemd."""
    for entry in document.model.entries("Service", *EXEC):
        for date in _DATE.finditer(entry.value) if "%" in entry.value and "date" in entry.value else ():
            found = [sign for sign in _SIGN.finditer(date.group()) if sign[1] in _MEANINGS]
            if found:
                at = date.start() + found[0].start()
                values = {"letter": found[0][1], "meaning": _MEANINGS[found[0][1]]}
                yield Hit(entry.text.outer(Span(at, at + 2)), values)
