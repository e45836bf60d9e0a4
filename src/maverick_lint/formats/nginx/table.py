"""The directives that nginx knows: where each may stand, and how many arguments it takes.

`directives` has those of nginx until about 1.19, `newer` what came later. The masks are those of nginx's source
(src/core/ngx_conf_file.h).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.formats.nginx import lexer
from maverick_lint.formats.nginx.directives import DIRECTIVES
from maverick_lint.formats.nginx.newer import ADDED
from maverick_lint.formats.nginx.third_party import is_third_party

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maverick_lint.formats.nginx.tree import Word

Context = tuple[str, ...]

BLOCK: Final = 0x100
FLAG: Final = 0x200
ANY: Final = 0x400
ONE_OR_MORE: Final = 0x800
TWO_OR_MORE: Final = 0x1000
_MOST_COUNTED: Final = 7
_LOOK_AHEAD: Final = 60
# Directives whose arguments are any words at all: a word such as `internal` on a line of its own may be one of them.
_LISTS: Final = frozenset({"server_name", "valid_referers", "gzip_types", "env", "sub_filter_types", "ssi_types"})

# By letter: the context and its bit.
CONTEXTS: Final[dict[str, tuple[Context, int]]] = {
    "m": ((), 0x40000), "e": (("events",), 0x80000), "M": (("mail",), 0x100000), "S": (("mail", "server"), 0x200000),
    "T": (("stream",), 0x400000), "V": (("stream", "server"), 0x800000), "U": (("stream", "upstream"), 0x1000000),
    "h": (("http",), 0x2000000), "s": (("http", "server"), 0x4000000), "l": (("http", "location"), 0x8000000),
    "u": (("http", "upstream"), 0x10000000), "I": (("http", "server", "if"), 0x20000000),
    "i": (("http", "location", "if"), 0x40000000), "x": (("http", "location", "limit_except"), 0x80000000),
}  # fmt: skip
# By letter: digits for the counts allowed, f for on or off, + for one or more, & for two or more, * for any number,
# B for a block, b for a block with any number.
ARGUMENTS: Final[dict[str, int]] = {
    **{str(count): 1 << count for count in range(8)},
    "f": FLAG, "+": ONE_OR_MORE, "&": TWO_OR_MORE, "*": ANY, "B": BLOCK, "b": BLOCK | ANY,
}  # fmt: skip


class Table(NamedTuple):
    """What the two lists say together.

    masks     by directive: one mask for each way to use it
    contexts  the bit of each context
    since     the version that brought a directive, for the newer ones
    """

    masks: Mapping[str, Sequence[int]]
    contexts: Mapping[Context, int]
    since: Mapping[str, str]


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table, made from the two lists at the first call."""
    masks: dict[str, list[int]] = {}
    for uses, names in DIRECTIVES.items():
        read = [_mask(*use.split(":")) for use in uses.split()]
        for name in names.split():
            masks[name] = read[:]
    since: dict[str, str] = {}
    for names, contexts, arguments, version in ADDED:
        mask = _mask(contexts, arguments)
        for name in names.split():
            if name not in masks and version:
                since[name] = version
            known = masks.setdefault(name, [])
            if mask not in known:
                known.append(mask)
    return Table(masks, dict(CONTEXTS.values()), since)


def _mask(contexts: str, arguments: str) -> int:
    mask = 0
    for letter in contexts:
        mask |= CONTEXTS[letter][1]
    for letter in arguments:
        mask |= ARGUMENTS[letter]
    return mask


def is_known(name: str) -> bool:
    """Say whether nginx or a known module has a directive of this name."""
    return name in table().masks or is_third_party(name)


def fits(mask: int, count: int, *, block: bool) -> bool:
    """Say whether a mask allows this number of arguments, with or without a block."""
    if bool(mask & BLOCK) != block:
        return False
    if mask & ANY or (mask & ONE_OR_MORE and count >= 1) or (mask & TWO_OR_MORE and count > 1):
        return True
    if mask & FLAG and count == 1:
        return True
    return count <= _MOST_COUNTED and bool(mask >> count & 1)


def begins_statement(text: str, word: Word, current: str) -> bool:
    """Say whether a word at the start of a line begins a directive, though the one before (`current`) has not ended.

    It must be a directive's name, and what follows up to the next semicolon or brace must be a valid use of it.
    """
    if word.quote or word.text not in table().masks or not current:
        return False
    count = 0
    for match in lexer.TOKEN.finditer(text, word.end, word.end + 4000):
        if match.lastindex in (lexer.WORD, lexer.QUOTED):
            count += 1
            if count > _LOOK_AHEAD or (
                count > 1 and _is_on_new_line(text, match.start()) and match[0] in table().masks
            ):
                return True
        elif match.lastindex == lexer.SIGN:
            if match[1] == "}":
                return count > 0 and current not in _LISTS
            if count == 0 and (current in _LISTS or current not in table().masks):
                return False
            return any(fits(mask, count, block=match[1] == "{") for mask in table().masks[word.text])
    return False


def _is_on_new_line(text: str, offset: int) -> bool:
    line_start = text.rfind("\n", 0, offset) + 1
    return not text[line_start:offset].strip()


def masks_in(name: str, context: Context) -> list[int]:
    """Return the masks of a directive that hold in a context."""
    known = table()
    bit = known.contexts.get(context, 0)
    return [mask for mask in known.masks.get(name, ()) if mask & bit]


def counts(masks: Sequence[int]) -> str:
    """Return how many arguments masks allow, as messages say it: "no argument", "1 to 3 arguments"."""
    if any(mask & (ONE_OR_MORE | TWO_OR_MORE) for mask in masks):
        return "at least two arguments" if all(mask & TWO_OR_MORE for mask in masks) else "at least one argument"
    allowed = sorted(
        {count for mask in masks for count in range(8) if mask >> count & 1 or (mask & FLAG and count == 1)}
    )
    if allowed in ([], [0]):
        return "no argument"
    if len(allowed) == 1:
        return f"{allowed[0]} argument{'s' if allowed[0] > 1 else ''}"
    if allowed == list(range(allowed[0], allowed[-1] + 1)):
        return f"{allowed[0]} to {allowed[-1]} arguments"
    return " or ".join(str(count) for count in allowed) + " arguments"
