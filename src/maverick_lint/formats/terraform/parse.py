"""Reads the names of providers and resources out of Terraform and Pulumi files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats._hcl import Token, Unclosed, tokens
from maverick_lint.formats.terraform.model import Infrastructure, Named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_LABELLED: Final = {"provider": "provider", "resource": "resource", "data": "data"}
_DEPTH: Final = 10_000


def parse(source: Source, kind: str, reader: Reader) -> Document[Infrastructure]:  # noqa: ARG001 - the signature of every format
    """Return the document of a file: HCL, its JSON form, or a Pulumi project or stack."""
    if kind == "pulumi":
        return _yaml(source, kind)
    if source.path.lower().endswith(".json"):
        return _yaml(source, kind)
    errors: list[ParseError] = []
    names = tuple(_names(source.text, errors))
    return Document(source, kind, Infrastructure(names), errors=tuple(errors))


def _names(text: str, errors: list[ParseError]) -> Iterator[Named]:
    """Follow the blocks: what is labelled at the top level, and the keys of required_providers in terraform."""
    blocks: list[tuple[str, Token]] = []
    head: list[Token] = []
    for token in tokens(text):
        if isinstance(token, Unclosed):
            errors.append(ParseError(token.span, f"the {token.what} that begins here is never closed"))
            continue
        if token.text in ("{", "[", "(") and token.kind == "sign":
            name = head[0].text if head and token.text == "{" else ""
            yield from _header(head, len(blocks))
            if len(blocks) < _DEPTH:
                blocks.append((name, token))
            head = []
        elif token.text in ("}", "]", ")") and token.kind == "sign":
            if blocks:
                blocks.pop()
            head = []
        elif token.text == "=" and token.kind == "sign":
            if [name for name, _ in blocks] == ["terraform", "required_providers"] and head:
                yield Named("required", head[-1].text, head[-1].span)
            head = []
        else:
            head = [] if token.kind == "line" else [*head[-2:], token]
    if blocks and not errors:
        opening = blocks[-1][1]
        errors.append(ParseError(opening.span, f"the `{opening.text}` here is never closed"))


def _header(head: list[Token], depth: int) -> Iterator[Named]:
    """Yield what the header of a top-level block names: `provider "aws"`, `resource "aws_instance" "web"`."""
    if depth:
        return
    for index, token in enumerate(head):
        following = head[index + 1] if index + 1 < len(head) else None
        if token.kind == "word" and token.text in _LABELLED and following is not None and following.kind == "string":
            yield Named(_LABELLED[token.text], following.text, following.span)


def _yaml(source: Source, kind: str) -> Document[Infrastructure]:
    from maverick_lint.formats._yaml import read_yaml

    parsed = read_yaml(source, "github", duplicates=False)
    root = parsed.root
    names = () if root is None else tuple(_pulumi(root) if kind == "pulumi" else _json(root))
    return Document(
        source, kind, Infrastructure(names), tree=root, errors=tuple(parsed.errors), comments=parsed.comments
    )


def _json(root: Node) -> Iterator[Named]:
    for role, part in (("provider", "provider"), ("resource", "resource"), ("data", "data")):
        for name, node in (root.get(part) or root.__class__("map", root.span)).pairs().items():
            yield Named(role, name, node.key_span())
    terraform = root.get("terraform")
    for block in terraform.items() or [terraform] if terraform is not None else []:
        required = block.get("required_providers")
        for each in required.items() or [required] if required is not None else []:
            for name, node in each.pairs().items():
                yield Named("required", name, node.key_span())


def _pulumi(root: Node) -> Iterator[Named]:
    """Yield the providers that a stack's settings (`aws:region`) and the resources of a YAML program name."""
    config = root.get("config")
    for key, node in config.pairs().items() if config is not None else ():
        if ":" in key:
            yield Named("config", key.partition(":")[0], node.key_span())
    resources = root.get("resources")
    for node in resources.pairs().values() if resources is not None else ():
        type_node = node.get("type")
        if type_node is not None and type_node.text and ":" in type_node.text:
            yield Named("resource", type_node.text.partition(":")[0], type_node.span)
