"""No file whose name begins with a dot is served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.server import ACME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Server


_ANSWERS: Final = frozenset({"return", "rewrite", "proxy_pass"})


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the `root` of servers that serve files and have no location for hidden ones."""
    config = document.model
    for server in config.servers:
        root = next((one for one in server.block.directives if one.name == "root" and one.args), None)
        if root is None or server.holed or _is_guarded(config, server):
            continue
        if not any(one.name in _ANSWERS for one in config.statements(server.block)) and _serves_files(config, server):
            yield Hit(root.word.span)


def _is_guarded(config: Config, server: Server) -> bool:
    conditions = (one for one in config.statements(server.block) if one.name in ("if", "include", "auth_basic", "deny"))
    if any(one.name != "if" or "\\." in " ".join(one.values()) for one in conditions):
        return True
    return any("/\\." in text or "[.]" in text or "/." in text for text in _paths(server))


def _paths(server: Server) -> Iterator[str]:
    for location in server.locations:
        text = location.args[-1].text
        if not text.startswith(ACME.rpartition("/")[0]):
            yield text


def _serves_files(config: Config, server: Server) -> bool:
    """Say whether some path is looked for in the root: not where `location /` hands everything on."""
    whole = next((one for one in server.locations if one.values() == ["/"] and one.block is not None), None)
    if whole is None or whole.block is None:
        return True
    return not any(one.name.endswith("_pass") or one.name in _ANSWERS for one in config.statements(whole.block))
