"""The stop signal cannot be caught, or is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

# signal(7) of Linux (6.9, 2024); RTMIN+n and RTMAX-n are known besides.
_NAMES_WORDS: Final = (
    "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP "
    "TSTP TTIN TTOU UNUSED URG USR1 USR2 VTALRM WINCH XCPU XFSZ"
)
_NAMES: Final = frozenset(_NAMES_WORDS.split())
_AT_ONCE: Final = frozenset({"KILL", "STOP", "9", "19"})
_LAST: Final = 64


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each STOPSIGNAL that is known and ends the program at once, or is no signal."""
    found = [one for stage in document.model.stages for one in stage.every("STOPSIGNAL")]
    for instruction in found:
        value = instruction.value(instruction.rest)
        if not value:
            continue
        name = value.upper().removeprefix("SIG")
        if name in _AT_ONCE:
            yield Hit(instruction.rest_span, {"signal": value})
        elif not _is_signal(name):
            near = next(iter(close_matches(name, sorted(_NAMES), n=1, cutoff=0.6)), "")
            yield Hit(
                instruction.rest_span, {"signal": value, "near": f"; SIG{near} is meant" if near else ""}, "unknown"
            )


def _is_signal(name: str) -> bool:
    if name.isdecimal():
        return 0 < int(name[:4]) <= _LAST
    return name in _NAMES or name.startswith(("RTMIN", "RTMAX"))
