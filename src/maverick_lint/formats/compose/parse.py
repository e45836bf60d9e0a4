"""Reads a Compose file and what belongs to it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.compose.launches import included, launches
from maverick_lint.formats.compose.loader import BASES, base_of, load, override_of
from maverick_lint.formats.compose.model import Compose
from maverick_lint.formats.compose.services import read_service
from maverick_lint.formats.compose.shape import faults
from maverick_lint.formats.compose.tree import File, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.compose.launches import Launch
    from maverick_lint.formats.compose.loader import Project
    from maverick_lint.formats.compose.model import Service

# Folders of files that are put together as one likes.
_PARTS: Final = frozenset({"overrides", "override", "extensions", "overlays", "fragments", "snippets"})
# How many services of a file are judged: real projects have a hundred at most.
_SERVICES: Final = 1_000
# How many ways of starting a file are followed.
_VIEWS: Final = 6


def parse(source: Source, kind: str, reader: Reader) -> Document[Compose | None]:
    """Return the document of a Compose file; the model is None when the file could not be understood.

    The documents of a file are put on each other in their order, as Compose does.
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
        roots = [each for each in parsed.roots if each.is_map]
        completes = _completes(source.path, reader)
        file = File(source, {}, merging="<<" in source.text)
        for each in roots:
            errors.extend(faults(Value(each, file), whole=not completes and each is root))
            if "<<" in source.text or "${" in source.text:
                errors.extend(_scalar_faults(source, each))
            errors.extend(_too_many(each))
        model = _model(source, roots, reader, completes=completes)
    return Document(
        source,
        kind,
        model,
        tree=root,
        errors=tuple(errors),
        comments=parsed.comments,
        scopes=parsed.scopes,
        embedded=() if model is None or "dockerfile_inline" not in source.text else _embedded(model),
        joined=model is not None and _is_joined(model),
    )


def _is_joined(model: Compose) -> bool:
    extends = any("extends" in value.names() for value in model.section("services").values())
    return extends or bool(model.others) or len(model.files) > 1


def _embedded(model: Compose) -> tuple[tuple[str, Source], ...]:
    from maverick_lint.formats.compose.inline import inline_dockerfiles  # few files hold one

    return tuple(inline_dockerfiles(model))


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


def _model(source: Source, roots: list[Node], reader: Reader, *, completes: bool) -> Compose:
    mine = [launch for launch in launches(reader) if launch.paths[0] == source.path]
    overridden = override_of(source.path, reader) is not None
    views = [
        _view(source, roots, reader, launch)
        for launch in mine
        if len(launch.paths) > 1 or overridden  # alone it is what it is anyway, where nothing overrides it
    ][:_VIEWS]
    return _view(source, roots, reader, None, others=tuple(views), completes=completes)


def _view(  # noqa: PLR0913 - what a view is made of
    source: Source,
    roots: list[Node],
    reader: Reader,
    launch: Launch | None,
    *,
    others: tuple[Compose, ...] = (),
    completes: bool = False,
) -> Compose:
    project = load(source, roots, reader, launch)
    services = tuple(
        _service(name, value, project, reader)
        for name, value in islice(project.services.items(), _SERVICES)
        if value.is_map
    )
    return Compose(
        path=source.path,
        root=project.root,
        services=services,
        fragment=completes or (launch is None and _is_fragment(project, source.path, reader)),
        closed=project.closed,
        included={section: frozenset(names) for section, names in project.included.items()},
        problems=tuple(project.problems),
        files=tuple(project.paths),
        beside=tuple(
            read_service(name, value, unresolved=value.get("extends") is not None)
            for name, value in project.joined.items()
            if value.is_map and name not in project.services
        ),
        launch=launch,
        part=not _PARTS.isdisjoint(source.path.lower().split("/")[:-1]) or source.path in included(reader),
        others=others,
    )


def _service(name: str, value: Value, project: Project, reader: Reader) -> Service:
    service = read_service(name, value, unresolved=name in project.open)
    if service.command is None and service.entrypoint is None:
        return service
    from maverick_lint.formats.compose.settings import with_settings

    return with_settings(service, reader)


def _completes(path: str, reader: Reader) -> bool:
    """Say whether a file only completes others: an override by name, or one that is only ever put on another."""
    if "override" in path.rpartition("/")[2].lower():
        return True
    known = [launch.paths for launch in launches(reader) if path in launch.paths]
    return bool(known) and all(paths[0] != path for paths in known)


def _is_fragment(project: Project, path: str, reader: Reader) -> bool:
    """Say whether a file is a part of others: a base by name, or services without an image of their own."""
    name = path.rpartition("/")[2].lower()
    if ".base." in name:
        return True
    services = [value for value in project.services.values() if value.is_map]
    if not services:
        return "include" not in project.root.entries()
    bare = [value for value in services if all(value.get(key) is None for key in ("image", "build", "provider"))]
    if not bare:
        return False
    if name not in BASES or base_of(path, reader) is not None:
        return True
    # a part of others needs others, whatever they are called
    return len(bare) == len(services) and any(
        other.endswith((".yml", ".yaml")) for other in reader.paths() if other != path
    )


def _too_many(root: Node) -> Iterator[ParseError]:
    services = root.get("services")
    names = [] if services is None else list(services.pairs().values())
    for node in names[_SERVICES : _SERVICES + 1]:
        message = f"the file has {len(names):,} services; those after the first {_SERVICES:,} are not judged"
        yield ParseError(node.span if node.key is None else node.key.span, message)


def _scalar_faults(source: Source, root: Node) -> Iterator[ParseError]:
    """Yield what Compose cannot fill in, in every value of the file, and merge keys that it refuses."""
    from maverick_lint.formats.compose.interpolate import interpolate
    from maverick_lint.formats.compose.merge_keys import merge_faults

    for node in root.walk():
        if node.is_map:
            yield from merge_faults(node)
        elif node.is_scalar and "${" in node.raw:
            for fault in interpolate(node.raw, {}).faults:
                value = Value(node, File(source, {}))
                yield ParseError(value.part_place(fault.start, fault.end).span, fault.message)
