"""What joining the files of a project found wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.finding import Related
    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Place, Span

About = Literal["extends", "include", "merge"]


@record
class Problem:
    """A fault of `extends`, `include` or of an override, at its place, in a sentence for the user.

    `level` is that of the finding where it is not the rule's own.
    """

    about: About
    at: Node | Span | Place
    message: str
    related: tuple[Related, ...] = ()
    level: str = ""
