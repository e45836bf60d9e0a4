"""Two backups share the traffic; the second does not wait for the first to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield each `backup` after the first of an upstream."""
    config = document.model
    for upstream in config.upstreams:
        backups = [backup for backup in upstream.backups if not backup.down]
        for backup in backups[1:]:
            first = backups[0]
            if backup.directive.home.tree is config.tree:
                own = first.directive.home.tree is config.tree
                yield Hit(
                    backup.parameters["backup"].span,
                    {"server": backup.address.text, "first": first.address.text, "upstream": upstream.name},
                    related=(Related(first.parameters["backup"].span, "the other backup"),) if own else (),
                )
