"""EXPOSE names something that is no port."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_PORTS: Final = re.compile(r"[0-9]{1,9}(?:-[0-9]{1,9})?\Z")
_HIGHEST: Final = 65535
_PROTOCOLS: Final = ("tcp", "udp", "sctp")
_INVALID: Final = (
    "buildkit:ExposeInvalidFormat",
    "tally:buildkit/ExposeInvalidFormat",
)
_CODES: Final = {
    "": _INVALID,
    "mapping": _INVALID,
    "protocol": _INVALID,
    "casing": (
        "buildkit:ExposeProtoCasing",
        "tally:buildkit/ExposeProtoCasing",
    ),
    "range": ("hadolint:DL3011", "tally:hadolint/DL3011", "trivy:DS-0008", "kics:unix_ports_out_of_range"),
}


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each port out of range, mapping, or protocol that Docker does not know or wants in lower case."""
    for stage in document.model.stages:
        for instruction in stage.every("EXPOSE"):
            for argument in instruction.arguments:
                text = instruction.value(argument.text)
                case = "fine" if text is None else _problem(text)
                if case != "fine":
                    yield Hit(argument.span, {"port": text or ""}, case, equivalents=_CODES[case])


def _problem(text: str) -> str:
    ports, _, protocol = text.partition("/")
    if ":" in ports:
        return "mapping"
    if _PORTS.match(ports) is None:
        return ""
    numbers = [int(number) for number in ports.split("-")]
    if any(not 0 < number <= _HIGHEST for number in numbers) or numbers != sorted(numbers):
        return "range"
    if protocol and protocol not in _PROTOCOLS:
        return "casing" if protocol.lower() in _PROTOCOLS else "protocol"
    return "fine"
