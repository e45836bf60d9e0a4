"""A block with a header of its own keeps the headers that protect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.nginx._headers import lost_headers
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_SECURITY: Final = frozenset(
    {
        *("strict-transport-security", "content-security-policy", "content-security-policy-report-only"),
        *("x-frame-options", "x-content-type-options", "referrer-policy", "permissions-policy", "x-xss-protection"),
        *("cross-origin-opener-policy", "cross-origin-embedder-policy", "cross-origin-resource-policy"),
        *("x-permitted-cross-domain-policies", "expect-ct"),
    }
)
# Other headers protect by some of their values only.
_VALUES: Final = {
    "cache-control": ("no-store", "private"),
    "pragma": ("no-cache",),
    "expires": ("0",),
    "content-disposition": ("attachment",),
}


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield blocks whose own `add_header` drops a header of the blocks around that protects."""
    config = document.model
    chosen = {name.lower() for name in options["headers"]}
    for loss in lost_headers(config, "add_header"):
        lost = [
            item
            for item in loss.lost
            if item.first().lower() in (chosen or _SECURITY)
            or (not chosen and any(part in item.args[-1].text.lower().split(";")[0].replace(",", " ").split()
                    or (len(item.args) > 1 and part in item.args[1].text.lower())
                    for part in _VALUES.get(item.first().lower(), ())))
        ]  # fmt: skip
        if lost:
            related = tuple(Related(item.word.span, "lost here") for item in lost if item.home.tree is config.tree)
            values = {"lost": ", ".join(dict.fromkeys(item.first() for item in lost))}
            yield Hit(loss.at.word.span, values, related=related)
