"""A HEALTHCHECK leaves its timing to defaults, or waits longer than its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.duration import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_FLAGS: Final = ("interval", "timeout", "start-period", "retries")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the keyword for missing flags, and at a timeout that is not below the interval."""
    for instruction in document.model.instructions:
        if instruction.name != "HEALTHCHECK" or instruction.form != "CMD":
            continue
        missing = [f"--{name}" for name in _FLAGS if instruction.flag(name) is None]
        if missing:
            yield Hit(instruction.keyword, {"missing": _listed(missing)}, "missing")
        interval, timeout = _seconds(instruction, "interval"), _seconds(instruction, "timeout")
        flag = instruction.flag("timeout")
        if flag is not None and interval and timeout and timeout >= interval:
            every = instruction.flag("interval")
            values = {"timeout": flag.value or "", "interval": "" if every is None else every.value or ""}
            yield Hit(flag.value_span, values)


def _seconds(instruction: Instruction, name: str) -> float | None:
    flag = instruction.flag(name)
    value = None if flag is None else instruction.value(flag.value)
    return None if value is None else seconds(value)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
