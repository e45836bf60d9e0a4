"""What nginx takes only once in a block.

Source: `nginx -t` of 1.22.1. Of locations it refuses a second one of the same prefix only: of two equal regular
expressions or names it takes the first, and says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.formats.nginx.single import single
from maverick_lint.formats.nginx.sockets import claimed_twice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive, Word

_BLOCKS: Final = frozenset({"http", "events", "stream", "mail"})
# What has a name of its own in a block, and takes each name once.
_NAMED: Final = frozenset(
    {
        *("log_format", "limit_req", "limit_conn", "limit_req_zone", "limit_conn_zone"),
        *("proxy_cache_path", "fastcgi_cache_path", "scgi_cache_path", "uwsgi_cache_path"),
    }
)
_REPEATED_IN_MAP: Final = frozenset({"include", "volatile", "hostnames"})


class Double(NamedTuple):
    """The word of the second, what it is as messages say it, and the first."""

    word: Word
    what: str
    first: Directive
    case: str = ""


def duplicates(config: Config) -> Iterator[Double]:
    """Yield the doubles of a file, those among included files in the place where this file has one of the two."""
    inner = (directive.block for directive in config.directives if directive.block is not None)
    for block in (config.root, *inner):
        if block.name in ("map", "geo"):
            yield from _keys(block)
        elif block.name not in ("types", "split_clients"):
            yield from _in_block(config, block)
    for claim in claimed_twice(config):
        yield Double(claim.second.args[0], f"`{claim.second.first()}`", claim.first, claim.case)


def _in_block(config: Config, block: Block) -> Iterator[Double]:
    seen: dict[str, Directive] = {}
    once = single()
    # What an included file repeats of its neighbours stands in the block that includes them all.
    around = config.assembly.around(block) if block.owner is None else []
    for directive in config.statements(around[0] if around else block):
        name = directive.name
        if name == "location" and directive.block is not None and directive.known:
            if directive.first().startswith(("~", "@")):
                continue
            key, what = _location(directive), "location `" + " ".join(directive.values()) + "`"
        elif name in once or (name in _BLOCKS and directive.block is not None):
            key, what = name, f"`{name}`"
        elif name in _NAMED and (named := _named(directive)):
            key, what = f"{name} {named}", f"`{name} {named}`"
        elif name == "listen" and directive.args and directive.args[0].known:
            key, what = "listen " + _socket(directive), f"`listen {directive.first()}`"
        else:
            continue
        first = seen.setdefault(key, directive)
        if first is not directive and directive.home.tree is config.tree:
            yield Double(directive.word, what, first)


def _location(directive: Directive) -> str:
    """Return what tells a location from others: `^~` makes no other location of a prefix."""
    exact = directive.first().startswith("=")
    return f"location {exact} {directive.args[-1].text.removeprefix('=').removeprefix('^~') if directive.args else ''}"


def _named(directive: Directive) -> str:
    """Return the zone or the format that a directive names; "" where it is not known."""
    words = directive.args
    if directive.name not in ("log_format", "limit_conn"):
        words = [word for word in words if word.text.startswith(("zone=", "keys_zone="))]
    text = words[0].text if words and words[0].known and "$" not in words[0].text else ""
    return text.partition("=")[2].partition(":")[0] or text


def _socket(listen: Directive) -> str:
    """Return the address of a `listen`; QUIC and other UDP have sockets of their own."""
    datagrams = {"quic", "udp"} & set(listen.values())
    return listen.first().removeprefix("*:").removeprefix("0.0.0.0:") + (" udp" if datagrams else "")


def _keys(block: Block) -> Iterator[Double]:
    seen: dict[str, Directive] = {}
    for entry in block.directives:
        if entry.name in _REPEATED_IN_MAP or not entry.word.known or entry.name.startswith("~"):
            continue
        first = seen.setdefault(entry.name.lower(), entry)
        # geo only warns of a network that is given twice.
        if first is not entry and (block.name == "map" or entry.name == "default"):
            yield Double(entry.word, f"`{entry.name}`", first)
