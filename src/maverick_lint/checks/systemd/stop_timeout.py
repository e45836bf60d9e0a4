"""systemd/stop-timeout: a container has the time to stop that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.containers import containers_of, docker_calls
from maverick_lint.formats.systemd.times import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_DEFAULT: Final = "90"
_OPTIONS: Final = ("-t", "--time", "--timeout")


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield times for a container that are not below those of the unit."""
    unit = document.model
    outer = seconds(unit.value("Service", "TimeoutStopSec") or unit.value("Service", "TimeoutSec") or _DEFAULT)
    if outer is None or unit.drop_in:
        return
    given = [word for one in containers_of(unit) for word in one.run.values("--stop-timeout")]
    for _, _, call in docker_calls(unit, "ExecStop"):
        if call.subcommand != "stop":
            continue
        for before, word in zip((None, *call.words), call.words, strict=False):
            joined = (word.text or "").partition("=")
            if (before is not None and before.text in _OPTIONS) or (joined[1] and joined[0] in _OPTIONS):
                given.append(word)
    for word in given:
        inner = (word.text or "").rpartition("=")[2]
        if inner.isdigit() and int(inner) >= outer:
            yield Hit(word.place, {"inner": inner, "outer": f"{outer:g}"})
