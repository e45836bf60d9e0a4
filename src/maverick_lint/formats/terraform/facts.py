"""What infrastructure files state: the clouds, Kubernetes and Helm that their providers and resources are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.span import Place
from maverick_lint.formats._evidence.providers import PROVIDERS, PULUMI, RESOURCES, provider_of_resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats._evidence.sign import Sign
    from maverick_lint.formats.terraform.model import Infrastructure, Named


def facts(document: Document[Infrastructure]) -> Iterator[Fact]:
    """Yield the evidence of a file: each provider, and the first resource of each product."""
    seen: set[Sign] = set()
    for named in document.model.names:
        for sign in _signs(document.kind, named):
            if sign in seen and named.role in ("resource", "data"):
                continue
            seen.add(sign)
            place = Place(document.source.path, named.span)
            evidence = Evidence(sign.technology, sign.name, _what(named), place)
            yield Fact("evidence", sign.name, evidence, place)


def _signs(kind: str, named: Named) -> Iterator[Sign]:
    if kind == "pulumi":
        if named.name in PULUMI:
            yield PULUMI[named.name]
        return
    if named.role in ("provider", "required"):
        if named.name in PROVIDERS:
            yield PROVIDERS[named.name]
        return
    provider = PROVIDERS.get(provider_of_resource(named.name))
    if provider is not None:
        yield provider
    special = RESOURCES.get(named.name)
    if special is not None and special != provider:
        yield special


def _what(named: Named) -> str:
    word = {"provider": "provider", "required": "provider", "resource": "resource", "data": "data source"}
    return f"the {word.get(named.role, 'setting of provider')} `{named.name}`"
