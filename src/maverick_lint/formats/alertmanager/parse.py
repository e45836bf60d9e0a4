"""Reads Alertmanager configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.alertmanager.faults import faults
from maverick_lint.formats.alertmanager.read import read

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source
    from maverick_lint.formats.alertmanager.model import Alertmanager


def parse(
    source: Source,
    kind: str,
    reader: Reader,  # noqa: ARG001 - the signature of every format
) -> Document[Alertmanager | None]:
    """Return the document of a configuration; the model is None when it could not be understood."""
    parsed = read_yaml(source, "go")
    root = parsed.root
    errors = list(parsed.errors)
    model = None
    if root is not None and not parsed.templated:
        if root.is_map:
            model = read(root)
            errors.extend(faults(source, model))
        else:
            errors.append(ParseError(root.span, "must be a mapping at its top, and this is none"))
    return Document(
        source, kind, model, tree=root, errors=tuple(errors), comments=parsed.comments, scopes=parsed.scopes
    )
