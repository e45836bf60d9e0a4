"""Documents: their headings, and the names that they explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class SecretList:
    """A section of a document about secrets: its heading, and the names in upper case that it lists."""

    heading: str
    place: Place
    names: tuple[str, ...]


@record
class DocumentFact:
    """A Markdown document that a rule over several files asked for.

    anchors  what a link may name behind `#`, each with its place
    names    every name in upper case that stands in it
    secrets  its sections about secrets that list names
    """

    path: str
    place: Place
    anchors: tuple[tuple[str, Place], ...] = ()
    names: frozenset[str] = frozenset()
    secrets: tuple[SecretList, ...] = ()
