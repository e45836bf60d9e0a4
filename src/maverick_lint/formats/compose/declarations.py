"""What a project declares, and what its services name without a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import WantedName
from maverick_lint.formats.compose.model import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.span import Place
    from maverick_lint.formats.compose.model import Compose
    from maverick_lint.formats.compose.tree import Value

Declarations = tuple[tuple[tuple[str, str], ...], tuple[WantedName, ...], tuple[tuple[str, "Place"], ...]]


def declarations(model: Compose) -> Declarations:
    """Return the declared names, the names that are missing, and the services without image and build.

    Nothing is missing in a fragment, nor where an included file could not be read.
    """
    declared = tuple(
        (section, name) for section in SECTIONS for name in [*model.section(section), *model.included.get(section, ())]
    )
    views = [view for view in model.views if not view.fragment and view.closed]
    wanted = {(each.section, each.name, each.place): each for view in views for each in _wanted(view)}
    if model.fragment or not model.closed:
        return declared, tuple(wanted.values()), ()
    bare = tuple(
        (service.name, service.value.key_place)
        for service in model.services
        if not service.open
        and service.image_at is None
        and service.build is None
        and service.get("provider") is None
        and service.value.file.home
    )
    return declared, tuple(wanted.values()), bare


def _wanted(model: Compose) -> Iterator[WantedName]:
    for service in model.services:
        for reference in service.references:
            if not model.has(reference.section, reference.name):
                key = reference.section
                yield WantedName(key, reference.name, service.name, key, _place(reference.at))
        for link in service.links:
            if not model.has("services", link.service):
                yield WantedName("services", link.service, service.name, link.how, _place(link.at))


def _place(value: Value) -> Place:
    return value.place if value.key is None or (value.is_scalar and not value.is_null) else value.key_place
