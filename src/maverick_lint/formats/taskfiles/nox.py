"""Sessions of a noxfile.py (https://nox.thea.codes/en/stable/config.html, read 2025), read without running it."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING, Final

from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Span
from maverick_lint.formats.taskfiles.model import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUNS: Final = frozenset({"run", "run_always", "run_install"})
_LIMIT: Final = 300_000

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def nox_targets(source: Source) -> tuple[Target, ...] | None:
    """Return the sessions with the commands that they give as literals; None when the text is no Python."""
    if len(source.text) > _LIMIT:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    offsets = _Offsets(source)
    functions = {node.name: node for node in tree.body if isinstance(node, _Function)}
    listed = _options(tree)
    found: list[Target] = []
    for node in functions.values():
        decorator = next((item for item in node.decorator_list if _is_session(item)), None)
        if decorator is None:
            continue
        name = _keyword(decorator, "name") or node.name
        at = offsets.of(node.lineno, node.col_offset)
        at = source.text.find(node.name, at)
        scripts = tuple((script, False) for script in _scripts(source, node, functions, offsets))
        calls = tuple(_notified(node))
        default = name in listed if listed is not None else _keyword(decorator, "default") != "False"
        found.append(Target(name, Span(at, at + len(node.name)), scripts, calls, default=default))
    return tuple(found)


class _Offsets:
    """Turns a line and a column in UTF-8 bytes, as Python counts them, into an offset."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._starts = [0, *(at + 1 for at, sign in enumerate(source.text) if sign == "\n")]

    def of(self, line: int, column: int) -> int:
        """Return the offset of a place in the tree."""
        start = self._starts[min(line, len(self._starts)) - 1]
        head = self._text[start : start + column]
        return start + (column if head.isascii() else len(head.encode()[:column].decode(errors="ignore")))


def _is_session(node: ast.expr) -> bool:
    target = node.func if isinstance(node, ast.Call) else node
    name = target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""
    return name in ("session", "nox_session")


def _keyword(node: ast.expr, name: str) -> str:
    for keyword in node.keywords if isinstance(node, ast.Call) else ():
        if keyword.arg == name and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return ""


def _options(tree: ast.Module) -> frozenset[str] | None:
    """Return the sessions of `nox.options.sessions = [...]`; None when there is no such line."""
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.Assign) and isinstance(target, ast.Attribute) and target.attr == "sessions":
            value = node.value
            items = value.elts if isinstance(value, (ast.List, ast.Tuple, ast.Set)) else ()
            return frozenset(str(item.value) for item in items if isinstance(item, ast.Constant))
    return None


def _scripts(source: Source, node: _Function, functions: dict[str, _Function], offsets: _Offsets) -> Iterator[Source]:
    """Yield what a session runs, and the functions of the file that it calls, each once."""
    pending, seen = [node], {node.name}
    while pending:
        for call in ast.walk(pending.pop()):
            if not isinstance(call, ast.Call):
                continue
            if isinstance(call.func, ast.Attribute) and call.func.attr in _RUNS:
                yield _command(source, call, offsets)
            elif isinstance(call.func, ast.Name) and call.func.id in functions and call.func.id not in seen:
                seen.add(call.func.id)
                pending.append(functions[call.func.id])


def _command(source: Source, call: ast.Call, offsets: _Offsets) -> Source:
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for argument in call.args:
        text = "${unknown}"
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            text = _quoted(argument.value)
        at = offsets.of(argument.lineno, argument.col_offset)
        end = offsets.of(argument.end_lineno or argument.lineno, argument.end_col_offset or argument.col_offset + 1)
        segments.append(Segment(length, at, max(end - at, 1)))
        parts.append(text)
        length += len(text) + 1
    return Source(source.path, " ".join(parts), parent=source, segments=tuple(segments))


def _quoted(text: str) -> str:
    plain = text and all(sign.isalnum() or sign in "-_./=:,@%+" for sign in text)
    return text if plain else "'" + text.replace("'", "'\\''") + "'"


def _notified(node: _Function) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "notify":
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value
