"""An application upstream has a backup server on another address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.proxy import WITHOUT_BACKUP
from maverick_lint.formats.nginx.template import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Member, Upstream


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield upstreams of HTTP without a backup, or with one on the primary's own address."""
    for upstream in document.model.upstreams:
        if upstream.kind != "http" or not upstream.members or upstream.holed or upstream.method in WITHOUT_BACKUP:
            continue
        if any("resolve" in member.parameters or not _is_told(member) for member in upstream.members):
            continue
        yield from _judge(upstream, accept_peers=bool(options["accept-peers"]))


def _judge(upstream: Upstream, *, accept_peers: bool) -> Iterator[Hit]:
    primaries = upstream.primaries
    values: dict[str, Value] = {"upstream": upstream.name, "count": len(primaries)}
    backups = [backup for backup in upstream.backups if not backup.down]
    if not backups and upstream.backups:
        down = upstream.backups[0]
        yield Hit(down.parameters["down"].span, {**values, "server": down.address.text}, case="down")
        return
    if not backups:
        if len(primaries) == 1:
            yield Hit(upstream.word.span, {**values, "server": primaries[0].address.text})
        elif len(primaries) > 1 and not accept_peers:
            yield Hit(upstream.word.span, values, case="peers")
        return
    addresses = {_address(member) for member in primaries if member.address.known}
    if addresses and all(backup.address.known and _address(backup) in addresses for backup in backups):
        yield Hit(backups[0].address.span, {**values, "server": backups[0].address.text}, case="same")


def _is_told(member: Member) -> bool:
    """Say whether it is one server for sure: a template may decide its host or port, but not the whole line."""
    return member.known or (":" in member.address.text and UNKNOWN not in member.address.text)


def _address(member: Member) -> str:
    """Return an address with its port, 80 where none is written, and the loopback interface by its number."""
    text = member.address.text.lower()
    if text.startswith("unix:"):
        return text
    host, colon, port = text.rpartition(":")
    if not colon or text.endswith("]"):
        host, port = text, "80"
    return f"{'127.0.0.1' if host == 'localhost' else host}:{port}"
