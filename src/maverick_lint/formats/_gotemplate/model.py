"""What a template uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import builder, field, record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span

# Stands in the plain text for an action (the Unicode object replacement character).
HOLE: Final = "\ufffc"


@record
class Use:
    """A variable or field in an action: `path` is ("$labels", "job"), or (".Labels", "job"), without brackets.

    action    the number of its action; `commands` are the words of functions in that action
    dot       what the path begins from: None the data of the whole template, else what gives it: the number of the
              query, or -1 when that is not known
    """

    path: tuple[str, ...]
    span: Span
    action: int
    commands: tuple[str, ...] = ()
    dot: int | None = None


@record
class Asked:
    """A call of `query`: its text and where that stands; `text` is None when it is made by a function.

    formatted  the text is the format of a `printf`, whose result is asked
    """

    text: str | None
    span: Span
    formatted: bool = False


@builder
class Template:
    """What reading a template gave: what it uses, the values that its variables stand for, and its faults.

    plain      the text outside of the actions, with HOLE for each action
    functions  the names that are called, but for the words of the language
    calls      pairs of a function that a pipeline ends with and what it is given: the path of a variable, or ()
    queries    what `query` is asked
    called     the names of the templates that `template` runs; `defined` those that the text itself defines
    aliases    the path that a variable was set to
    """

    text: str
    uses: list[Use] = field(default_factory=list)
    functions: list[tuple[str, Span]] = field(default_factory=list)
    calls: list[tuple[str, tuple[str, ...], Span]] = field(default_factory=list)
    queries: list[Asked] = field(default_factory=list)
    called: list[tuple[str, Span]] = field(default_factory=list)
    defined: list[str] = field(default_factory=list)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    faults: list[tuple[Span, str]] = field(default_factory=list)
    plain: str = ""

    def resolved(self, use: Use) -> tuple[str, ...]:
        """Return the path of a use with its variable replaced by what it was set to.

        `$x := $labels` makes `$x.job` ("$labels", "job").
        """
        return self.resolve(use.path)

    def resolve(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """Return a path with its variable replaced by what it was set to."""
        known = self.aliases.get(path[0]) if path else None
        return path if known is None else (*known, *path[1:])
