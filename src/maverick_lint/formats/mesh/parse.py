"""Reads what Consul, Kuma and Nomad files use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats.mesh.model import Mesh, Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source

_SIDECARS: Final = frozenset({"sidecar_service", "sidecar_task"})


def parse(source: Source, kind: str, reader: Reader) -> Document[Mesh]:  # noqa: ARG001 - the signature of every format
    """Return the document of a file: HCL, or JSON and YAML."""
    if source.path.lower().endswith((".json", ".yaml", ".yml")):
        return _yaml(source, kind)
    errors: list[ParseError] = []
    uses = tuple(_hcl(source.text, errors))
    return Document(source, kind, Mesh(uses), errors=tuple(errors))


def _hcl(text: str, errors: list[ParseError]) -> Iterator[Use]:
    """Yield the jobs at the top level, and the sidecars of Consul at any."""
    from maverick_lint.formats._hcl import Token, Unclosed, tokens

    depth = 0
    before: Token | None = None
    for token in tokens(text):
        if isinstance(token, Unclosed):
            errors.append(ParseError(token.span, f"the {token.what} that begins here is never closed"))
            continue
        if token.kind == "sign" and token.text in "{[(":
            depth += 1
        elif token.kind == "sign" and token.text in "}])":
            depth = max(depth - 1, 0)
        elif token.kind == "word" and token.text in _SIDECARS:
            yield Use("Consul Connect", token.text, token.span)
        elif token.kind == "string" and before is not None and before.text == "job" and not depth:
            yield Use("Nomad", f"job {token.text}", token.span)
        before = token


def _yaml(source: Source, kind: str) -> Document[Mesh]:
    from maverick_lint.formats._yaml import read_yaml

    parsed = read_yaml(source, "go", duplicates=False)
    uses = []
    for root in parsed.roots:
        kuma = root.get("type")
        if kuma is not None and kuma.text and root.get("mesh") is not None:
            uses.append(Use("Kuma", kuma.text, kuma.span))
        uses += [
            Use("Consul Connect", node.key.raw, node.key.span)
            for node in root.walk()
            if node.key is not None and node.key.raw in _SIDECARS
        ]
    return Document(
        source, kind, Mesh(tuple(uses)), tree=parsed.root, errors=tuple(parsed.errors), comments=parsed.comments
    )
