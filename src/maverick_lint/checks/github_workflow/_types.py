"""Where the kinds of values in an expression do not fit together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr.evaluate import placeholders
from maverick_lint.formats._actions_expr.tree import Binary, Call, Literal, Member, Name, Not, path_of
from maverick_lint.formats.github.kinds import SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.formats._actions_expr.tree import Expression
    from maverick_lint.formats.github.kinds import Kind, Kinds
    from maverick_lint.formats.github.model import Job

Fault = tuple["Expression", str, dict[str, str]]
NOUNS: Final = {
    "text": "a text", "number": "a number", "boolean": "true or false", "list": "a list", "object": "an object",
    "word": "a single value",
}  # fmt: skip
_BOOLEAN: Final = frozenset({"contains", "startswith", "endswith", "always", "success", "failure", "cancelled"})
_TEXT: Final = frozenset({"format", "join", "tojson", "hashfiles"})
_LOGICAL: Final = ("&&", "||")


class Types:
    """The kinds of the expressions of a job (None: of what stands outside of jobs)."""

    def __init__(self, kinds: Kinds, job: Job | None) -> None:
        """Take what is known of the contexts."""
        self._kinds = kinds
        self._job = job

    def of(self, tree: Expression) -> Kind:
        """Return the kind of an expression's value, "" where it is not known."""
        if isinstance(tree, Literal):
            return _of_literal(tree)
        if isinstance(tree, Member | Name):
            path = path_of(tree)
            return "" if path is None else self._kinds.of(path, self._job)
        if isinstance(tree, Not):
            return "boolean"
        if isinstance(tree, Binary):
            if tree.operator not in _LOGICAL:
                return "boolean"
            left, right = self.of(tree.left), self.of(tree.right)
            return left if left == right else "word" if {left, right} <= SCALARS else ""
        name = tree.name.lower()
        return "boolean" if name in _BOOLEAN else "text" if name in _TEXT else ""

    def faults(self, parts: Iterable[Expression]) -> Iterator[Fault]:
        """Yield what does not fit in an expression, given all of its parts: the part, the case, and what it names."""
        for part in parts:
            if isinstance(part, Binary) and part.operator not in _LOGICAL:
                yield from self._comparison(part)
            elif isinstance(part, Call):
                yield from self._call(part)
            elif isinstance(part, Member):
                yield from self._member(part)

    def _comparison(self, part: Binary) -> Iterator[Fault]:
        left, right = self.of(part.left), self.of(part.right)
        for one, other, side in ((left, right, part.left), (right, left, part.right)):
            if one in ("list", "object") and (other in SCALARS or part.operator not in ("==", "!=")):
                yield side, "compared", {"kind": NOUNS[one]}
                return
            if one == "boolean" and isinstance(side, Member) and part.operator in ("==", "!="):
                against = part.right if side is part.left else part.left
                if isinstance(against, Literal) and against.value in ("true", "false"):
                    yield against, "quoted", {"value": str(against.value)}

    def _call(self, part: Call) -> Iterator[Fault]:
        name = part.name.lower()
        kinds = [self.of(argument) for argument in part.arguments]
        if name in ("startswith", "endswith", "contains", "hashfiles"):
            for index, (argument, kind) in enumerate(zip(part.arguments, kinds, strict=True)):
                wrong = ("object",) if name == "contains" and index == 0 else ("list", "object")
                if kind in wrong:
                    yield argument, "argument", {"function": part.name, "kind": NOUNS[kind]}
        elif name == "join" and kinds and kinds[0] == "object":
            yield part.arguments[0], "argument", {"function": part.name, "kind": NOUNS["object"]}
        elif name == "format":
            yield from _format(part)
        elif name == "fromjson":
            yield from _from_json(part)
        elif name == "case" and len(kinds) % 2 == 0:
            yield part, "case", {}
        elif name == "case":
            yield from (
                (argument, "predicate", {"kind": NOUNS[kind]})
                for argument, kind in zip(part.arguments[:-1:2], kinds[:-1:2], strict=True)
                if kind not in ("", "boolean", "word")
            )

    def _member(self, part: Member) -> Iterator[Fault]:
        kind = self.of(part.of)
        if kind in SCALARS and not (isinstance(part.of, Member) and self._event(part.of)):
            yield part, "scalar", {"of": _written(part.of), "kind": NOUNS[kind]}

    def _event(self, part: Member) -> bool:
        """Say whether a context belongs to the payload of an event, of which another rule speaks."""
        return (path_of(part) or ())[:2] == ("github", "event")


def _of_literal(tree: Literal) -> Kind:
    if tree.value is None:
        return ""
    if isinstance(tree.value, bool):
        return "boolean"
    return "text" if isinstance(tree.value, str) else "number"


def _written(part: Expression) -> str:
    return ".".join(path_of(part) or ("it",))


def _format(part: Call) -> Iterator[Fault]:
    template = part.arguments[0] if part.arguments else None
    if not isinstance(template, Literal) or not isinstance(template.value, str):
        return
    pieces, stray = placeholders(template.value)
    if stray:
        yield template, "brace", {"sign": "opening" if stray == "{" else "closing"}
        return
    used = {piece for piece in pieces if isinstance(piece, int)}
    count = len(part.arguments) - 1
    if used and max(used) >= count:
        yield template, "placeholder", {"number": str(max(used)), "count": str(count)}
    for index, argument in enumerate(part.arguments[1:]):
        if index not in used:
            yield argument, "unused", {"number": str(index)}


def _from_json(part: Call) -> Iterator[Fault]:
    given = part.arguments[0] if len(part.arguments) == 1 else None
    if not isinstance(given, Literal) or not isinstance(given.value, str):
        return
    try:
        json.loads(given.value)
    except ValueError as error:
        yield given, "json", {"problem": str(error).partition(":")[0].lower()}
    except RecursionError:
        return
