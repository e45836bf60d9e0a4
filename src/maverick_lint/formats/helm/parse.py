"""Reads the files of Helm as far as they must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.helm.model import Helm

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[Helm]:  # noqa: ARG001 - the signature of every format
    """Return the document of a file of Helm; a template is Go's template language, and read no further."""
    file = source.path.rpartition("/")[2].lower()
    if "helmfile" in source.path.lower():
        return Document(source, kind, Helm("helmfile", "", Span(0, 0)))
    if file not in ("chart.yaml", "chart.yml"):
        return Document(source, kind, Helm("template", "", Span(0, 0)))
    parsed = read_yaml(source, "go", duplicates=False)
    name = parsed.root.get("name") if parsed.root is not None else None
    model = Helm("chart", "", Span(0, 0)) if name is None else Helm("chart", name.text or "", name.span)
    return Document(
        source, kind, model, tree=parsed.root, errors=tuple(parsed.errors),
        comments=parsed.comments, scopes=parsed.scopes,
    )  # fmt: skip
