"""A script with its control flow; every place is one of the outermost file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Place, Span
    from maverick_lint.formats._shell.words import Value


@record
class Item:
    """A statement of a block; `background` when `&` follows it."""

    node: Statement
    background: bool = False


Block = tuple[Item, ...]


@record
class Redirect:
    """A redirection: its operator, its target, and for a here-document the text as a source of its own."""

    operator: str
    target: Word | None
    place: Place
    body: Source | None = None


@record
class Assignment:
    """A variable is set; `value` is None for an array. `append` for `+=`."""

    name: str
    value: Word | None
    place: Place
    append: bool = False


@record
class Call:
    """A simple command, or assignments alone (then there are no words).

    keyword  "export", "local", "readonly", "declare" or "typeset" for a declaration, otherwise ""
    inner    the blocks of its command and process substitutions
    spans    for each word, its span in the script's own text
    """

    words: tuple[Word, ...]
    assignments: tuple[Assignment, ...]
    place: Place
    keyword: str = ""
    redirects: tuple[Redirect, ...] = ()
    inner: tuple[Block, ...] = ()
    spans: tuple[Span, ...] = ()


@record
class Test:
    """A test: `[ ... ]`, `[[ ... ]]` or `(( ... ))`; `raw` is all of it as written."""

    raw: str
    place: Place
    inner: tuple[Block, ...] = ()


@record
class AndOr:
    """A list: `first && second || third`. Each part comes with the operator before it, "" for the first."""

    parts: tuple[tuple[Literal["", "&&", "||"], Statement], ...]
    place: Place


@record
class Pipeline:
    """Commands that feed one another."""

    members: tuple[Statement, ...]
    place: Place


@record
class Not:
    """`! command`."""

    node: Statement
    place: Place


@record
class If:
    """`if` with its `elif` branches as pairs of condition and body; `otherwise` is None without an `else`."""

    branches: tuple[tuple[Block, Block], ...]
    otherwise: Block | None
    place: Place


@record
class Loop:
    """A loop: `keyword` is "for", "while", "until" or "select"; `head` is the text before `do`, at `head_place`.

    condition  of while and until; () for the others
    variable   and `values` of a for loop over words
    """

    keyword: str
    head: str
    body: Block
    place: Place
    head_place: Place
    condition: Block = ()
    variable: str = ""
    values: tuple[Word, ...] = ()
    inner: tuple[Block, ...] = ()


@record
class Case:
    """`case` with its arms as pairs of patterns, as written, and body."""

    subject: Word | None
    arms: tuple[tuple[tuple[str, ...], Block], ...]
    place: Place
    inner: tuple[Block, ...] = ()


@record
class Group:
    """`{ ...; }`, or `( ... )` when it is a `subshell`."""

    body: Block
    place: Place
    subshell: bool = False


@record
class Function:
    """A function's definition."""

    name: str
    body: Block
    place: Place


@record
class Broken:
    """A stretch that could not be read, with the statements that could be made out in it."""

    body: Block
    place: Place


Statement = Call | Test | AndOr | Pipeline | Not | If | Loop | Case | Group | Function | Broken


@record
class Script:
    """A script.

    read       False when its text was refused; then nothing is known of it
    shebang    the words of its first line after `#!`, () without one
    variables  what is known of variables that it sets once, or that its environment sets
    names      every variable that it sets in some way
    """

    source: Source
    body: Block
    shebang: tuple[str, ...] = ()
    read: bool = True
    variables: Mapping[str, Value] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
