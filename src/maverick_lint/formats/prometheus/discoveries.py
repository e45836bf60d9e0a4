"""What Prometheus demands of a service discovery beyond its keys (configuration/configuration of 3.5, read 2026-11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span

# Keys that must be there and not be empty. Azure asks for three of its four unless it has an identity of its own.
_NEEDED: Final = {
    "eureka_sd_configs": ("server",),
    "uyuni_sd_configs": ("server", "username", "password"),
    "marathon_sd_configs": ("servers",),
    "openstack_sd_configs": ("role", "region"),
    "consul_sd_configs": (),
}
_AZURE: Final = ("tenant_id", "client_id", "client_secret")
_WAYS: Final = {
    "marathon_sd_configs": (
        "auth_token", "auth_token_file", "basic_auth", "bearer_token", "bearer_token_file", "authorization",
    ),
}  # fmt: skip
# What says how to log in: with the Kubernetes that Prometheus runs in it does that by itself.
_CLIENT: Final = (
    "basic_auth",
    "authorization",
    "oauth2",
    "bearer_token",
    "bearer_token_file",
    "tls_config",
    "proxy_url",
)
_SELECTORS: Final = {
    "pod": ("pod",), "service": ("service",), "node": ("node",), "ingress": ("ingress",),
    "endpoints": ("pod", "service", "endpoints"), "endpointslice": ("pod", "service", "endpointslice"),
}  # fmt: skip
_FIELD: Final = re.compile(r"\s*[^\s=!,]+\s*(?:==|!=|=)[^=!,]*\Z")


def discovery_faults(kind: str, node: Node) -> Iterator[ParseError]:
    """Yield what is wrong with one entry of a discovery, by the key of its list ("azure_sd_configs")."""
    if not node.is_map:
        return
    for key in _NEEDED.get(kind, ()):
        if not _given(node, key):
            yield ParseError(_at(node, key), f"a discovery of `{kind}` needs `{key}`")
    ways = [key for key in _WAYS.get(kind, ()) if _given(node, key)]
    if len(ways) > 1:
        last = max(ways, key=lambda key: node.pairs()[key].key_span().start)
        others = " and ".join(f"`{key}`" for key in ways if key != last)
        yield ParseError(node.pairs()[last].key_span(), f"`{last}` and {others} exclude each other")
    if kind == "azure_sd_configs":
        yield from _azure(node)
    elif kind == "ec2_sd_configs":
        yield from _filters(node)
    elif kind == "kubernetes_sd_configs":
        yield from _kubernetes(node)
    elif kind == "eureka_sd_configs":
        server = node.get("server")
        if server is not None and server.text and not is_open(server.text) and "://" not in server.text:
            yield ParseError(server.span, f"`{server.text}` is no URL of a Eureka server; write `http://host:port/...`")


def _azure(node: Node) -> Iterator[ParseError]:
    method = node.get("authentication_method")
    if not _given(node, "subscription_id"):
        yield ParseError(_at(node, "subscription_id"), "a discovery in Azure needs `subscription_id`")
    if method is None or not method.text or method.text == "OAuth":
        for key in _AZURE:
            if not _given(node, key):
                yield ParseError(_at(node, key), f"a discovery in Azure that logs in by OAuth needs `{key}`")


def _filters(node: Node) -> Iterator[ParseError]:
    filters = node.get("filters")
    for one in filters.items() if filters is not None else ():
        values = one.get("values")
        if one.is_map and (values is None or not values.items()):
            yield ParseError(_at(one, "values"), "the values of a filter must not be empty")


def _kubernetes(node: Node) -> Iterator[ParseError]:
    server, file = _given(node, "api_server"), _given(node, "kubeconfig_file")
    own = node.at("namespaces", "own_namespace")
    if server and file:
        yield _excluded(node, "kubeconfig_file", "api_server")
    first = next((key for key in _CLIENT if _given(node, key)), None)
    if first is not None and file:
        yield _excluded(node, first, "kubeconfig_file")
    elif first is not None and not server:
        at = node.pairs()[first].key_span()
        yield ParseError(at, f"`{first}` needs `api_server`: without it Prometheus asks the cluster that it runs in")
    if own is not None and own.value is True and (server or file):
        other = "api_server" if server else "kubeconfig_file"
        yield ParseError(own.key_span(), f"`own_namespace` and `{other}` exclude each other")
    yield from _selectors(node)


def _selectors(node: Node) -> Iterator[ParseError]:
    role, selectors = node.get("role"), node.get("selectors")
    allowed = _SELECTORS.get(role.raw) if role is not None else None
    seen: set[str] = set()
    for one in selectors.items() if selectors is not None else ():
        own, field = one.get("role"), one.get("field")
        if own is not None and own.text and not is_open(own.text):
            if own.text in seen:
                yield ParseError(own.span, f"a second selector of the role {own.text}")
            elif allowed is not None and role is not None and own.text not in allowed:
                message = f"a discovery of the role {role.raw} takes selectors of {', '.join(allowed)} only"
                yield ParseError(own.span, message)
            seen.add(own.text)
        for part in field.raw.split(",") if field is not None and field.text and not is_open(field.text) else ():
            if field is not None and part.strip() and not _FIELD.match(part):
                yield ParseError(field.span, f"`{part.strip()}` is no selector of a field; write `metadata.name=x`")


def _excluded(node: Node, key: str, other: str) -> ParseError:
    return ParseError(node.pairs()[key].key_span(), f"`{key}` and `{other}` exclude each other")


def _given(node: Node, key: str) -> bool:
    child = node.get(key)
    return child is not None and (bool(child.children) if not child.is_scalar else child.text not in (None, ""))


def _at(node: Node, key: str) -> Span:
    """Return the place of a key, or of the first one where it is missing."""
    child = node.get(key)
    if child is not None:
        return child.key_span()
    first = node.children[0][0] if node.children else None
    return node.span if first is None else first.span
