"""An instruction of a Dockerfile, as written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.dockerfile.expand import expand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.span import Span
    from maverick_lint.formats.dockerfile.joined import Joined

DEFAULT_SHELL: Final = ("/bin/sh", "-c")
NO_VARIABLES: Final[Mapping[str, str | None]] = {}


@record
class Argument:
    """A word of an instruction: `text` as written (decoded in JSON form), `span` with its quotes."""

    text: str
    span: Span


@record
class Flag:
    """A flag such as `--from=builder`: `value` is None when there is no `=`; the spans are in the file."""

    name: str
    value: str | None
    span: Span
    value_span: Span


@record
class Pair:
    """A name with its value (ENV, ARG, LABEL): `value` is as written with its quotes, None for `ARG name`.

    `legacy` is true for the old form `ENV name value`, whose value is the rest of the line.
    """

    name: str
    value: str | None
    span: Span
    name_span: Span
    value_span: Span
    legacy: bool = False


@record
class Heredoc:
    """A here-document: its word, the span of its body with the last line break, and how it is read.

    expand  variables in the body are replaced; chomp  leading tabs go (`<<-`)
    """

    name: str
    word: Span
    body: Span
    expand: bool
    chomp: bool


class Instruction:
    """One instruction; built by the scanner, its place in a stage (`variables`, `shell`) filled in by the stages.

    name       in upper case; `keyword` spans it as written
    span       from the keyword to the end of the last line, here-documents included
    joined     the logical line; what follows the flags is joined.text[body:]
    flags      in the order of the file
    arguments  the words after the flags: one for a shell form, the items of a JSON form
    pairs      of ENV, ARG and LABEL
    json       it has the JSON form
    inner      what ONBUILD triggers
    form       of HEALTHCHECK: "CMD", "NONE" or another word as written in upper case
    blanks     the spans of blank lines inside (BuildKit drops them with a warning)
    escape     the file's escape sign
    variables  what is known here: a text, or None for an ARG without a default
    shell      the shell that runs a shell form here
    """

    __slots__ = (
        "arguments",
        "blanks",
        "body",
        "escape",
        "flags",
        "form",
        "heredocs",
        "inner",
        "joined",
        "json",
        "keyword",
        "name",
        "pairs",
        "shell",
        "span",
        "variables",
    )

    def __init__(self, name: str, keyword: Span, joined: Joined, escape: str) -> None:
        self.name = name
        self.keyword = keyword
        self.span = keyword
        self.joined = joined
        self.escape = escape
        self.body = len(joined.text)
        self.flags: tuple[Flag, ...] = ()
        self.arguments: tuple[Argument, ...] = ()
        self.pairs: tuple[Pair, ...] = ()
        self.heredocs: tuple[Heredoc, ...] = ()
        self.json = False
        self.form = ""
        self.inner: Instruction | None = None
        self.blanks: tuple[Span, ...] = ()
        self.variables: Mapping[str, str | None] = NO_VARIABLES
        self.shell: tuple[str, ...] = DEFAULT_SHELL

    def __repr__(self) -> str:
        """Show the name and the place, for debugging."""
        return f"<{self.name} {self.span.start}..{self.span.end}>"

    @property
    def rest(self) -> str:
        """The text after the flags, with its lines joined."""
        return self.joined.text[self.body :].rstrip()

    @property
    def rest_span(self) -> Span:
        """The place of `rest` in the file."""
        return self.joined.span(self.body, self.body + len(self.rest))

    def flag(self, name: str) -> Flag | None:
        """Return the first flag of this name."""
        for flag in self.flags:  # a loop: this is asked of every COPY by a dozen rules
            if flag.name == name:
                return flag
        return None

    def value(self, text: str | None) -> str | None:
        """Return a word of this instruction after quotes and variables; None when a part of it is unknown."""
        return None if text is None else expand(text, self.variables, self.escape)
