"""From the syntax tree to the model: statements, blocks and their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Place, Span
from maverick_lint.formats._shell import model
from maverick_lint.formats._shell.assigned import standing_alone
from maverick_lint.formats._shell.calls import CallBuilder, redirected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tree_sitter import Node

    from maverick_lint.core.source import Source
    from maverick_lint.formats._shell.variables import Variables

_DEEPEST: Final = 60
_MOST_STATEMENTS: Final = 12_000
_TESTS: Final = frozenset({"test_command"})
_KEYWORDS: Final = {"for": "for", "select": "select", "while": "while", "until": "until"}


class Builder:
    """Builds the model of one script."""

    def __init__(self, source: Source, variables: Variables) -> None:
        """Take the script and what is known of its variables."""
        self.source = source
        self._depth = 0
        self._statements = 0
        self._alone: set[int] = set()
        self._calls = CallBuilder(source, variables, self.blocks_in)

    def place(self, start: Node, end: Node | None = None) -> Place:
        """Return the place in the outermost file of a node, or from one node to another."""
        span = Span(start.start_byte, max((end or start).end_byte, start.start_byte))
        return Place(self.source.path, self.source.outer(span))

    def block(self, nodes: Iterable[Node]) -> model.Block:
        """Return the statements among sibling nodes."""
        if self._depth > _DEEPEST:
            return ()
        self._depth += 1
        items: list[model.Item] = []
        for node in nodes:
            alone = standing_alone(node, self.source.text)
            if alone and alone[0].start_byte not in self._alone:
                self._alone.add(alone[0].start_byte)
                items.append(model.Item(self._calls.assignments(alone)))
            if node.type == "&" and items:
                items[-1] = model.Item(items[-1].node, background=True)
            elif node.is_named and (statement := self.statement(node)) is not None:
                items.append(model.Item(statement))
        self._depth -= 1
        return tuple(items)

    def blocks_in(self, nodes: Iterable[Node]) -> tuple[model.Block, ...]:
        """Return the blocks of the substitutions below nodes, outermost ones only."""
        found: list[model.Block] = []
        stack = list(nodes)[::-1]
        while stack:
            node = stack.pop()
            if node.type in ("command_substitution", "process_substitution"):
                if block := self.block(node.children) or self._file(node):
                    found.append(block)
            elif node.child_count:
                stack.extend(reversed(node.children))
        return tuple(found)

    def _file(self, node: Node) -> model.Block:
        """Return what `$(< file)` reads, as a command without words."""
        redirects = [child for child in node.named_children if child.type == "file_redirect"]
        if not redirects:
            return ()
        made = tuple(one for child in redirects for one in self._calls.redirects(child))
        return (model.Item(redirected(None, made, self.place(node), ())),)

    def statement(self, node: Node) -> model.Statement | None:  # noqa: PLR0911 - one line for each kind of statement
        """Return the statement of a node; None for comments and the like, and beyond a fixed number of statements."""
        self._statements += 1
        if self._statements > _MOST_STATEMENTS:
            return None
        kind = node.type
        if kind in ("command", "variable_assignment", "variable_assignments", "declaration_command", "unset_command"):
            return self._calls.call(node)
        if kind == "redirected_statement":
            return self._redirected(node)
        if kind == "list":
            return self._list(node)
        if kind == "pipeline":
            return model.Pipeline(self._members(node), self.place(node))
        if kind == "if_statement":
            return self._if(node)
        if kind in ("for_statement", "while_statement", "c_style_for_statement"):
            return self._loop(node)
        if kind == "case_statement":
            return self._case(node)
        return self._enclosing(node)

    def _enclosing(self, node: Node) -> model.Statement | None:
        kind = node.type
        if kind == "negated_command":
            inner = self.block(node.named_children)
            return model.Not(inner[0].node, self.place(node)) if inner else None
        if kind in _TESTS or (kind == "compound_statement" and node.child_count and node.children[0].type == "(("):
            raw = self.source.text[node.start_byte : node.end_byte]
            return model.Test(raw, self.place(node), self.blocks_in(node.children))
        if kind in ("compound_statement", "subshell"):
            return model.Group(self.block(node.children), self.place(node), kind == "subshell")
        if kind == "function_definition":
            name = node.child_by_field_name("name")
            body = node.child_by_field_name("body")
            text = "" if name is None else self.source.text[name.start_byte : name.end_byte]
            return model.Function(text, self.block([] if body is None else [body]), self.place(node))
        if kind == "ERROR":
            return model.Broken(self.block(node.children), self.place(node))
        return None

    def _members(self, node: Node) -> tuple[model.Statement, ...]:
        return tuple(item.node for item in self.block(node.named_children))

    def _list(self, node: Node) -> model.Statement | None:
        """Flatten a list, which the tree nests to the left."""
        chain: list[tuple[str, Node]] = []
        current = node
        while current.type == "list" and current.named_child_count:
            children = [child for child in current.children if child.type not in ("comment", "\n")]
            operator = next((c.type for c in children[1:] if c.type in ("&&", "||")), "&&")
            if len(children) < 3:  # noqa: PLR2004 - left side, operator, right side
                break
            chain.append((operator, children[-1]))
            current = children[0]
        parts: list[tuple[str, model.Statement]] = []
        for operator, part in [("", current), *reversed(chain)]:
            self._depth += 1
            statement = self.statement(part) if self._depth <= _DEEPEST else None
            self._depth -= 1
            if statement is not None:
                parts.append((operator if parts else "", statement))
        return _and_or(parts, self.place(node))

    def _redirected(self, node: Node) -> model.Statement | None:
        body = node.child_by_field_name("body")
        statement = None if body is None else next((i.node for i in self.block([body])), None)
        redirects = [child for child in node.named_children if child.type.endswith("_redirect")]
        made = tuple(one for child in redirects for one in self._calls.redirects(child))
        statement = redirected(statement, made, self.place(node), self.blocks_in(redirects))
        for child in redirects:
            statement = self._after_heredoc(child, statement)
        return statement

    def _after_heredoc(self, redirect: Node, before: model.Statement) -> model.Statement:
        """Put what stands after `<<EOF` on its line (`| tee x`, `&& y`), which the tree keeps in the redirection."""
        statement = before
        operator = redirect.child_by_field_name("operator")
        for child in redirect.named_children:
            if child.type == "pipeline":
                statement = model.Pipeline((statement, *self._members(child)), self.place(redirect))
        right = redirect.child_by_field_name("right")
        if operator is not None and right is not None and (after := self.block([right])):
            parts = [("", statement), (operator.type, after[0].node)]
            statement = _and_or(parts, self.place(redirect)) or statement
        return statement

    def _if(self, node: Node) -> model.Statement:
        branches: list[tuple[model.Block, model.Block]] = []
        otherwise: model.Block | None = None
        own = [child for child in node.children if child.type not in ("elif_clause", "else_clause")]
        branches.append(self._branch(own))
        for clause in node.named_children:
            if clause.type == "elif_clause":
                branches.append(self._branch(clause.children))
            elif clause.type == "else_clause":
                otherwise = self.block(clause.children)
        return model.If(tuple(branches), otherwise, self.place(node))

    def _branch(self, children: Sequence[Node]) -> tuple[model.Block, model.Block]:
        then = next((n for n, child in enumerate(children) if child.type == "then"), len(children))
        return self.block(children[:then]), self.block(children[then:])

    def _loop(self, node: Node) -> model.Statement:
        body = node.child_by_field_name("body")
        head = (
            self.source.text[node.start_byte : body.start_byte if body is not None else node.end_byte]
            .strip()
            .rstrip("; \t\n")
        )
        variable = node.child_by_field_name("variable")
        values = node.children_by_field_name("value")
        condition = node.children_by_field_name("condition") if node.type == "while_statement" else []
        return model.Loop(
            keyword=_KEYWORDS.get(node.children[0].type, "for"),
            head=head,
            head_place=Place(self.source.path, self.source.outer(Span(node.start_byte, node.start_byte + len(head)))),
            body=self.block([] if body is None else body.children),
            place=self.place(node),
            condition=self.block(condition),
            variable="" if variable is None else self.source.text[variable.start_byte : variable.end_byte],
            values=tuple(word for value in values for word in self._calls.words(value)),
            inner=self.blocks_in(values),
        )

    def _case(self, node: Node) -> model.Statement:
        subject = node.child_by_field_name("value")
        arms = []
        for item in node.named_children:
            if item.type == "case_item":
                patterns = item.children_by_field_name("value")
                names = tuple(self.source.text[p.start_byte : p.end_byte] for p in patterns)
                start = next((n for n, child in enumerate(item.children) if child.type == ")"), 0)
                arms.append((names, self.block(item.children[start:])))
        words = () if subject is None else self._calls.words(subject)
        inner = self.blocks_in([] if subject is None else [subject])
        return model.Case(words[0] if words else None, tuple(arms), self.place(node), inner)


def _and_or(parts: list[tuple[str, model.Statement]], place: Place) -> model.Statement | None:
    if len(parts) < 2:  # noqa: PLR2004 - a list has two parts
        return parts[0][1] if parts else None
    flat: list[tuple[str, model.Statement]] = []
    for operator, statement in parts:
        if isinstance(statement, model.AndOr) and not flat:
            flat.extend(statement.parts)
        else:
            flat.append((operator, statement))
    return model.AndOr(tuple(flat), place)  # type: ignore[arg-type] # the operators are those of the tree
