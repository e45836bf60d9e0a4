"""A primary server says when it counts as failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the primary servers of HTTP upstreams without max_fails or fail_timeout, or with checks switched off."""
    for upstream in document.model.upstreams:
        if upstream.kind != "http":
            continue
        for member in upstream.primaries:
            if not member.known or member.directive.home.tree is not document.model.tree:
                continue
            absent = [name for name in ("max_fails", "fail_timeout") if name not in member.parameters]
            values = {"server": member.address.text, "upstream": upstream.name, "absent": " and ".join(absent)}
            limit = member.parameters.get("max_fails")
            if limit is not None and limit.text == "max_fails=0":
                yield Hit(limit.span, values, case="off")
            elif absent:
                yield Hit(member.address.span, values)
