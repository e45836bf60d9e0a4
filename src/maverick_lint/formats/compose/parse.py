"""Reads a Compose file and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.compose.interpolate import interpolate
from maverick_lint.formats.compose.loader import BASES, base_of, load
from maverick_lint.formats.compose.model import Compose
from maverick_lint.formats.compose.services import read_service
from maverick_lint.formats.compose.settings import with_settings
from maverick_lint.formats.compose.shape import faults
from maverick_lint.formats.compose.tree import File, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._yaml import Parsed
    from maverick_lint.formats.compose.loader import Project

_TEMPLATE_SIGNS: Final = ("{%", "{{")


def parse(source: Source, kind: str, reader: Reader) -> Document[Compose | None]:
    """Return the document of a Compose file; the model is None when the file could not be understood.

    A file with several YAML documents is read as its first one, with an error at the second.
    """
    parsed = read_yaml(source, "go")
    root = parsed.root
    errors = list(parsed.errors)
    model: Compose | None = None
    if root is None:
        if not parsed.fatal and not parsed.templated:
            errors.append(ParseError(_whole(source), "is empty: a Compose file is a mapping with `services`"))
    elif not root.is_map:
        errors.append(ParseError(root.span, f"is a {root.kind}, but a Compose file is a mapping with `services`"))
    elif not _is_template(source.text, root):
        errors.extend(faults(Value(root, File(source, {})), whole="override" not in source.path.lower()))
        errors.extend(_bad_variables(source, root))
        model = _model(source, root, reader)
    return _document(source, kind, parsed, root, model, errors)


def _document(  # noqa: PLR0913 - the parts of one document
    source: Source, kind: str, parsed: Parsed, root: Node | None, model: Compose | None, errors: list[ParseError]
) -> Document[Compose | None]:
    return Document(
        source, kind, model, tree=root, errors=tuple(errors), comments=parsed.comments, scopes=parsed.scopes
    )


def _whole(source: Source) -> Span:
    return Span(0, len(source.text))


def _is_template(text: str, root: Node) -> bool:
    """Say whether the text is what another tool makes a Compose file of."""
    if "{%" in text:
        return True
    if "{{" not in text:
        return False
    if any(line.lstrip().startswith("{{") for line in text.splitlines()):
        return True
    services = root.get("services")
    tops = [*root.pairs(), *(services.pairs() if services is not None else ())]
    return any("{{" in key for key in tops)


def _model(source: Source, root: Node, reader: Reader) -> Compose:
    project = load(source, root, reader)
    services = tuple(
        with_settings(read_service(name, value, unresolved=name in project.open), reader)
        for name, value in project.services.items()
        if value.is_map
    )
    return Compose(
        path=source.path,
        root=project.root,
        services=services,
        fragment=_is_fragment(project, source.path, reader),
        closed=project.closed,
        included={section: frozenset(names) for section, names in project.included.items()},
        problems=tuple(project.problems),
        files=tuple(project.paths),
    )


def _is_fragment(project: Project, path: str, reader: Reader) -> bool:
    """Say whether a file only completes others: an override by name, or services without an image of their own."""
    name = path.rpartition("/")[2].lower()
    if "override" in name or ".base." in name:
        return True
    services = [value for value in project.services.values() if value.is_map]
    if not services:
        return "include" not in project.root.entries()
    bare = [value for value in services if all(value.get(key) is None for key in ("image", "build", "provider"))]
    if not bare:
        return False
    return name not in BASES or base_of(path, reader) is not None or len(bare) == len(services)


def _bad_variables(source: Source, root: Node) -> Iterator[ParseError]:
    """Yield what Compose cannot fill in, in every value of the file."""
    for node in root.walk():
        if not node.is_scalar or "${" not in node.raw:
            continue
        for fault in interpolate(node.raw, {}).faults:
            value = Value(node, File(source, {}))
            yield ParseError(value.part_place(fault.start, fault.end).span, fault.message)
