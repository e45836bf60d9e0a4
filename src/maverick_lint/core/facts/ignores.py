"""What a build leaves out of its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class DockerignoreFact:
    """A .dockerignore: its patterns in order, cleaned (`./a/` is `a`), each with whether `!` lets it back in."""

    path: str
    place: Place
    patterns: tuple[tuple[str, bool], ...]

    @property
    def allow_list(self) -> bool:
        """Whether it leaves everything out and then lets named paths back in."""
        whole = [negated for text, negated in self.patterns if text in ("*", "**", "**/*", ".")]
        return bool(whole) and not whole[-1]
