"""What is served encrypted is not served plain too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.server import is_public_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.server import Listen


_HTTP: Final = 80


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the plain port of servers that serve what another `listen` of the same name encrypts."""
    config = document.model
    encrypted: dict[str, Listen] = {}
    for server in config.servers:
        for listen in server.listens:
            if listen.ssl and not listen.private:
                for name in server.names:
                    encrypted.setdefault(name, listen)
    for server in config.servers:
        plain = next((one for one in server.listens if one.port == _HTTP and not one.ssl and not one.private), None)
        if plain is None or server.holed or not server.serves or plain.directive.home.tree is not config.tree:
            continue
        own = next((one for one in server.listens if one.ssl and not one.private), None)
        name = next((one for one in server.names if is_public_name(one) and one in encrypted), "")
        other = own or encrypted.get(name)
        if other is not None:
            values = {"listen": plain.directive.first(), "other": other.directive.first(), "name": name}
            yield Hit(plain.directive.target(), values, case="" if own is not None else "other")
