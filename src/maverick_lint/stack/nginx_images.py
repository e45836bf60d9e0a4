"""The servers of the nginx configurations that are copied into an image."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.proxies import ServerBlock
from maverick_lint.core.record import record
from maverick_lint.stack.folders import files_below
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.in_image import context_of, whereabouts
from maverick_lint.stack.services import root_stage

if TYPE_CHECKING:
    from maverick_lint.core.facts.containers import DockerfileFact, StageFact
    from maverick_lint.stack.model import Stack

# The images, with the port on which their own configuration listens (their Dockerfiles, 2026-11).
_IMAGES: Final = {"nginx": 80, "nginxinc/nginx-unprivileged": 8080}
_HOME: Final = "/etc/nginx"
_READ: Final = ("/etc/nginx/conf.d/", "/etc/nginx/templates/")
_WHOLE: Final = (
    "/etc/nginx/nginx.conf",
    "/etc/nginx/conf.d/default.conf",
    "/etc/nginx/templates/default.conf.template",
)


@record
class Serving:
    """The servers of an nginx in an image, and every port on which one of them, or the image's own, listens."""

    servers: tuple[ServerBlock, ...]
    ports: frozenset[int]

    @property
    def shown(self) -> str:
        """The ports as a message names them."""
        return " and ".join(str(port) for port in sorted({port for one in self.servers for port in one.ports}))


def _by_path(stack: Stack) -> dict[str, list[ServerBlock]]:
    found: dict[str, list[ServerBlock]] = {}
    for server in stack.every(ServerBlock):
        found.setdefault(server.path, []).append(server)
    return found


def serving(stack: Stack, file: DockerfileFact, stage: StageFact) -> Serving | None:
    """Return what the nginx of a stage serves; None when it is no nginx, or not all of it is known."""
    own = _IMAGES.get(short_name(root_stage(file, stage).base or ""))
    if own is None or not stack.every(ServerBlock):
        return None
    context = context_of(stack, file)
    inside = [one for one in stage.placed if one.target is None or one.target.startswith(_HOME)]
    if context is None or any(one.source is None or one.target is None for one in inside):
        return None
    found: list[ServerBlock] = []
    whole = False
    servers = stack.once("servers-by-path", lambda: _by_path(stack))
    sources = [posixpath.normpath(posixpath.join(context, one.source or ".")) for one in inside]
    for path in sorted({path for one in sources for path in (one, *files_below(stack, one)) if path in servers}):
        at = [to for to, _ in whereabouts(stage, context, path) if to.startswith(_READ) or to in _WHOLE]
        if at:
            found.extend(servers[path])
            whole = whole or not set(at).isdisjoint(_WHOLE)
    if not found or not all(one.ports for one in found):
        return None
    ports = {port for one in found for port in one.ports}
    return Serving(tuple(found), frozenset(ports if whole else {*ports, own}))
