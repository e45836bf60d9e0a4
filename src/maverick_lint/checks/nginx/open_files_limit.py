"""A worker may open as many files as its connections need."""

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
    """Yield limits of open files below twice the connections of a worker."""
    config = document.model
    for directive in config.directives:
        if directive.name == "worker_connections" and directive.first().isdigit() and directive.known:
            yield from _judge(config, directive)
        elif (
            directive.name == "events"
            and directive.block is not None
            and not list(directive.block.named("worker_connections"))
        ):
            limit = config.in_force(directive.home, "worker_rlimit_nofile").directives
            if limit and limit[0].first().isdigit() and int(limit[0].first()[:9]) < 1024:  # noqa: PLR2004 - twice the default
                yield Hit(limit[0].args[0].span, {"limit": limit[0].first(), "connections": 512})


def _judge(config: Config, directive: Directive) -> Iterator[Hit]:
    connections = int(directive.first()[:9])
    force = config.in_force(directive.home, "worker_rlimit_nofile")
    values = {"connections": connections, "twice": 2 * connections}
    if not force.directives:
        if force.complete:
            yield Hit(directive.args[0].span, values, case="absent")
        return
    limit = force.directives[0]
    if limit.first().isdigit() and int(limit.first()[:9]) < 2 * connections and limit.home.tree is config.tree:
        yield Hit(limit.args[0].span, {**values, "limit": limit.first()})
