"""How a client of Prometheus logs in: what excludes what, and what must be given together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

_SECRETS: Final = (
    ("password", "password_file"), ("username", "username_file"), ("credentials", "credentials_file"),
    ("client_secret", "client_secret_file"), ("bearer_token", "bearer_token_file"), ("ca", "ca_file"),
    ("cert", "cert_file"), ("key", "key_file"),
)  # fmt: skip
_AUTH: Final = ("basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file")
# Prometheus sets these itself; a setting of the client says what with (remote_write and remote_read).
_HEADERS: Final = frozenset(
    {"authorization", "host", "content-encoding", "content-length", "content-type", "user-agent", "connection"}
    | {"keep-alive", "proxy-authenticate", "proxy-authorization", "www-authenticate", "accept-encoding"}
    | {"x-prometheus-remote-write-version", "x-prometheus-remote-read-version"}
)


def login_faults(node: Node) -> Iterator[ParseError]:
    """Yield what a mapping of a configuration says of logging in that Prometheus refuses."""
    pairs = node.pairs()
    for plain, file in _SECRETS:
        if plain in pairs and file in pairs:
            yield ParseError(pairs[file].key_span(), f"`{file}` and `{plain}` exclude each other")
    yield from _ways(pairs)
    key = "" if node.key is None else node.key.raw
    if key == "tls_config":
        has_cert, has_key = ("cert" in pairs or "cert_file" in pairs), ("key" in pairs or "key_file" in pairs)
        if has_cert != has_key:
            missing = "key" if has_cert else "cert"
            yield ParseError(
                node.key_span(), f"a client certificate needs both cert and key, and `{missing}_file` is missing"
            )
    elif key == "authorization":
        kind = pairs.get("type")
        if kind is not None and kind.raw.strip().lower() == "basic":
            yield ParseError(kind.span, "`authorization` cannot be of the type Basic; write `basic_auth`")
    elif key == "oauth2":
        for needed in ("client_id", "token_url"):
            if needed not in pairs or pairs[needed].text == "":
                yield ParseError(node.key_span(), f"`oauth2` needs `{needed}`")
    elif key == "headers" and node.parent is not None and node.parent.get("url") is not None:
        for name, value in pairs.items():
            if name.lower() in _HEADERS:
                yield ParseError(value.key_span(), f"Prometheus sets the header `{name}` itself, and refuses it here")


def _ways(pairs: dict[str, Node]) -> Iterator[ParseError]:
    auth = [key for key in _AUTH if key in pairs and not is_open(key)]
    if len(auth) < 2 or (set(auth) == {"bearer_token", "bearer_token_file"} and "job_name" not in pairs):  # noqa: PLR2004
        return
    last = max(auth, key=lambda key: pairs[key].key_span().start)
    others = " and ".join(f"`{key}`" for key in auth if key != last)
    yield ParseError(pairs[last].key_span(), f"`{last}` and {others} exclude each other: one client, one way to log in")
