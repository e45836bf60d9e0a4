"""stack/hidden-by-mount: a mount does not hide what the image was built for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.services import stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import Placed, ServiceMount
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Folders that a build fills and a checkout does not have.
_BUILT: Final = frozenset(
    {".venv", "venv", "env", "node_modules", "vendor", "dist", "build", "bin", "target", "bundle"}
)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each folder of the repository that is mounted over one which another stage has filled."""
    seen: set[Place] = set()
    for service in stack.every(Service):
        stage = stage_of(stack, service)
        if stage is None or any(word is None or "install" in word for word in (*service.command, *service.entrypoint)):
            continue
        for mount in service.mounts:
            hidden = next((one for one in stage.placed if _hides(stack, mount, one, service)), None)
            if hidden is not None and mount.place not in seen:
                seen.add(mount.place)
                values = {"service": service.name, "target": mount.target or "", "hidden": hidden.target or ""}
                yield Hit(mount.place, values, related=(Related(hidden.place, f"fills `{hidden.target}`"),))


def _hides(stack: Stack, mount: ServiceMount, placed: Placed, service: Service) -> bool:
    target = (mount.target or "").rstrip("/")
    if mount.type != "bind" or not target or not placed.stage or placed.target is None or mount.source is None:
        return False
    if not placed.target.startswith(f"{target}/") or placed.target.rpartition("/")[2] not in _BUILT:
        return False
    inner = placed.target[len(target) :]
    if mount.source.startswith(("/", "~", "..")) or stack.exists(f"{mount.source}{inner}"):
        return False
    own = f"{placed.target}/"
    return not any(
        one is not mount
        and own.startswith(f"{(one.target or placed.target).rstrip('/')}/")
        and one.target != mount.target
        for one in service.mounts
        if (one.target or placed.target).startswith(target)
    )
