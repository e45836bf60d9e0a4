"""A file as its format understood it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span

Model_co = TypeVar("Model_co", covariant=True)


@record
class Comment:
    """A comment: its span with the sign that opens it, and its text without that sign.

    `own_line` is true when nothing but blanks stands before it on its line.
    """

    span: Span
    text: str
    own_line: bool


@record
class ParseError:
    """Something that the format does not allow, at its place; `message` is a sentence for the user.

    `rule` is "" for the kind's own `<kind>/syntax`, or the id of a finer rule of the same kind. `equivalents` are those
    of this fault, where the rule stands for many of another tool; None for all of the rule.
    """

    span: Span
    message: str
    rule: str = ""
    equivalents: tuple[str, ...] | None = None


def no_comments() -> tuple[Comment, ...]:
    """Stand for the comments of a format that has none (JSON)."""
    return ()


def no_scopes() -> tuple[Span, ...]:
    """Stand for the scopes of a format in which a comment silences one line only."""
    return ()


@record
class Script:
    """A shell script that a document is or holds, for programs that check shell scripts.

    source     its text, mapped to the file's
    dialect    "sh", "bash", "dash" or "ksh"; "" where its own first line says so
    variables  the names that are set before it runs
    exempt     codes of ShellCheck that mean nothing where the script stands
    """

    source: Source
    dialect: str = ""
    variables: tuple[str, ...] = ()
    exempt: frozenset[str] = frozenset()


def no_scripts() -> tuple[Script, ...]:
    """Stand for the scripts of a format that has none."""
    return ()


def no_texts() -> tuple[tuple[str, Source], ...]:
    """Stand for the texts that a format does not write."""
    return ()


@record
class Document(Generic[Model_co]):
    """A file after reading.

    tree      the root node, for formats that have a tree of nodes (YAML, JSON); otherwise None
    model     the typed view that checks read (`Dockerfile.stages`, `Compose.services`)
    errors    what could not be read; the rest of the file is judged all the same
    comments  called only when the text may hold a suppression
    scopes    statements that span lines (a Dockerfile instruction, a block scalar): a suppression comment right
              above one covers all of it
    scripts   the shell scripts in it; called only when a program is to check them
    embedded  texts of other kinds that stand in it (a Dockerfile in a Compose file), each with its kind: the rules of
              that kind judge them where they stand
    written   texts of other kinds that it writes somewhere when it runs (a configuration in a here-document), each with
              its kind: what they state counts, and no rule of that kind judges them; called once
    joined    the model was made of other files too, so that what a rule is about may be missing in the text
    """

    source: Source
    kind: str
    model: Model_co
    tree: Node | None = None
    errors: tuple[ParseError, ...] = ()
    comments: Callable[[], tuple[Comment, ...]] = no_comments
    scopes: Callable[[], tuple[Span, ...]] = no_scopes
    scripts: Callable[[], tuple[Script, ...]] = no_scripts
    embedded: tuple[tuple[str, Source], ...] = ()
    written: Callable[[], tuple[tuple[str, Source], ...]] = no_texts
    joined: bool = False


class Reader(Protocol):
    """Reads other files of the repository for formats that join files (includes, extends, overrides)."""

    def read(self, path: str) -> Source | None:
        """Return the text of a file by its path relative to the root; None when there is none inside the root."""

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the repository's files, sorted."""
