"""Variables in the values of a Compose file: what is known of a text before anybody sets them.

`$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:?message}`, `${NAME?message}`, `${NAME:+other}`,
`${NAME+other}`, nested ones, and `$$` for a dollar sign (Compose specification, 12-interpolation).
Three things may come of a text: it is known, it is known as long as nobody sets a variable, or a part is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN: Final = "\ufffc"
_NAME: Final = re.compile(r"[_A-Za-z][_A-Za-z0-9]*")
_OPERATOR: Final = re.compile(r":?[-?+]")
_DEPTH: Final = 40


@record
class Variable:
    """A variable that a text uses, at `start` to `end` of the text; `operator` is "", ":-", "?" ..."""

    name: str
    start: int
    end: int
    operator: str = ""


@record
class Fault:
    """What Compose refuses in a text, at `start` to `end` of it."""

    start: int
    end: int
    message: str


@record
class Text:
    """A text after interpolation.

    raw     as written
    masked  with every unknown part replaced by UNKNOWN, one character that no file name or port holds
    """

    raw: str
    masked: str
    variables: tuple[Variable, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def value(self) -> str | None:
        """The text, with defaults in the place of variables; None when a part of it is unknown."""
        return None if UNKNOWN in self.masked else self.masked

    @property
    def fixed(self) -> bool:
        """Whether no variable takes part in it."""
        return not self.variables and UNKNOWN not in self.masked


def interpolate(raw: str, known: Mapping[str, str]) -> Text:
    """Return what is known of a text; `known` holds the variables of the project's `.env`. Never raises."""
    if "{{" in raw:
        # a template of another tool: Ansible, cookiecutter, or Go's own for what an engine fills in
        return Text(raw, UNKNOWN)
    if "$" not in raw:
        return Text(raw, raw)
    expansion = _Expansion(raw, known)
    masked = expansion.expand(0, len(raw), 0)
    return Text(raw, masked, tuple(expansion.variables), tuple(expansion.faults))


class _Expansion:
    """Expands one text and collects what it meets."""

    def __init__(self, raw: str, known: Mapping[str, str]) -> None:
        self.raw = raw
        self.known = known
        self.variables: list[Variable] = []
        self.faults: list[Fault] = []

    def expand(self, start: int, end: int, depth: int) -> str:
        """Return the stretch of the text with variables replaced."""
        out: list[str] = []
        index = start
        while (dollar := self.raw.find("$", index, end)) >= 0:
            out.append(self.raw[index:dollar])
            following = self.raw[dollar + 1] if dollar + 1 < end else ""
            if following == "$":
                out.append("$")
                index = dollar + 2
            elif following == "{":
                replaced, index = self._braced(dollar, end, depth)
                out.append(replaced)
            elif name := _NAME.match(self.raw, dollar + 1, end):
                self.variables.append(Variable(name.group(), dollar, name.end()))
                out.append(self.known.get(name.group(), UNKNOWN))
                index = name.end()
            else:
                out.append("$")
                index = dollar + 1
        out.append(self.raw[index:end])
        return "".join(out)

    def _braced(self, dollar: int, end: int, depth: int) -> tuple[str, int]:
        close = _closing(self.raw, dollar + 2, end)
        if close < 0:
            self.faults.append(Fault(dollar, end, f"`{_short(self.raw[dollar:end])}` is never closed by a `}}`"))
            return UNKNOWN, end
        name = _NAME.match(self.raw, dollar + 2, close)
        operator = None if name is None else _OPERATOR.match(self.raw, name.end(), close)
        if name is None or (operator is None and name.end() != close):
            whole = _short(self.raw[dollar : close + 1])
            message = f"`{whole}` is no variable that Compose can fill in; write `$$` where a dollar sign is meant"
            self.faults.append(Fault(dollar, close + 1, message))
            return UNKNOWN, close + 1
        sign = "" if operator is None else operator.group()
        self.variables.append(Variable(name.group(), dollar, close + 1, sign))
        rest = name.end() if operator is None else operator.end()
        return self._value(name.group(), sign, (rest, close), depth), close + 1

    def _value(self, name: str, operator: str, rest: tuple[int, int], depth: int) -> str:
        value = self.known.get(name)
        if operator.startswith(":") and value == "":
            value = None
        if operator.endswith("+"):
            # whether anybody sets the variable is unknown, so both outcomes are open
            return UNKNOWN if value is None or depth >= _DEPTH else self.expand(*rest, depth + 1)
        if value is not None:
            return value
        if operator.endswith("-") and depth < _DEPTH:
            return self.expand(*rest, depth + 1)
        return UNKNOWN


def _closing(raw: str, start: int, end: int) -> int:
    """Return the place of the brace that closes the one before `start`, or -1."""
    depth = 1
    index = start
    while (close := raw.find("}", index, end)) >= 0:
        depth += raw.count("${", index, close) - 1
        if depth == 0:
            return close
        index = close + 1
    return -1


def _short(text: str) -> str:
    first = text.partition("\n")[0]
    return first if len(first) <= 60 else first[:57] + "..."  # noqa: PLR2004 - what a message can hold
