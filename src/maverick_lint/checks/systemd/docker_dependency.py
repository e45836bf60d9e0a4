"""systemd/docker-dependency: who needs Docker asks for it, and waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_SERVICE: Final = "docker.service"
_UNITS: Final = frozenset({_SERVICE, "docker.socket"})
_NEEDS: Final = ("Requires", "BindsTo", "Wants", "Requisite", "Upholds", "PartOf")


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield units that are ordered after Docker without needing it, need it without order, or run it without either."""
    unit = document.model
    if unit.drop_in or unit.type != "service":
        return
    needs = _UNITS & set(unit.words("Unit", *_NEEDS))
    after = _UNITS & set(unit.words("Unit", "After"))
    if after and not needs:
        yield from _named(unit, ("After",), "")
    elif needs and not after:
        yield from _named(unit, ("Requires", "BindsTo", "Wants"), "order")
    elif not needs and unit.value("Service", "Type") != "oneshot":
        for entry in unit.entries("Service", "ExecStart"):
            program = command_text(entry).text.split(maxsplit=1)[:1]
            if program and program[0].rpartition("/")[2] in ("docker", "docker-compose"):
                start = entry.value.index(program[0])
                yield Hit(entry.text.outer(Span(start, start + len(program[0]))), case="nothing")
                return


def _named(unit: Unit, keys: tuple[str, ...], case: str) -> Iterator[Hit]:
    for entry in unit.entries("Unit", *keys):
        at = entry.value.find(_SERVICE)
        if at >= 0:
            yield Hit(entry.text.outer(Span(at, at + len(_SERVICE))), case=case)
            return
