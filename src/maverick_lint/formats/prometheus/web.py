"""The settings of the web servers of Prometheus, Alertmanager and the exporters (configuration/https, read 2026-11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.record import record as frozen
from maverick_lint.formats._shape import (
    BOOLEAN,
    INTEGER,
    TEXT,
    TEXTS,
    checked,
    list_of,
    mapping_of,
    one_of,
    record,
)
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats._shape.scalars import DURATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

_HASH: Final = re.compile(r"\$2[aby]?\$[0-9]{2}\$[./A-Za-z0-9]{53}\Z")
_CIPHER: Final = re.compile(r"TLS_[A-Z0-9_]+\Z")
_VERSIONS: Final = one_of("TLS10", "TLS11", "TLS12", "TLS13")


@frozen
class Web:
    """The settings of a web server."""

    root: Node


def _cipher(text: str) -> str | None:
    return None if _CIPHER.match(text) else "is no cipher suite such as `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`"


_SETTINGS: Final = record(
    "the settings of a web server",
    {
        "tls_server_config": record(
            "`tls_server_config`",
            {
                **dict.fromkeys(("cert_file", "key_file", "client_ca_file", "cert", "key", "client_ca"), TEXT),
                "client_auth_type": one_of(
                    "NoClientCert", "RequestClientCert", "RequireAnyClientCert", "VerifyClientCertIfGiven",
                    "RequireAndVerifyClientCert",
                ),
                "client_allowed_sans": TEXTS,
                "min_version": _VERSIONS,
                "max_version": _VERSIONS,
                "cipher_suites": list_of(checked(_cipher)),
                "prefer_server_cipher_suites": BOOLEAN,
                "curve_preferences": list_of(one_of("CurveP256", "CurveP384", "CurveP521", "X25519", "X25519MLKEM768")),
            },
        ),
        "http_server_config": record(
            "`http_server_config`",
            {
                "http2": BOOLEAN,
                "headers": record(
                    "`headers`",
                    {
                        **dict.fromkeys(
                            ("Content-Security-Policy", "X-XSS-Protection", "Strict-Transport-Security"), TEXT
                        ),
                        "X-Frame-Options": one_of("deny", "sameorigin"),
                        "X-Content-Type-Options": one_of("nosniff"),
                    },
                ),
            },
        ),
        "basic_auth_users": mapping_of(TEXT),
        "rate_limit": record("`rate_limit`", {"interval": DURATION, "burst": INTEGER}),
    },
)  # fmt: skip
_PAIRS: Final = (("cert_file", "cert", "key_file", "key"), ("key_file", "key", "cert_file", "cert"))
_LETS: Final = frozenset({"", "NoClientCert"})


def web_faults(root: Node) -> Iterator[ParseError]:
    """Yield what `promtool check web-config` refuses, but for files that are not there."""
    yield from shape_faults(root, _SETTINGS)
    tls, users = root.get("tls_server_config"), root.get("basic_auth_users")
    if tls is not None and tls.is_map:
        yield from _certificates(tls)
    for name, node in users.pairs().items() if users is not None else ():
        if node.is_scalar and not is_open(node.raw) and not _HASH.match(node.text or ""):
            message = f"the password of `{name}` is no bcrypt hash; make one with `htpasswd -nBC 12 {name}`"
            yield ParseError(node.span if node.text else node.key_span(), message)


def _certificates(tls: Node) -> Iterator[ParseError]:
    for file, plain, other_file, other in _PAIRS:
        given = tls.get(file) or tls.get(plain)
        if given is not None and tls.get(other_file) is None and tls.get(other) is None:
            yield ParseError(given.key_span(), f"a certificate needs its key: `{other_file}` is missing")
    authority = tls.get("client_ca_file") or tls.get("client_ca")
    policy = tls.get("client_auth_type")
    if authority is not None and authority.text and (policy is None or (policy.text or "") in _LETS):
        message = (
            "certificates of clients are looked at only with a `client_auth_type` such as RequireAndVerifyClientCert"
        )
        yield ParseError(authority.key_span(), message)
