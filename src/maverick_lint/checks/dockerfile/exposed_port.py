"""A server image names no port."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import ends
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import known
from maverick_lint.formats.dockerfile.purpose import helps_development

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

_SERVERS_WORDS: Final = (
    "uvicorn gunicorn hypercorn daphne granian waitress-serve nginx httpd apache2ctl apache2-foreground caddy "
    "haproxy puma unicorn thin php-fpm http-server serve lighttpd traefik uwsgi streamlit"
)
_SERVERS: Final = frozenset(_SERVERS_WORDS.split())
_SERVING: Final = {
    "flask": ("run",), "rails": ("server", "s"), "next": ("start",), "fastapi": ("run",), "php": ("-S",),
    "python": ("http.server", "runserver", "uvicorn", "gunicorn"),
    "python3": ("http.server", "runserver", "uvicorn", "gunicorn"),
    "vite": ("preview",), "nuxt": ("start",),
}  # fmt: skip
_LISTENS: Final = re.compile(r"--(?:port|bind|listen|http-port|listen-address)(?:=|$)|(?:0\.0\.0\.0|\[::\]):\d+")
# Bases that are known to name no port of their own.
_SILENT: Final = frozenset({"debian", "ubuntu", "alpine", "distroless", "scratch"})
_NAMED: Final = frozenset(
    {"php", "nginx", "httpd", "redis", "postgres", "mysql", "mariadb", "mongo", "haproxy", "memcached"}
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the CMD or ENTRYPOINT that starts the server."""
    if helps_development(document.source.path):
        return
    for end, names in ends(document.model):
        if end.last("EXPOSE") is None:
            yield from _judged(document.model, end, names)


def _judged(model: Dockerfile, final: Stage, names: tuple[str, ...]) -> Iterator[Hit]:
    image = final.root.image
    base = known(image) if image is not None else None
    if image is None or base is None or base.system not in _SILENT:
        return
    if image.partition(":")[0].rpartition("/")[2] in _NAMED or any(one.name == "ONBUILD" for one in final.inherited):
        return
    for instruction in (final.last("ENTRYPOINT"), final.last("CMD")):
        if instruction is not None and (server := _server(model, final, instruction.name)):
            yield Hit(instruction.rest_span, {"server": server}, stages=names)
            return


def _server(model: Dockerfile, final: Stage, name: str) -> str:
    """Return the server that an instruction starts, "" when it is not known to start one."""
    instruction = final.last(name)
    for command in model.commands(instruction) if instruction is not None else ():
        words = [word.text or "" for word in command.words]
        program = command.name
        if program in _SERVERS or any(word in _SERVING.get(program, ()) for word in words):
            return program
        if any(_LISTENS.match(word) is not None for word in words[1:]):
            return program or words[0]
    return ""
