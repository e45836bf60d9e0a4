"""A build moves the distribution to another release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_ACTIONS: Final = {
    "apt-get": (("dist-upgrade", "full-upgrade"), ("trivy:DS-0024",)),
    "zypper": (("dup", "dist-upgrade"), ("hadolint:DL3035",)),
    "dnf": (("distro-sync", "system-upgrade"), ()),
    "yum": (("distro-sync", "distribution-synchronization"), ()),
}


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the sub-command of each."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("upgrade", "dup", "distr")):
            call = invocation(command)
            actions, codes = _ACTIONS.get(call.manager.name, ((), ())) if call is not None else ((), ())
            if call is not None and call.action in actions:
                yield Hit(call.word.place, {"command": f"{command.name} {call.action}"}, equivalents=codes)
