"""An application upstream has a backup server on another address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.proxy import WITHOUT_BACKUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Upstream


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield upstreams of HTTP without a backup, or with one on the primary's own address."""
    for upstream in document.model.upstreams:
        if upstream.kind != "http" or not upstream.members or upstream.holed or upstream.method in WITHOUT_BACKUP:
            continue
        if any("resolve" in member.parameters or not member.known for member in upstream.members):
            continue
        yield from _judge(upstream, accept_peers=bool(options["accept-peers"]))


def _judge(upstream: Upstream, *, accept_peers: bool) -> Iterator[Hit]:
    primaries = upstream.primaries
    values: dict[str, Value] = {"upstream": upstream.name, "count": len(primaries)}
    if not upstream.backups:
        if len(primaries) == 1:
            yield Hit(upstream.word.span, {**values, "server": primaries[0].address.text})
        elif len(primaries) > 1 and not accept_peers:
            yield Hit(upstream.word.span, values, case="peers")
        return
    addresses = {member.address.text for member in primaries if member.address.known}
    if addresses and all(backup.address.known and backup.address.text in addresses for backup in upstream.backups):
        backup = upstream.backups[0]
        yield Hit(backup.address.span, {**values, "server": backup.address.text}, case="same")
