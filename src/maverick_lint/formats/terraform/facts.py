"""What infrastructure files state: the clouds, Kubernetes and Helm that their providers and resources are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.facts.required import RequiredCheck
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._evidence.providers import PROVIDERS, PULUMI, RESOURCES, provider_of_resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.source import Source
    from maverick_lint.formats._evidence.sign import Sign
    from maverick_lint.formats.terraform.model import Infrastructure, Named


def facts(document: Document[Infrastructure]) -> Iterator[Fact]:
    """Yield the evidence of a file: each provider, and the first resource of each product."""
    if "required_" in document.source.text:
        yield from _required(document.source)
    seen: set[Sign] = set()
    for named in document.model.names:
        for sign in _signs(document.kind, named):
            if sign in seen and named.role in ("resource", "data"):
                continue
            seen.add(sign)
            place = Place(document.source.path, named.span)
            evidence = Evidence(sign.technology, sign.name, _what(named), place)
            yield Fact("evidence", sign.name, evidence, place)


def _required(source: Source) -> Iterator[Fact]:
    """Yield the checks that the protection of a branch or a ruleset of the GitHub provider names."""
    import re  # few repositories keep their protection in Terraform

    text = source.text
    for block in re.finditer(r"\brequired_(?:status_checks|check)\s*\{([^{}]*)", text):
        for given in re.finditer(r"\bcontexts?\s*=\s*(\[[^\]]*\]|\"[^\"\n]*\")", block[1]):
            start = block.start(1) + given.start(1)
            for inner in re.finditer(r"\"([^\"\n]*)\"", given[1]):
                if "${" not in inner[1]:
                    place = Place(source.path, Span(start + inner.start(), start + inner.end()))
                    check = RequiredCheck(inner[1], "the protection of branches", place)
                    yield Fact("required-check", inner[1], check, place)


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
