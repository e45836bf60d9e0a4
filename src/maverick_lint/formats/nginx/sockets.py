"""What the servers of one configuration claim of a socket: one of them may be its default, and one may set its options.

Source: ngx_http_add_addresses() of nginx 1.22 (src/http/ngx_http.c), with `nginx -t` of 1.22.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from maverick_lint.formats.nginx.context import HTTP
from maverick_lint.formats.nginx.server import listen_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.assembly import Assembly
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive

_DEFAULT: Final = frozenset({"default_server", "default"})
# The parameters that are options of the socket itself.
_OPTIONS: Final = frozenset(
    {
        *("setfib", "fastopen", "backlog", "rcvbuf", "sndbuf", "accept_filter", "deferred", "ipv6only", "reuseport"),
        *("so_keepalive", "bind"),
    }
)
_memo: WeakKeyDictionary[Assembly, tuple[int, dict[int, list[Claim]]]] = WeakKeyDictionary()


class Claim(NamedTuple):
    """A `listen` that claims what an earlier one has claimed: "default" or "options"."""

    second: Directive
    first: Directive
    case: str


def claimed_twice(config: Config) -> Iterator[Claim]:
    """Yield the second claims of a file; the first may stand in another file of the same block `http`."""
    assembly = config.assembly
    known = _memo.get(assembly)
    if known is None or known[0] != len(assembly.trees):
        known = _memo[assembly] = (len(assembly.trees), {})
    for block in _blocks(config):
        if id(block) not in known[1]:
            known[1][id(block)] = list(_claims(config, block))
        yield from (claim for claim in known[1][id(block)] if claim.second.home.tree is config.tree)


def _blocks(config: Config) -> list[Block]:
    """Return the blocks whose servers stand beside those of a file."""
    found = [d.block for d in config.root.directives if d.name == "http" and d.block is not None]
    if not found and HTTP in config.root_contexts:
        return config.assembly.around(config.root) or [config.root]
    return found


def _claims(config: Config, block: Block) -> Iterator[Claim]:
    seen: dict[tuple[str, int, bool, str], Directive] = {}
    for server in config.statements(block):
        if server.name != "server" or server.block is None:
            continue
        for directive in config.statements(server.block):
            if directive.name != "listen" or len(directive.args) < 2 or not directive.known:  # noqa: PLR2004 - both
                continue
            keys = {word.text.partition("=")[0] for word in directive.args[1:]}
            listen = listen_of(directive)
            if listen.port is None or listen.address.startswith("unix:"):
                continue
            address = "" if listen.address in ("*", "0.0.0.0") else listen.address  # noqa: S104 - nothing is bound
            for case, words in (("default", _DEFAULT), ("options", _OPTIONS)):
                if keys & words:
                    first = seen.setdefault((address, listen.port, "quic" in keys, case), directive)
                    if first.home is not directive.home:
                        yield Claim(directive, first, case)
