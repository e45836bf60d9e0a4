"""compose/privileged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_TRUE: Final = ("true", "yes", "on", "y")
_WIDE: Final = ("ALL", "SYS_ADMIN", "SYS_MODULE", "CAP_SYS_ADMIN", "CAP_SYS_MODULE")
_UNCONFINED: Final = ("seccomp:unconfined", "seccomp=unconfined", "apparmor:unconfined", "apparmor=unconfined")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for what takes the walls of a container away: privileged, all capabilities, no seccomp."""
    first = FirstTime()
    for service in document.model.variants:
        if service.image is not None and service.image.base in options["images"]:
            continue
        flag = service.get("privileged")
        if flag is not None and (flag.known or "").lower() in _TRUE and first(flag):
            yield Hit(flag.at, {"service": owner(service, flag)}, related=flag.via)
        for key, wide, case in (("cap_add", _WIDE, "capability"), ("security_opt", _UNCONFINED, "unconfined")):
            listed = service.get(key)
            for item in listed.items() if listed is not None else ():
                if (item.known or "") in wide and first(item):
                    values = {"service": owner(service, item), "value": item.known or ""}
                    yield Hit(item.at, values, case, related=item.via)
