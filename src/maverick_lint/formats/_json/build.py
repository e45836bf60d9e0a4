"""JSON tokens into nodes, in one pass and without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.node import LIST, MAP, SCALAR, Node
from maverick_lint.core.record import builder, field
from maverick_lint.core.span import Span
from maverick_lint.formats._json.quick import TooManyError, quick
from maverick_lint.formats._json.tokens import tokens

if TYPE_CHECKING:
    from maverick_lint.core.document import Comment
    from maverick_lint.core.source import Source
    from maverick_lint.formats._json.tokens import Token

DEPTH: Final = 500
NODES: Final = 200_000
# Texts with fewer commas are read whole.
_MANY: Final = 150_000
_TOO_MANY: Final = f"the file holds over {NODES:,} values; the rest is not read"
_ERRORS: Final = 20
_CLOSING: Final = {"}": MAP, "]": LIST}


@builder
class ParsedJson:
    """What reading a JSON text gave.

    root     the root node, None for an empty text or one that could not be read to its end
    errors   what is wrong; slips (a comma too many, a missing one, a comment) are reported and read over
    fatal    the text could not be understood to its end
    """

    source: Source
    root: Node | None = None
    errors: list[ParseError] = field(default_factory=list)
    fatal: bool = False
    found_comments: list[Comment] = field(default_factory=list)

    def comments(self) -> tuple[Comment, ...]:
        """Return the comments of the text."""
        return tuple(self.found_comments)


class _StopError(Exception):
    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


def read_json(
    source: Source, *, relaxed: bool = False, duplicates: bool = True, kept: frozenset[str] = frozenset()
) -> ParsedJson:
    """Read a text; never raises.

    `relaxed` allows comments and commas before a closing bracket (JSONC); `duplicates` says that a key given twice
    is worth an error (JSON parsers keep the last one without a word). With `kept`, large values of other keys of a long
    text are read as if they were empty.
    """
    text = source.text
    parsed = ParsedJson(source)
    try:
        if kept and text.count(",") > _MANY:
            from maverick_lint.formats._json.thin import thinned  # only for the longest texts

            text = thinned(text, kept, NODES) or text
        parsed.root = quick(text, DEPTH, NODES)
    except TooManyError as error:
        parsed.errors.append(ParseError(error.span, _TOO_MANY))
        parsed.fatal = True
        return parsed
    if parsed.root is not None:
        return parsed
    builder = _Builder(parsed, relaxed=relaxed, duplicates=duplicates)
    try:
        for token in tokens(text, parsed.found_comments):
            builder.take(token)
        builder.finish()
    except _StopError as error:
        parsed.errors.append(ParseError(error.span, str(error)))
        parsed.fatal = True
    if not relaxed and parsed.found_comments and not parsed.fatal:
        parsed.errors.append(
            ParseError(parsed.found_comments[0].span, "JSON has no comments, and most readers refuse them")
        )
    if parsed.fatal:
        parsed.root = None
    return parsed


class _Builder:
    """Builds the tree; `want` says what may come next: "value", "key", "colon" or "comma"."""

    def __init__(self, parsed: ParsedJson, *, relaxed: bool, duplicates: bool) -> None:
        self.parsed = parsed
        self.relaxed = relaxed
        self.duplicates = duplicates
        self.stack: list[Node] = []
        self.keys: list[Node | None] = []
        self.seen: list[dict[str, Node]] = []
        self.want = "value"
        self.count = 0
        self.comma: Span | None = None

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.problem and not (token.kind == "word" and self.want == "key"):
            self._slip(token.span, token.problem)
        if token.kind == "sign":
            self._sign(token)
            return
        if self.want == "comma" and self.stack:
            self._slip(token.span, "a comma is missing before this")
            self.want = "key" if self.stack[-1].kind == MAP else "value"
        node = Node(
            SCALAR, token.span, value=token.value, raw=token.text if token.kind == "word" else str(token.value),
            style="double" if token.kind == "string" else "plain",
        )  # fmt: skip
        if self.want == "key":
            if token.kind != "string":
                self._slip(token.span, "the key has no double quotes")
            self._key(node)
        elif self.want == "value":
            self._add(node)
        else:
            raise _StopError(self._expected(), token.span)

    def finish(self) -> None:
        """Report brackets that are still open."""
        if self.stack:
            node = self.stack[-1]
            line = self.parsed.source.position(node.span.start).line
            sign = "{" if node.kind == MAP else "["
            message = f"this `{sign}` of line {line} has no closing bracket"
            raise _StopError(message, Span(node.span.start, node.span.start + 1))

    def _sign(self, token: Token) -> None:
        if token.text in "{[":
            self._open(token)
        elif token.text in "}]":
            self._close(token)
        elif token.text == ":" and self.want == "colon":
            self.want = "value"
        elif token.text == "," and self.want == "comma" and self.stack:
            self.want = "key" if self.stack[-1].kind == MAP else "value"
            self.comma = token.span
        else:
            raise _StopError(self._expected(), token.span)

    def _open(self, token: Token) -> None:
        if self.want == "comma" and self.stack and self.stack[-1].kind == LIST:
            self._slip(token.span, "a comma is missing before this")
            self.want = "value"
        if self.want != "value":
            raise _StopError(self._expected(), token.span)
        if len(self.stack) >= DEPTH:
            message = f"the file is nested over {DEPTH} levels deep, and is not read"
            raise _StopError(message, token.span)
        node = Node(MAP if token.text == "{" else LIST, token.span, style="flow")
        self._add(node)
        self.stack.append(node)
        self.keys.append(None)
        self.seen.append({})
        self.comma = None
        self.want = "key" if node.kind == MAP else "value"

    def _close(self, token: Token) -> None:
        kind = _CLOSING[token.text]
        if not self.stack or self.stack[-1].kind != kind or self.want == "colon" or self.keys[-1] is not None:
            raise _StopError(self._expected(), token.span)
        if self.comma is not None and not self.relaxed:
            self._slip(self.comma, "nothing follows this comma")
        node = self.stack.pop()
        self.keys.pop()
        self.seen.pop()
        node.span = Span(node.span.start, token.span.end)
        self.comma = None
        self.want = "comma"

    def _key(self, node: Node) -> None:
        first = self.seen[-1].setdefault(node.raw, node)
        if first is not node and self.duplicates:
            line = self.parsed.source.position(first.span.start).line
            self._slip(node.span, f"the key `{node.raw}` is already given in line {line} of the same object")
        self.keys[-1] = node
        self.comma = None
        self.want = "colon"

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > NODES:
            raise _StopError(_TOO_MANY, node.span)
        self.comma = None
        self.want = "comma"
        if not self.stack:
            if self.parsed.root is not None:
                message = "this stands after the end of the JSON value"
                raise _StopError(message, node.span)
            self.parsed.root = node
            return
        holder = self.stack[-1]
        node.parent = holder
        if holder.kind == MAP:
            node.key = self.keys[-1]
            self.keys[-1] = None
        holder.children.append((node.key, node))

    def _slip(self, span: Span, message: str) -> None:
        if len(self.parsed.errors) < _ERRORS:
            self.parsed.errors.append(ParseError(span, message))

    def _expected(self) -> str:
        names = {"value": "a value", "key": "a key in double quotes", "colon": "a colon", "comma": "a comma"}
        if not self.stack and self.want == "comma":
            return "this stands after the end of the JSON value"
        closing = ""
        if self.stack and self.want in ("comma", "key"):
            closing = " or `}`" if self.stack[-1].kind == MAP else " or `]`"
        return f"{names[self.want]}{closing} is expected here"
