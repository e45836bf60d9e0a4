"""The words of an nginx configuration.

How nginx reads words is written in ngx_conf_read_token() (src/core/ngx_conf_file.c, nginx 1.22): blanks are space,
tab, CR and LF; `#` opens a comment and `}` closes a block only where a word could begin; `${` does not open a block.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# The groups' numbers: 1 sign, 2 quoted, 3 word, 4 comment; blanks are matched by none of them.
TOKEN: Final = re.compile(
    r"""[ \t\r\n]++|([{};])|("[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+')"""
    r"""|((?:[^ \t\r\n;{}\\$"'#]|\\.?|\$\{?)[^ \t\r\n;{\\$]*+(?:(?:\\.?|\$\{?)[^ \t\r\n;{\\$]*+)*+)|(\#[^\n]*+)""",
    re.DOTALL,
)
SIGN: Final = 1
QUOTED: Final = 2
WORD: Final = 3
COMMENT: Final = 4

# A statement of plain words on one line, as nearly all are; group 1 has its words.
PLAIN: Final = re.compile(r"""[ \t\r\n]*+([^ \t\r\n;{}\\"'#]++(?:[ \t]++[^ \t\r\n;{}\\"'#]++)*+)[ \t]*+;""")
_ESCAPE: Final = r"\\([\"'\\trn])"
_ESCAPES: Final = {"t": "\t", "r": "\r", "n": "\n"}
_LUA: Final = (
    r"(?s)--\[(=*)\[.*?\]\1\]|--[^\n]*+|\[(=*)\[.*?\]\2\]"
    r"""|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'|([{}])"""
)
# Characters that look like a blank, and the marks that git leaves in a merge conflict.
_ODD_BLANK: Final = "[\u00a0\u2007\u202f\u3000\u200b\ufeff]"
_MARKER: Final = r"<{7}|={7}|>{7}|\|{7}"
_MARKER_LENGTH: Final = 7


class Oddity(NamedTuple):
    """What no word of a configuration may hold: where in the word, how long, and the sentence for the user."""

    start: int
    length: int
    problem: str


def is_conflict(word: str) -> bool:
    """Say whether a word is a mark that git leaves in a merge conflict."""
    return len(word) == _MARKER_LENGTH and bool(re.match(_MARKER, word))


def is_odd(text: str) -> bool:
    """Say whether some word of a text may have an oddity."""
    return not text.isascii() or any(mark * _MARKER_LENGTH in text for mark in "<=>|")


def oddity(word: str) -> Oddity | None:
    """Return the first thing in an unquoted word that cannot be meant, or None."""
    if is_conflict(word):
        return Oddity(0, _MARKER_LENGTH, f"a merge conflict is left here: `{word}`")
    if not word.isascii() and (blank := re.search(_ODD_BLANK, word)):
        problem = f"the character U+{ord(blank[0]):04X} looks like a blank, but nginx takes it for a letter"
        return Oddity(blank.start(), 1, problem)
    return None


def unescaped(text: str) -> str:
    """Return a word's text as nginx stores it: an escaped quote, backslash, t, r or n is replaced."""
    return text if "\\" not in text else re.sub(_ESCAPE, lambda match: _ESCAPES.get(match[1], match[1]), text)


def lua_end(text: str, start: int) -> int:
    """Return the offset of the brace that closes the Lua block whose text begins at `start`; -1 when none does."""
    depth = 1
    for match in re.compile(_LUA).finditer(text, start):
        brace = match[3]
        if brace == "{":
            depth += 1
        elif brace == "}":
            depth -= 1
            if depth == 0:
                return match.start()
    return -1
