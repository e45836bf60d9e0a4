"""libyaml's events into nodes.

libyaml's own composer is gone around: it dies at deep nesting, loses the place of an alias, and merges nothing. Its
events come one at a time, so a bomb or a deep nest ends the reading as soon as it is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.node import LIST, MAP, SCALAR, Node
from maverick_lint.core.record import builder, field
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.comments import comments_of, scopes_of
from maverick_lint.formats._yaml.events import DEPTH, TooMuchError, YAMLError, events
from maverick_lint.formats._yaml.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from maverick_lint.core.document import Comment
    from maverick_lint.core.source import Source
    from maverick_lint.formats._yaml.resolve import Dialect

NODES: Final = 100_000
_STYLES: Final = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


@builder
class Parsed:
    """What reading a YAML text gave.

    roots      the root node of each document that is not empty
    errors     what is wrong; after a fatal one `roots` holds what was complete before it
    fatal      the text could not be read to its end, so what seems absent may stand further on
    templated  the text holds template tags (`{{ }}`, `{% %}`) that are no YAML: it is no finished file, and errors
               were left out
    """

    source: Source
    roots: list[Node] = field(default_factory=list)
    errors: list[ParseError] = field(default_factory=list)
    fatal: bool = False
    templated: bool = False
    starts: list[int] = field(default_factory=list)

    @property
    def root(self) -> Node | None:
        """The root of the first document, None for an empty text or one that could not be read."""
        return self.roots[0] if self.roots and not self.fatal else None

    def comments(self) -> tuple[Comment, ...]:
        """Return the comments of the text, those in block scalars included."""
        return comments_of(self.source, self.roots)

    def scopes(self) -> tuple[Span, ...]:
        """Return the block scalars with their keys: a comment above one covers all of it."""
        return scopes_of(self.roots)


def read_yaml(
    source: Source, dialect: Dialect, *, duplicates: bool = True, template: Callable[[str], bool] | None = None
) -> Parsed:
    """Read a text; never raises.

    `duplicates` says that the reader of the file refuses duplicate keys. `template` says of a text that is no YAML
    whether something is to fill it in first; any template tag says so where none is given.
    """
    parsed = Parsed(source)
    takers = _Builder(parsed, dialect, duplicates=duplicates).takers()
    try:
        for event in events(source.text):
            take = takers.get(type(event).__name__)
            if take is not None:
                take(event)
    except YAMLError as error:
        _fail(parsed, error)
    except TooMuchError as error:
        parsed.errors.append(ParseError(error.span, str(error)))
        parsed.fatal = True
    if parsed.fatal and (template or is_template)(source.text):
        parsed.templated = True
        parsed.errors.clear()
    return parsed


def is_template(text: str) -> bool:
    """Say whether a text holds template tags; GitHub's `${{ }}` is none, it is text to YAML."""
    return "{%" in text or "{{" in text.replace("${{", "")


def _fail(parsed: Parsed, error: Any) -> None:  # noqa: ANN401 - PyYAML's errors
    """Note that a text is no YAML; an error without a mark is one about a character that cannot be read."""
    text = parsed.source.text
    parsed.fatal = True
    if not hasattr(error, "problem_mark"):
        offset = error.position if isinstance(error.position, int) else 0
        span = Span(min(offset, len(text)), min(offset + 1, len(text)))
        parsed.errors.append(ParseError(span, "holds a character that YAML does not allow"))
        return
    mark = error.problem_mark or error.context_mark
    start = min(mark.index if mark is not None else 0, len(text))
    if start == len(text):
        start = len(text.rstrip())
        start = max(start - 1, 0)
    end = start + 1
    while end < len(text) and text[end] not in " \t\r\n":
        end += 1
    parsed.errors.append(ParseError(Span(start, min(end, len(text))), _sentence(error)))


def _sentence(error: Any) -> str:  # noqa: ANN401 - PyYAML's errors
    parts = [part for part in (error.context, error.problem) if part]
    return "is no valid YAML: " + ", ".join(parts)


class _Builder:
    """Builds the trees of the documents, one event after another."""

    def __init__(self, parsed: Parsed, dialect: Dialect, *, duplicates: bool) -> None:
        self.parsed = parsed
        self.text = parsed.source.text
        self.dialect = dialect
        self.duplicates = duplicates
        self.stack: list[tuple[Node, list[Node], str | None]] = []
        self.anchors: dict[str, Node] = {}
        self.open_anchors: set[str] = set()
        self.count = 0

    def takers(self) -> dict[str, Callable[[Any], None]]:
        """Return what takes each kind of event, by its name; the others say nothing."""
        return {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._open,
            "SequenceStartEvent": self._open,
            "MappingEndEvent": self._close,
            "SequenceEndEvent": self._close,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._start,
        }

    def _start(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events have no stubs
        self.anchors = {}
        self.parsed.starts.append(event.start_mark.index if event.start_mark is not None else 0)

    def _span(self, event: Any) -> Span:  # noqa: ANN401 - libyaml's events have no stubs
        text, start, end = self.text, event.start_mark.index, event.end_mark.index
        if end > len(text):  # noqa: PLR1730 - twice as fast as min, for every value of every file
            end = len(text)
        while end > start and text[end - 1] in " \t\r\n":
            end -= 1
        return Span(start if start < end else end, end)  # noqa: FURB136 - as above

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events have no stubs
        style = _STYLES[event.style]
        plain = style == "plain" and event.tag is None
        span = self._span(event)
        if event.anchor and self.text.startswith(name := f"&{event.anchor}", span.start):
            # a finding shows the text and a fix replaces it; the anchor before it stays
            start = span.start + len(name)
            rest = self.text[start : span.end]
            span = Span(span.end - len(rest.lstrip(" \t")), span.end)
        node = Node(
            SCALAR,
            span,
            value=resolve(event.value, self.dialect) if plain else event.value,
            raw=event.value,
            style=style,
            tag=event.tag or "",
        )
        if event.anchor:
            self.anchors[event.anchor] = node
        self._add(node)

    def _open(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events have no stubs
        if len(self.stack) >= DEPTH:
            message = f"is nested over {DEPTH} levels deep; the rest of the file is not read"
            raise TooMuchError(message, self._span(event))
        kind = MAP if type(event).__name__ == "MappingStartEvent" else LIST
        node = Node(kind, self._span(event), style="flow" if event.flow_style else "block", tag=event.tag or "")
        if event.anchor:
            self.anchors[event.anchor] = node
            self.open_anchors.add(event.anchor)
        self.stack.append((node, [], event.anchor))

    def _close(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events have no stubs
        node, waiting, anchor = self.stack.pop()
        if anchor:
            self.open_anchors.discard(anchor)
        if node.style == "flow":
            node.span = Span(node.span.start, event.end_mark.index)
        else:
            last = waiting[-1] if waiting else None
            node.span = Span(node.span.start, max(node.span.end, last.span.end if last is not None else 0))
        if node.kind == MAP:
            node.children = list(zip(waiting[::2], waiting[1::2], strict=False))
            for key, child in node.children:
                child.key, child.parent = key, node
            self._report_duplicates(node)
        else:
            node.children = [(None, child) for child in waiting]
            for child in waiting:
                child.parent = node
        self._add(node)

    def _alias(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events have no stubs
        span = self._span(event)
        target = self.anchors.get(event.anchor)
        if target is None or event.anchor in self.open_anchors:
            fault = "has no anchor above it" if target is None else "stands inside its own anchor"
            self.parsed.errors.append(ParseError(span, f"the alias `*{event.anchor}` {fault}"))
            self._add(Node(SCALAR, span, style="plain"))
            return
        node = Node(
            target.kind, span, value=target.value, raw=target.raw, style=target.style, tag=target.tag,
            anchor=target if target.anchor is None else target.anchor,
        )  # fmt: skip
        node.children = target.children
        self._add(node)

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > NODES:
            message = f"holds over {NODES:,} nodes; the rest of the file is not read"
            raise TooMuchError(message, node.span)
        if self.stack:
            self.stack[-1][1].append(node)
        elif node.kind != SCALAR or node.raw or node.style != "plain":
            self.parsed.roots.append(node)

    def _report_duplicates(self, node: Node) -> None:
        if not self.duplicates:
            return
        seen: dict[str, Node] = {}
        for key, _ in node.children:
            if key is None or key.kind != SCALAR or (key.raw == "<<" and key.style == "plain"):
                continue
            first = seen.setdefault(key.raw, key)
            if first is not key:
                line = self.parsed.source.position(first.span.start).line
                message = f"the key `{key.raw}` is already given in line {line} of the same mapping"
                self.parsed.errors.append(ParseError(key.span, message))
