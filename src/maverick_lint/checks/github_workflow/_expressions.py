"""The expressions of a workflow with their places.

They are found once for each file, and kept for the rules that come after the first.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from maverick_lint.core.span import Span
from maverick_lint.formats._actions_expr import ExpressionError, parse, parts
from maverick_lint.formats._actions_expr.tree import Binary, Call, Literal, Member, Name, Not, path_of, walk
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.model import Job, Workflow


class Scalar:
    """A scalar whose characters are looked up in the file when one is asked for, and then for all of it."""

    __slots__ = ("_inner", "_source", "node")

    def __init__(self, source: Source, node: Node) -> None:
        """Take the scalar of a file."""
        self.node = node
        self._source = source
        self._inner: Source | None = None

    def outer(self, span: Span) -> Span:
        """Return where a span of the value stands in the file."""
        if self._inner is None:
            self._inner = embedded(self._source, self.node)
        return self._inner.outer(span)


class Found:
    """An expression: its tree, and the scalar it stands in from `offset` of its value on."""

    __slots__ = ("_parts", "offset", "scalar", "tree")

    def __init__(self, tree: Expression, scalar: Scalar, offset: int) -> None:
        """Take what was found."""
        self.tree = tree
        self.scalar = scalar
        self.offset = offset
        self._parts: tuple[Expression, ...] | None = None

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The expression and all of its parts, the outer ones first."""
        if self._parts is None:
            self._parts = tuple(walk(self.tree))
        return self._parts

    @property
    def node(self) -> Node:
        """The node of the scalar."""
        return self.scalar.node

    def span(self, part: Expression) -> Span:
        """Return where a part of the expression stands in the file."""
        return self.scalar.outer(Span(self.offset + part.start, self.offset + part.end))

    def text(self, part: Expression) -> str:
        """Return a part of the expression as it is written, on one line."""
        written = self.node.raw[self.offset + part.start : self.offset + part.end]
        return " ".join(written.split())


class _Kept:
    """The expressions of the scalars of one file, by the ids of nodes.

    The node is kept with them, so that no other one takes its id.
    """

    __slots__ = ("found", "lowered", "source")

    def __init__(self, source: Source | None) -> None:
        self.source = source
        self.found: dict[tuple[int, bool], tuple[Node, tuple[Found, ...]]] = {}
        self.lowered: dict[int, tuple[Node, str]] = {}


_last: list[_Kept] = [_Kept(None)]


def _kept(source: Source) -> _Kept:
    if _last[0].source is not source:
        _last[0] = _Kept(source)
    return _last[0]


def in_condition(source: Source, node: Node) -> tuple[Found, ...]:
    """Return the expressions of an `if`, which as a whole is one where it has no `${{ }}`."""
    return _once(source, node, condition=True)


def in_text(source: Source, node: Node) -> tuple[Found, ...]:
    """Return the expressions of a text."""
    return _once(source, node, condition=False)


def _once(source: Source, node: Node, *, condition: bool) -> tuple[Found, ...]:
    kept, key = _kept(source).found, (id(node), condition)
    if key not in kept:
        kept[key] = (node, tuple(_find(source, node, condition=condition)))
    return kept[key][1]


def _find(source: Source, node: Node, *, condition: bool) -> Iterator[Found]:
    if condition and "${{" not in node.raw:
        try:
            yield Found(parse(node.raw), Scalar(source, node), 0)
        except ExpressionError:
            return
    scalar = Scalar(source, node)
    for part in parts(node.raw):
        try:
            yield Found(parse(part.text), scalar, part.inner)
        except ExpressionError:
            continue


def everywhere(model: Workflow | Action, word: str) -> Iterator[Found]:
    """Yield the expressions of a file whose texts hold a word in lower case."""
    return in_texts(model.source, model.texts, word)


def in_texts(source: Source, texts: Iterable[Node], word: str = "") -> Iterator[Found]:
    """Yield the expressions of the scalars whose texts hold a word in lower case."""
    lowered = _kept(source).lowered
    for node in texts:
        if word:
            if id(node) not in lowered:
                lowered[id(node)] = (node, node.raw.lower())
            if word not in lowered[id(node)][1]:
                continue
        yield from in_condition(source, node) if is_condition(node) else in_text(source, node)


def texts_in(workflow: Workflow, job: Job) -> Sequence[Node]:
    """Return the texts of a workflow that stand in a job; they are in the order of the file."""
    span = job.node.span
    first = bisect_left(workflow.texts, span.start, key=_start)
    return workflow.texts[first : bisect_left(workflow.texts, span.end, lo=first, key=_start)]


def _start(node: Node) -> int:
    return node.span.start


def is_condition(node: Node) -> bool:
    """Say whether a scalar is a condition, which is an expression without `${{ }}` too."""
    return node.key is not None and node.key.raw in ("if", "pre-if", "post-if")


def conditions(model: Workflow | Action) -> Iterator[Node]:
    """Yield the conditions of jobs and steps."""
    if not isinstance(model, Action):
        yield from (job.condition for job in model.jobs if job.condition is not None)
    yield from (step.condition for step in model.steps if step.condition is not None)


def contexts_of(tree: Expression) -> Iterator[Member | Name]:
    """Yield the contexts that an expression reads, each as a whole: `needs.a.outputs.b`, not `needs.a` besides."""
    stack = [tree]
    while stack:
        part = stack.pop()
        if isinstance(part, Member | Name):
            yield part
            while isinstance(part, Member):
                if part.key is not None and not isinstance(part.key, Literal):
                    stack.append(part.key)
                part = part.of
            if not isinstance(part, Name):
                stack.append(part)
        elif isinstance(part, Call):
            stack.extend(part.arguments)
        elif isinstance(part, Not):
            stack.append(part.operand)
        elif isinstance(part, Binary):
            stack.extend((part.left, part.right))


def paths_in(source: Source, texts: Iterable[Node], context: str) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """Yield how texts read a context: the path in lower case; `(context,)` where a name is computed."""
    for found in in_texts(source, texts, context):
        for part in contexts_of(found.tree):
            path = path_of(part)
            if path is None:
                root: Expression = part
                while isinstance(root, Member):
                    root = root.of
                path = (root.name.lower(),) if isinstance(root, Name) else ()
            if path[:1] == (context,):
                yield found, path
