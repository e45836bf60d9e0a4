"""The tree of an nginx configuration: directives in blocks, each word with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import ParseError
    from maverick_lint.core.source import Source

# Blocks whose bodies hold values, not directives.
FREE = frozenset(
    {"map", "geo", "types", "split_clients", "charset_map", "match", "geo_map", "otel_exporter", "acme_issuer"}
)


class Word:
    """A word of a directive.

    text   its value: quotes removed, escapes resolved
    quote  "", "'" or '"'
    known  False when a template or the environment decides a part of it
    """

    __slots__ = ("end", "known", "quote", "start", "text")

    def __init__(self, text: str, start: int, end: int, quote: str, *, known: bool) -> None:
        """Take the value and the place, quotes included."""
        self.text = text
        self.start = start
        self.end = end
        self.quote = quote
        self.known = known

    def __repr__(self) -> str:
        """Show the text, for debugging."""
        return f"<{self.text!r} {self.start}..{self.end}>"

    @property
    def span(self) -> Span:
        """Where it stands, quotes included."""
        return Span(self.start, self.end)


class Directive:
    """A directive: its name, arguments, and its block where it opens one.

    name        its name, the text of `word`
    end         the offset after its semicolon or its closing brace
    terminator  ";" or "{"; "" when it is missing
    home        the block in which it stands
    """

    __slots__ = ("args", "block", "end", "home", "name", "terminator", "word")

    def __init__(self, word: Word, args: list[Word], home: Block, terminator: str, end: int) -> None:
        """Take the name's word and the arguments."""
        self.word = word
        self.name = word.text
        self.args = args
        self.home = home
        self.terminator = terminator
        self.end = end
        self.block: Block | None = None

    def __repr__(self) -> str:
        """Show the directive, for debugging."""
        return f"<{self.name} {self.values()}>"

    @property
    def known(self) -> bool:
        """Whether no template decides a part of it."""
        return self.word.known and all(word.known for word in self.args)

    @property
    def span(self) -> Span:
        """The whole statement, from its name to its semicolon or closing brace."""
        return Span(self.word.start, self.end)

    def values(self) -> list[str]:
        """Return the texts of the arguments."""
        return [word.text for word in self.args]

    def first(self) -> str:
        """Return the text of the first argument, "" where there is none."""
        return self.args[0].text if self.args else ""

    def target(self) -> Span:
        """Return the span of the first argument, or of the name where there is none."""
        return (self.args[0] if self.args else self.word).span


class Block:
    """The statements between braces, or those of a whole file.

    owner  the directive that opens it; None for a file
    holed  a template puts statements of its own here, or leaves some out
    """

    __slots__ = ("directives", "holed", "owner", "tree")

    def __init__(self, owner: Directive | None, tree: Tree) -> None:
        """Make an empty block."""
        self.owner = owner
        self.tree = tree
        self.directives: list[Directive] = []
        self.holed = False

    @property
    def name(self) -> str:
        """The name of the directive that opens it; "" for a file."""
        return "" if self.owner is None else self.owner.name

    @property
    def parent(self) -> Block | None:
        """The block around it in the same file."""
        return None if self.owner is None else self.owner.home

    def named(self, *names: str) -> Iterator[Directive]:
        """Yield its own directives of these names."""
        return (directive for directive in self.directives if directive.name in names)


def plain_statement(text: str, words: str, start: int, end: int, home: Block) -> Directive:
    """Return the directive of plain words that stand from `start` on, and whose semicolon ends at `end`."""
    made = []
    for word in words.replace("\t", " ").split(" "):
        if word:
            start = text.index(word, start)
            made.append(Word(word, start, start + len(word), "", known=True))
            start += len(word)
    return Directive(made[0], made[1:], home, ";", end)


class Tree:
    """A file after reading; `cut` when it was given up before its end, as too long or too broken."""

    __slots__ = ("comments", "cut", "errors", "root", "source", "templated")

    def __init__(self, source: Source, *, templated: bool) -> None:
        """Make the tree of an empty file; the builder fills it in."""
        self.source = source
        self.templated = templated
        self.root = Block(None, self)
        self.errors: list[ParseError] = []
        self.cut = False
        self.comments: list[Span] = []

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.source.path

    def walk(self) -> Iterator[Directive]:
        """Yield every directive in the order of the file; the bodies of maps and the like are left out."""
        stack = list(reversed(self.root.directives))
        while stack:
            directive = stack.pop()
            yield directive
            if directive.block is not None and directive.name not in FREE:
                stack.extend(reversed(directive.block.directives))
