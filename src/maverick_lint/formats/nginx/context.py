"""In which context a block stands: nginx's main, http, server, location ...; that of a snippet from what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.table import BLOCK, Context, table
from maverick_lint.formats.nginx.tree import FREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maverick_lint.formats.nginx.tree import Block, Directive

MAIN: Final[Context] = ()
HTTP: Final[Context] = ("http",)
SERVER: Final[Context] = ("http", "server")
LOCATION: Final[Context] = ("http", "location")
UPSTREAM: Final[Context] = ("http", "upstream")
STREAM: Final[Context] = ("stream",)
_STREAM_SERVER: Final[Context] = ("stream", "server")
# In the order of how often fragments are of them; the first that refuses the least wins.
_ROOTS: Final[Sequence[Context]] = (
    HTTP, SERVER, LOCATION, STREAM, _STREAM_SERVER, UPSTREAM, MAIN, ("mail",), ("mail", "server"), ("events",),
)  # fmt: skip
_MAIN_ONLY: Final = frozenset(
    {"http", "events", "stream", "mail", "worker_processes", "worker_rlimit_nofile", "daemon"}
)


def entered(context: Context, name: str) -> Context:
    """Return the context inside a block; a location within a location is a location."""
    if context[:1] == ("http",) and name == "location":
        return LOCATION
    return (*context, name)


def guess(root: Block, path: str) -> Context:
    """Return the context of a file that no other one includes: the one that refuses the fewest of its directives."""
    directives = root.directives
    if any(directive.name in _MAIN_ONLY for directive in directives):
        return MAIN
    roots = list(_ROOTS)
    if "stream" in path.lower():
        roots = [STREAM, _STREAM_SERVER, *(context for context in roots if context[:1] != ("stream",))]
    elif any(child.name == "proxy_pass" and "://" in child.first() for child in _inner(directives)):
        roots = [context for context in roots if context[:1] != ("stream",)]
    best, least = roots[0], -1
    for context in roots:
        cost = _refused(directives, context)
        if cost < least or least < 0:
            best, least = context, cost
        if cost == 0:
            break
    return best


def placed(target: str) -> Context | None:
    """Return the context of a file that lands at a path, as the nginx.conf of images and Debian includes it."""
    if target == "/etc/nginx/nginx.conf":
        return MAIN
    folder, _, name = target.rpartition("/")
    if folder in ("/etc/nginx/conf.d", "/etc/nginx/templates") and name.endswith((".conf", ".conf.template")):
        return HTTP
    return HTTP if folder == "/etc/nginx/sites-enabled" else None


def allows(name: str, context: Context, *, block: bool | None = None) -> bool:
    """Say whether a directive may stand in a context, with or without a block; yes when either is unknown."""
    known = table()
    bit = known.contexts.get(context)
    masks = known.masks.get(name)
    return bit is None or masks is None or any(mask & bit and block in (None, bool(mask & BLOCK)) for mask in masks)


def _inner(directives: Iterable[Directive]) -> Iterator[Directive]:
    for directive in directives:
        if directive.block is not None:
            yield from directive.block.directives


def _refused(directives: Iterable[Directive], context: Context) -> int:
    count = 0
    for directive in directives:
        if not allows(directive.name, context, block=directive.block is not None):
            count += 2
        elif directive.block is not None and directive.name not in FREE and context != MAIN:
            inner = entered(context, directive.name)
            count += sum(not allows(child.name, inner) for child in directive.block.directives)
    return count


def described(context: Context) -> str:
    """Return a context as messages say it: "in a location", "outside all blocks"."""
    if context == MAIN:
        return "outside all blocks"
    if context == HTTP:
        return "in `http` itself"
    outer = " of a stream" if context[:1] == ("stream",) else " of a mail proxy" if context[:1] == ("mail",) else ""
    if context[-1] == "if":
        return f"in an `if` of a {context[-2]}"
    return f"in `{context[-1]}`{outer}"


def allowing(name: str) -> list[str]:
    """Return where a directive may stand, as messages say it; those of HTTP first, five at most."""
    known = table()
    masks = known.masks.get(name, ())
    found = [context for context, bit in known.contexts.items() if any(mask & bit for mask in masks)]
    found.sort(key=lambda context: (context[:1] != ("http",), len(context)))
    return [described(context) for context in found[:5]]
