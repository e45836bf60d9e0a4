"""Each location and each name can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the second of equal expressions, named locations and server names of an address."""
    config = document.model
    if config.tree.templated:
        return
    for block in (config.root, *(d.block for d in config.directives if d.block is not None)):
        seen: dict[tuple[str, str], Directive] = {}
        for directive in block.directives:
            first = directive.first()
            if directive.name != "location" or not first.startswith(("~", "@")) or not directive.known:
                continue
            key = (first if not first.startswith("@") else "", directive.args[-1].text)
            earlier = seen.setdefault(key, directive)
            if earlier is not directive:
                line = config.tree.source.position(earlier.word.start).line
                yield Hit(directive.args[-1].span, {"what": f"location `{key[1]}`", "where": f"line {line}"})
    yield from _names(config)


def _names(config: Config) -> Iterator[Hit]:
    seen: dict[tuple[str, int, str], Directive] = {}
    for server in config.servers:
        if server.holed:
            continue
        sockets = [
            (listen.address.replace("*", ""), listen.port or 0)
            for listen in server.listens
            if "quic" not in listen.parameters
        ]
        for directive in config.statements(server.block):
            for word in directive.args if directive.name == "server_name" else ():
                if not word.known or word.text in ("_", "") or directive.home.tree is not config.tree:
                    continue
                for address, port in sockets or [("", 80)]:
                    earlier = seen.setdefault((address, port, word.text.lower()), directive)
                    if earlier is not directive and earlier.home is not directive.home:
                        line = config.tree.source.position(earlier.word.start).line
                        values = {"what": f"`{word.text}`", "where": f"line {line}"}
                        yield Hit(word.span, values, case="name")
                        break
