"""What the pipelines of a template use and give: labels, the value, and the results of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span
from maverick_lint.formats._gotemplate.model import Asked, Template, Use

if TYPE_CHECKING:
    from maverick_lint.formats._gotemplate.action import Operand, Pipeline

_LANGUAGE_WORDS: Final = (
    "and call html index slice js len not or print printf println urlquery eq ne lt le gt ge true false nil"
)
_LANGUAGE: Final = frozenset(_LANGUAGE_WORDS.split())


@record
class Value:
    """What a pipeline gives.

    kind   "root" (the data of the template), "vector" or "sample" of a query, "text", or "" when unknown
    query  the number of the query, or of the text
    """

    kind: str = ""
    query: int = -1


ROOT: Final = Value("root")
UNKNOWN: Final = Value()


class Meaning:
    """Notes what the actions of a template use, in the order of the text."""

    def __init__(self, template: Template) -> None:
        """Take the template that is filled in."""
        self.template = template
        self.dot = ROOT
        self.variables: dict[str, Value] = {"$": ROOT}
        self.action = 0
        self.words: tuple[str, ...] = ()
        self.texts: list[Asked] = []

    def begin(self, action: int, words: tuple[str, ...]) -> None:
        """Begin an action: its number, and its words."""
        self.action, self.words = action, words

    def entry(self, value: Value) -> Value:
        """Return what an entry of a value is."""
        return Value("sample", value.query) if value.kind == "vector" else UNKNOWN

    def set(self, name: str, value: Value, pipeline: Pipeline) -> None:
        """Note what a variable was set to."""
        self.variables[name] = UNKNOWN if value.kind == "root" and pipeline.commands[0][0].path != (".",) else value
        only = pipeline.commands[0][0] if len(pipeline.commands) == 1 and len(pipeline.commands[0]) == 1 else None
        if only is not None and only.kind in ("variable", "field") and value.kind in ("", "root"):
            self.template.aliases[name] = self.template.resolve(only.path)
        else:
            self.template.aliases.pop(name, None)

    def read(self, pipeline: Pipeline, declared: list[str]) -> Value:
        """Note what a pipeline uses; return what it gives."""
        value, before = UNKNOWN, False
        given: tuple[str, ...] = ()
        for command in pipeline.commands:
            value, given = self._command(command, value if before else None, declared, given)
            before = True
        return value

    def _command(
        self, command: tuple[Operand, ...], piped: Value | None, declared: list[str], given: tuple[str, ...]
    ) -> tuple[Value, tuple[str, ...]]:
        first = command[0]
        values = [self._operand(operand, command, index, declared) for index, operand in enumerate(command)]
        path: tuple[str, ...] = first.path if first.kind in ("variable", "field") else ()
        if first.kind != "word":
            return values[0], path if len(command) == 1 else ()
        if first.text not in _LANGUAGE:
            self.template.functions.append((first.text, first.span))
        last = command[-1] if len(command) > 1 else None
        taken = given if last is None else (last.path if last.kind in ("variable", "field") else ())
        self.template.calls.append((first.text, self.template.resolve(taken), first.span))
        argument = piped if piped is not None else values[-1] if last is not None else None
        return self._called(first, argument or UNKNOWN, command), ()

    def _called(self, first: Operand, argument: Value, command: tuple[Operand, ...]) -> Value:
        name = first.text
        if name == "query":
            known = argument.kind == "text"
            self.template.queries.append(self.texts[argument.query] if known else Asked(None, first.span))
            return Value("vector", len(self.template.queries) - 1)
        if name in ("first", "sortByLabel"):
            kind = "sample" if name == "first" else "vector"
            return Value(kind, argument.query) if argument.kind == "vector" else UNKNOWN
        if name == "label" and len(command) > 1 and command[1].kind == "string" and argument.kind == "sample":
            text = command[1].text[1:-1]
            self._use((".Labels", text), command[1].span, argument.query)
        if name == "printf" and len(command) > 1 and command[1].kind == "string":
            return self._text(command[1], formatted=True)
        return UNKNOWN

    def _text(self, operand: Operand, *, formatted: bool = False) -> Value:
        span = Span(operand.span.start + 1, operand.span.end - 1)
        self.texts.append(Asked(operand.text[1:-1], span, formatted))
        return Value("text", len(self.texts) - 1)

    def _operand(self, operand: Operand, command: tuple[Operand, ...], index: int, declared: list[str]) -> Value:
        if operand.kind == "group" and operand.group is not None:
            value = self.read(operand.group, declared)
            if operand.path and value.kind == "sample":
                self._use(("." + operand.path[0], *operand.path[1:]), operand.span, value.query)
            return UNKNOWN if operand.path else value
        if operand.kind == "word" and index and operand.text not in _LANGUAGE:
            self.template.functions.append((operand.text, operand.span))
        if operand.kind == "string":
            return self._text(operand)
        if operand.kind not in ("variable", "field"):
            return UNKNOWN
        path, span = operand.path, operand.span
        name = path[0]
        if operand.kind == "variable" and name not in declared:
            span = Span(span.start, span.start + len(name))
            self.template.faults.append((span, f"the variable `{name}` is not defined"))
            return UNKNOWN
        base = self.variables.get(name, UNKNOWN) if operand.kind == "variable" else self.dot
        if command[0].text == "index" and index == 1 and len(command) > 2 and command[2].kind == "string":  # noqa: PLR2004
            path, span = (*path, command[2].text[1:-1]), command[2].span
        if operand.kind == "variable" and base.kind and len(path) > 1:
            self._use(("." + path[1], *path[2:]), span, _origin(base))
        else:
            self._use(path, span, None if operand.kind == "variable" else _origin(base))
        whole = len(path) == 1 and (operand.kind == "variable" or name == ".")
        return base if whole else UNKNOWN

    def _use(self, path: tuple[str, ...], span: Span, dot: int | None) -> None:
        self.template.uses.append(Use(path, span, self.action, self.words, dot))


def _origin(value: Value) -> int | None:
    return None if value.kind == "root" else value.query if value.kind == "sample" else -1
