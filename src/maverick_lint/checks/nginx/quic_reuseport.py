"""QUIC packets reach the worker of their connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_REPAIRED: Final = (1, 31, 7)


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield `quic_bpf on` beside `reuseport` and several workers."""
    config = document.model
    version = str(options["version"]) or config.version
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    if numbers >= _REPAIRED:
        return
    for directive in config.directives:
        if directive.name != "quic_bpf" or directive.first() != "on":
            continue
        workers = config.value(directive.home, "worker_processes")
        reused = any({"quic", "reuseport"} <= set(one.values()) for one in config.directives if one.name == "listen")
        if reused and workers not in (None, "", "1"):
            yield Hit(directive.word.span)
