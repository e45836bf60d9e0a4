"""Which words of an instruction open here-documents."""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.core.record import record

# A word that begins with an optional descriptor and `<<`; quotes may stand anywhere in its name.
_WORD: Final = re.compile(r"""(?:[^\s'"\\]++|\\.?|'[^']*+'|"(?:[^"\\]++|\\.)*+"|(?P<open>['"]))++""", re.DOTALL)
_OPENS: Final = re.compile(r"\d*<<(-?)([^<]+)\Z", re.DOTALL)
_QUOTES: Final = re.compile(r"""'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)""", re.DOTALL)


@record
class Opened:
    """A word that opens a here-document, and where it stands in the joined line."""

    name: str
    start: int
    end: int
    expand: bool
    chomp: bool


def opened(line: str) -> list[Opened]:
    """Return the here-documents that a logical line opens, in order.

    As in BuildKit, a line whose quotes do not close opens none, and `<<` counts only at the beginning of a word.
    """
    found: list[Opened] = []
    for word in _WORD.finditer(line):
        if word["open"] is not None:
            return []
        if "<<" not in word[0] or (match := _OPENS.match(word[0])) is None:
            continue
        written = match[2]
        name = _QUOTES.sub(lambda quoted: quoted[1] or quoted[2] or quoted[3] or "", written)
        if name:
            found.append(Opened(name, word.start(), word.end(), name == written, match[1] == "-"))
    return found
