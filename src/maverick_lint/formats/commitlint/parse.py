"""Reads a commitlint configuration, as data or as a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document
from maverick_lint.core.span import Span
from maverick_lint.formats.commitlint.model import Commitlint

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_DATA: Final = ("rc", ".json", ".yaml", ".yml")


def parse(source: Source, kind: str, reader: Reader) -> Document[Commitlint | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text could not be read."""
    name = source.path.lower()
    if not name.endswith(_DATA):
        from maverick_lint.formats.commitlint.program import extended

        return Document(source, kind, extended(source.text))
    if name.endswith(".json") or source.text.lstrip()[:1] == "{":
        from maverick_lint.formats._json import read_json

        data = read_json(source)
        return Document(source, kind, _model(data.root, fatal=data.fatal), tree=data.root, errors=tuple(data.errors))
    from maverick_lint.formats._yaml import read_yaml
    from maverick_lint.formats._yaml.spoken import spoken

    parsed = read_yaml(source, "github")
    return Document(
        source, kind, _model(parsed.root, fatal=parsed.fatal), tree=parsed.root, errors=spoken(parsed.errors),
        comments=parsed.comments, scopes=parsed.scopes,
    )  # fmt: skip


def _model(root: Node | None, *, fatal: bool) -> Commitlint | None:
    return None if fatal else settings_of(root)


def settings_of(root: Node | None) -> Commitlint:
    """Return what a configuration in JSON or YAML extends; an empty one extends nothing."""
    node = root.get("extends") if root is not None else None
    if node is None:
        return Commitlint((), Span(0, 0))
    names = [item.text for item in node.items()] if node.is_list else [node.text]
    return Commitlint(tuple(name for name in names if name), node.span)
