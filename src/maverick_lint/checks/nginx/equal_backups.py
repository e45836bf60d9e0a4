"""Two backups share the traffic; the second does not wait for the first to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.proxy import Member

_LAST_RESORTS: Final = ("maint", "sorry", "fallback", "down", "error", "static")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield each `backup` after the first of an upstream that is not one of a group of standbys like it."""
    config = document.model
    for upstream in config.upstreams:
        backups = [backup for backup in upstream.backups if not backup.down]
        for backup in backups[1:]:
            first = backups[0]
            if _is_alike(first, backup):
                continue
            if backup.directive.home.tree is config.tree:
                own = first.directive.home.tree is config.tree
                yield Hit(
                    backup.parameters["backup"].span,
                    {"server": backup.address.text, "first": first.address.text, "upstream": upstream.name},
                    related=(Related(first.parameters["backup"].span, "the other backup"),) if own else (),
                )


def _is_alike(one: Member, other: Member) -> bool:
    """Say whether two backups are the same program on two hosts: one port, and no name of a maintenance server."""
    (first, _, port), (second, _, same) = one.address.text.rpartition(":"), other.address.text.rpartition(":")
    named = any(word in second.lower() for word in _LAST_RESORTS)
    return bool(first and second) and first not in ("unix", second) and port == same and not named
