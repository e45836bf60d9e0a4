"""What a repository demands of a change before it may be merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class RequiredCheck:
    """A status check that has to succeed, as the settings of the repository name it.

    what  who demands it: "the ruleset", "the protection of branches", "Mergify", "bors"
    ours  GitHub Actions has to report it, no other program
    """

    name: str
    what: str
    place: Place
    ours: bool = False
