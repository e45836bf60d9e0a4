"""stack/certificate-name: a virtual server has the certificate of its own name, and the key of that certificate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.proxies import ServerBlock
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Where certbot keeps a certificate under its name; acme.sh and lego keep theirs beside each other in the same way.
_LIVE: Final = re.compile(r".*/(?:live|certs|certificates|ssl)/([\w-]+(?:\.[\w-]+)+)/[\w.-]+\Z")
_NUMBERED: Final = re.compile(r"-\d{4}\Z")
_LIKE: Final = 0.75


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each certificate of nearly the server's name, and each key of another certificate."""
    servers = stack.every(ServerBlock)
    served = {name.lower() for server in servers for name in server.names}
    for server in servers:
        certificate = _lineage(server.certificate[0]) if server.certificate is not None else ""
        key = _lineage(server.key[0]) if server.key is not None else ""
        if server.certificate is None:
            continue
        if server.key is not None and key and certificate and key != certificate:
            related = (Related(server.certificate[1], f"the certificate of `{certificate}`"),)
            yield Hit(server.key[1], {"key": key, "certificate": certificate}, "key", related)
            continue
        names = [name.lower() for name in server.names if "." in name.strip(".*") and "$" not in name]
        if not certificate or certificate in served or not names or _covers(certificate, names):
            continue
        close = close_matches(certificate, names, 1, _LIKE)
        if close:
            at = dict(zip([name.lower() for name in server.names], server.name_places, strict=False)).get(close[0])
            related = (Related(at or server.place, f"the server is called `{close[0]}`"),)
            yield Hit(server.certificate[1], {"certificate": certificate, "name": close[0]}, related=related)


def _lineage(path: str) -> str:
    match = _LIVE.match(path)
    return "" if match is None else _NUMBERED.sub("", match[1].lower())


def _covers(certificate: str, names: list[str]) -> bool:
    """Say whether a certificate of this name may be one of the server's: of the same domain, or one above or below."""
    for name in names:
        plain = name.lstrip("*.")
        if plain == certificate or plain.endswith(f".{certificate}") or certificate.endswith(f".{plain}"):
            return True
        if plain.partition(".")[2] == certificate.partition(".")[2] and plain.count(".") > 1:
            return True
    return False
