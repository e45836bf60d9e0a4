"""Reads a package.json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats._json import read_json
from maverick_lint.formats.package_json.model import PackageJson

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source


def parse(source: Source, kind: str, reader: Reader) -> Document[PackageJson | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text is no JSON object."""
    parsed = read_json(source)
    errors = list(parsed.errors)
    root = parsed.root
    if "{{" in source.text and parsed.fatal:  # a template of a project generator
        return Document(source, kind, None)
    if root is not None and not root.is_map:
        errors.append(ParseError(root.span, "this is no JSON object, so npm refuses the package"))
    model = PackageJson(root) if root is not None and root.is_map else None
    return Document(source, kind, model, tree=root, errors=tuple(errors))
