"""What a check yields (a hit) and what a user reads (a finding)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.fix import Fix
    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Place, Position, Span

Value = str | int | float


@record
class Related:
    """Another place that a hit speaks of: a node or span of the same document, or a place in another file."""

    at: Node | Span | Place
    message: str


@record
class Hit:
    """All that a check yields; it knows neither its rule's id nor its file's path.

    at           the exact token: a node or a span of the document, or a Place when the check reads the stack
    values       what the rule's message template names
    case         which of the rule's messages, where it has several
    related      other places
    fix          a repair, where there is one
    equivalents  where one rule stands for several of another tool, the ones that this hit is; None: all of the rule
    level        where this hit weighs more or less than the rule's own level; a level in the settings wins over it
    stages       of a Dockerfile's rule, the names of the stages whose images this is about ("" for the last one): only
                 when one of them ships, which all files together show, is it told; () for what does not depend on that
    """

    at: Node | Span | Place
    values: Mapping[str, Value] = field(default_factory=dict)
    case: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    equivalents: tuple[str, ...] | None = None
    level: str = ""
    stages: tuple[str, ...] = ()


@record
class Location:
    """A place as people read it: lines and columns from 1; the end column is the one after the last character."""

    path: str
    start: Position
    end: Position


@record
class RelatedLocation:
    """A further location of a finding and what is there."""

    location: Location
    message: str


@record
class Suppression:
    """What silenced a finding: `by` names it ("comment for hadolint", "settings", "baseline"), `reason` is its text."""

    by: str
    reason: str = ""


@record
class Finding:
    """A hit with everything that a report needs.

    `absent` says that the finding is about something that is nowhere in the repository, so that its place is only the
    best one to say so: such findings belong to runs over everything. `structure` is the way to the node in its
    document (`/services/db`), "" where there is none; it is part of the fingerprint, which stays the same when lines
    move. `stages` are those of the hit.
    """

    rule: str
    level: str
    location: Location
    span: Span
    message: str
    equivalents: tuple[str, ...] = ()
    related: tuple[RelatedLocation, ...] = ()
    fix: Fix | None = None
    structure: str = ""
    fingerprint: str = ""
    suppression: Suppression | None = None
    absent: bool = False
    stages: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of findings in every report: path, start, rule."""
        start = self.location.start
        return (self.location.path, start.line, start.column, self.rule, self.message)


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Return what orders findings."""
    return finding.sort_key
