"""A package is installed in whatever version there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import MANAGERS, invocation
from maverick_lint.formats._packages.pins import FORMS, floating, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_PROGRAMS: Final = tuple(program for one in MANAGERS if one.name in FORMS for program in one.programs)
_CODES: Final = {
    "apt-get": "DL3008",
    "pip": "DL3013",
    "npm": "DL3016",
    "apk": "DL3018",
    "gem": "DL3028",
    "yum": "DL3033",
    "zypper": "DL3037",
    "dnf": "DL3041",
    "go": "DL3062",
}


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each package without a version, the first of each command."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, _PROGRAMS):
            call = invocation(command)
            word = None if call is None else floating(call)
            if call is None or word is None:
                continue
            values = {"package": word.text or word.raw, "form": written(call, word)}
            code = _CODES.get(call.manager.name)
            yield Hit(word.place, values, equivalents=() if code is None else (f"hadolint:{code}",))
