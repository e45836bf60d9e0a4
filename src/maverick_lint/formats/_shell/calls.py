"""Simple commands: their words, assignments and redirections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.command import Word
from maverick_lint.core.record import replace
from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._shell import model
from maverick_lint.formats._shell.assigned import standing_alone
from maverick_lint.formats._shell.words import names_parameter, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tree_sitter import Node

    from maverick_lint.formats._shell.variables import Variables

_MAXIMUM_WORDS: Final = 5_000
_PARAMETER: Final = re.compile(r"[A-Za-z_]\w*|[0-9]")
_PLAIN: Final = frozenset({"word", "number"})
_DECLARATIONS: Final = frozenset({"declaration_command", "unset_command"})


class CallBuilder:
    """Builds the simple commands of one script."""

    def __init__(
        self,
        source: Source,
        variables: Variables,
        blocks_in: Callable[[Iterable[Node]], tuple[model.Block, ...]],
    ) -> None:
        """Take the script, what is known of its variables, and the builder of the blocks in substitutions."""
        self._source = source
        self._text = source.text
        self._lookup = variables.lookup
        self._blocks_in = blocks_in

    def call(self, node: Node) -> model.Call:
        """Return the command, declaration or assignments of a node."""
        if node.type == "variable_assignment":
            return self._made(node, (), [node], [], [])
        words: list[Node] = []
        assignments: list[Node] = []
        redirects: list[Node] = []
        alone = len(standing_alone(node, self._text))
        for child in node.children[alone:]:
            kind = child.type
            if kind == "variable_assignment":
                assignments.append(child)
            if kind.endswith("_redirect"):
                redirects.append(child)
            elif node.type in _DECLARATIONS or (kind not in ("variable_assignment", "comment") and child.is_named):
                words.append(child)
        return self._made(node, tuple(words[:_MAXIMUM_WORDS]), assignments[:_MAXIMUM_WORDS], redirects, words)

    def assignments(self, nodes: tuple[Node, ...]) -> model.Call:
        """Return assignments alone."""
        return self._made(nodes[0], (), list(nodes), [], [])

    def words(self, node: Node) -> tuple[Word, ...]:
        """Return the word of a node; several where an unquoted variable holds blanks, none where it is empty."""
        start, end = node.start_byte, node.end_byte
        raw = self._text[start:end]
        place = self._place(start, end)
        inner = node.children[0] if node.type == "command_name" and node.child_count else node
        if inner.type in _PLAIN and "\\" not in raw and "${{" not in raw:
            return (Word(raw, raw, place, raw),)
        value = value_of(inner, self._text, self._lookup)
        if value.text is not None and names_parameter(inner):
            return tuple(Word(part, raw, place, part) for part in value.text.split())
        return (Word(value.text, raw, place, value.expanded),)

    def redirects(self, node: Node) -> list[model.Redirect]:
        """Return the redirection of a node, and those that the tree keeps inside a here-document's."""
        place = self._place(node.start_byte, node.end_byte)
        if node.type == "heredoc_redirect":
            body = next((child for child in node.children if child.type == "heredoc_body"), None)
            source = None if body is None else self._piece(body.start_byte, body.end_byte)
            marker = next((child for child in node.children if child.type == "heredoc_start"), node)
            place = self._place(node.start_byte, marker.end_byte)
            inside = [one for child in node.children_by_field_name("redirect") for one in self.redirects(child)]
            return [model.Redirect("<<", None, place, source), *inside]
        target = node.child_by_field_name("destination")
        if target is None and node.type == "herestring_redirect":
            target = node.named_children[-1] if node.named_child_count else None
        operator = next((child.type for child in node.children if not child.is_named), "")
        words = () if target is None else self.words(target)
        return [model.Redirect(operator, words[0] if words else None, place)]

    def _made(
        self, node: Node, words: tuple[Node, ...], assignments: list[Node], redirects: list[Node], parts: list[Node]
    ) -> model.Call:
        found: list[Word] = []
        spans: list[Span] = []
        for word in words:
            if spans and spans[-1].end == word.start_byte and self._text[word.start_byte - 1] == "$":
                found[-1] = self._joined(found[-1], spans[-1].start, word)
                spans[-1] = Span(spans[-1].start, word.end_byte)
                continue
            made = (self._declared(word),) if word.type == "variable_assignment" else self.words(word)
            found.extend(made)
            spans.extend([Span(word.start_byte, word.end_byte)] * len(made))
        ends = [part.end_byte for part in [*parts, *assignments]] or [node.end_byte]
        start = min((part.start_byte for part in [*parts, *assignments, *redirects]), default=node.start_byte)
        return model.Call(
            words=tuple(found),
            assignments=tuple(self._assignment(one) for one in assignments),
            place=self._place(start, max(ends)),
            keyword=node.children[0].type if node.type == "declaration_command" else "",
            redirects=tuple(one for child in redirects for one in self.redirects(child)),
            inner=self._blocks_in([child for child in (*parts, *assignments, *redirects) if _is_made(child)]),
            spans=tuple(spans),
        )

    def _joined(self, before: Word, start: int, node: Node) -> Word:
        """Return a word that tree-sitter-bash 0.25 has cut behind a `$`, as it does `$A:$B:80` without quotes."""
        rest = value_of(node, self._text, self._lookup)
        name = _PARAMETER.match(rest.expanded)
        known = None if name is None else self._lookup(name[0], node.start_byte)
        raw, place = self._text[start : node.end_byte], self._place(start, node.end_byte)
        if known is None or name is None:
            return Word(None, raw, place, before.expanded + rest.expanded)
        expanded = before.expanded[:-1] + known.expanded + rest.expanded[name.end() :]
        sure = before.text is not None and known.text is not None and rest.text is not None
        return Word(expanded if sure else None, raw, place, expanded)

    def _declared(self, node: Node) -> Word:
        """Return `NAME=value` after `export` and the like as the word that it is."""
        one = self._assignment(node)
        raw = self._text[node.start_byte : node.end_byte]
        if one.value is None:
            return Word(None, raw, one.place, raw)
        text = None if one.value.text is None else f"{one.name}={one.value.text}"
        return Word(text, raw, one.place, f"{one.name}={one.value.expanded}")

    def _assignment(self, node: Node) -> model.Assignment:
        children = node.children
        name = children[0]
        value = node.child_by_field_name("value")
        raw = self._text[name.start_byte : name.end_byte]
        word = None
        if value is not None and value.type != "array":
            known = value_of(value, self._text, self._lookup)
            text = self._text[value.start_byte : value.end_byte]
            word = Word(known.text, text, self._place(value.start_byte, value.end_byte), known.expanded)
        elif value is None:
            word = Word("", "", self._place(node.end_byte, node.end_byte))
        append = len(children) > 1 and children[1].type == "+="
        return model.Assignment(raw, word, self._place(node.start_byte, node.end_byte), append)

    def _place(self, start: int, end: int) -> Place:
        span = Span(start, max(start, end))
        source = self._source
        return Place(source.path, span if source.parent is None else source.outer(span))

    def _piece(self, start: int, end: int) -> Source:
        """Return a stretch of the script as a source of its own."""
        return Source(self._source.path, self._text[start:end], self._source, (Segment(0, start, end - start),))


def _is_made(node: Node) -> bool:
    """Say whether a word or assignment may hold a substitution."""
    if node.type == "command_name" and node.child_count:
        node = node.children[0]
    return node.child_count > 0


def redirected(
    statement: model.Statement | None,
    redirects: tuple[model.Redirect, ...],
    place: Place,
    inner: tuple[model.Block, ...],
) -> model.Statement:
    """Return a statement with redirections, which belong to its last command; those of a compound one are left out."""
    if statement is None:
        return model.Call((), (), place, redirects=redirects, inner=inner)
    if isinstance(statement, model.Call):
        return replace(statement, redirects=(*statement.redirects, *redirects), inner=(*statement.inner, *inner))
    if isinstance(statement, model.Pipeline) and statement.members:
        last = redirected(statement.members[-1], redirects, place, inner)
        return replace(statement, members=(*statement.members[:-1], last))
    if isinstance(statement, model.AndOr):
        operator, last = statement.parts[-1]
        return replace(statement, parts=(*statement.parts[:-1], (operator, redirected(last, redirects, place, inner))))
    return statement
