"""shell/hidden-failure: what a script hides from `set -e` and from its own conditions."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._deeds.loops import blocks_in
from maverick_lint.formats._deeds.strictness import options_of
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.shell.model import ShellScript

# Commands of which nobody expects that they fail.
_SURE: Final = frozenset({
    "echo", "printf", "date", "basename", "dirname", "pwd", "cd", "uname", "hostname", "whoami", "id", "seq", "expr",
    "nproc", "tput", "readlink", "realpath", "true", ":", "tty", "arch", "getconf", "locale", "logname", "sed", "tr",
    "cut", "awk", "wc", "sort", "head", "tail", "cat", "command", "which", "type", "env", "jq", "grep", "egrep",
    "fgrep", "pgrep", "pidof",
})  # fmt: skip
# Commands that pass on what they read, and succeed whatever it was.
_PASSING: Final = frozenset(
    {"tee", "cat", "sed", "tr", "cut", "sort", "head", "tail", "logger", "ts", "indent", "less"}
)
_LEAVING: Final = frozenset(
    {"exit", "return", "false", "true", ":", "continue", "break", "usage", "die", "fail", "shift"}
)
_DEEPEST: Final = 12
_LENIENT: Final = re.compile(r"set\s+\+(?:\w*e|o\s+errexit)")
_STATUS: Final = re.compile(
    r"\[\[?\s+[\"']?\$\{?\?\}?[\"']?\s+(?:-ne|-eq|-gt|!=|==?)\s+[\"']?0[\"']?\s+\]|\(\(\s*\$\?\s*(?:!=|==|>)\s*0\s*\)\)"
)


def check(document: Document[ShellScript], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield declarations, conditions and lists behind which a failure cannot be seen."""
    script = document.model.script
    if not script.read:
        return
    held = options_of(script).names
    piped = "pipefail" in script.source.text
    if "errexit" in held and "$?" in script.source.text and not _LENIENT.search(script.source.text):
        yield from _dead(script.body)
    for node, tested in _nodes(script.body):
        if isinstance(node, syntax.Call) and node.keyword and node.inner and "errexit" in held:
            yield from _declared(node, script.source.text)
        elif isinstance(node, syntax.Pipeline) and tested and not piped:
            yield from _piped(node)
        elif isinstance(node, syntax.AndOr):
            yield from _either(node)


def _dead(block: syntax.Block, depth: int = 0) -> Iterator[Hit]:
    """Yield questions for the status of a command at whose failure `set -e` has ended the script already.

    In functions it may have been switched off: whoever calls one in a condition does so.
    """
    for item in block:
        if isinstance(item.node, syntax.If) and depth < _DEEPEST:
            for body in (*(body for _, body in item.node.branches), item.node.otherwise or ()):
                yield from _dead(body, depth + 1)
    for item, after in pairwise(block):
        if not (isinstance(item.node, syntax.Call) and item.node.words and isinstance(after.node, syntax.If)):
            continue
        name, condition = item.node.words[0].text or "", after.node.branches[0][0]
        test = condition[0].node if len(condition) == 1 else None
        plain = not item.node.keyword and not item.background and name and name not in _SURE - {"sed", "grep"}
        if plain and isinstance(test, syntax.Test) and _STATUS.match(test.raw):
            yield Hit(test.place, {"command": name}, case="dead")


def _nodes(block: syntax.Block, depth: int = 0, *, tested: bool = False) -> Iterator[tuple[syntax.Statement, bool]]:
    """Yield every statement, and whether its status is asked for."""
    if depth > _DEEPEST:
        return
    for item in block:
        node = item.node
        yield node, tested
        if isinstance(node, syntax.If):
            for condition, body in node.branches:
                yield from _nodes(condition, depth + 1, tested=True)
                yield from _nodes(body, depth + 1)
            yield from _nodes(node.otherwise or (), depth + 1)
        elif isinstance(node, syntax.AndOr):
            after = [part for _, part in node.parts[1:]]
            for number, (_, part) in enumerate(node.parts):
                asked = tested or (number < len(after) and not _is_harmless(after[number]))
                yield from _nodes((syntax.Item(part),), depth + 1, tested=asked)
        elif isinstance(node, syntax.Loop):
            yield from _nodes(node.condition, depth + 1, tested=True)
            for inner in (*node.inner, node.body):
                yield from _nodes(inner, depth + 1)
        elif isinstance(node, syntax.Not):
            yield from _nodes((syntax.Item(node.node),), depth + 1, tested=True)
        elif isinstance(node, syntax.Function):
            yield from _nodes(node.body, depth + 1)
        else:
            for inner in blocks_in(node):
                yield from _nodes(inner, depth + 1)


def _is_harmless(node: syntax.Statement) -> bool:
    """Say whether a statement does nothing with the status before it: `|| true`, `|| echo ...`."""
    words = node.words if isinstance(node, syntax.Call) else ()
    return bool(words) and words[0].text in ("true", ":", "echo", "printf")


def _declared(call: syntax.Call, text: str) -> Iterator[Hit]:
    names = [_first(inner) for inner in call.inner]
    sure = [name for name in names if name is None]
    risky = [name for name in names if name]
    if sure or not risky:
        return
    for one in call.assignments:
        raw = one.value.raw if one.value is not None else ""
        command = next((name for name in risky if name in raw), None)
        if command is None or not raw.strip('"').startswith(("$(", "`")) or _is_looked_at(one.name, text):
            continue
        yield Hit(one.place, {"keyword": call.keyword, "command": command})


def _first(block: syntax.Block) -> str | None:
    """Return the command that a substitution runs; "" when it cannot fail, None when its failure is dealt with."""
    found = ""
    for item in block:
        node = item.node
        if isinstance(node, syntax.AndOr) and any(operator == "||" for operator, _ in node.parts):
            return None
        calls = node.members if isinstance(node, syntax.Pipeline) else (node,)
        last = calls[-1]
        name = (last.words[0].text or "") if isinstance(last, syntax.Call) and last.words else ""
        found = "" if name in _SURE else name
    return found


def _is_looked_at(name: str, text: str) -> bool:
    return re.search(rf"-[zn] +\"?\$\{{?{name}\b|\$\{{{name}:\?", text) is not None


def _piped(pipeline: syntax.Pipeline) -> Iterator[Hit]:
    first, last = pipeline.members[0], pipeline.members[-1]
    if isinstance(first, syntax.Not):  # `! a | b` turns the status of the pipe as a whole
        first = first.node
    if not (isinstance(first, syntax.Call) and isinstance(last, syntax.Call) and first.words and last.words):
        return
    name, command = last.words[0].text or "", first.words[0].text or ""
    if name in _PASSING and command and command not in _SURE:
        span = Span(first.place.span.start, pipeline.place.span.end)
        yield Hit(Place(pipeline.place.path, span), {"last": name, "command": command}, case="condition")


def _either(node: syntax.AndOr) -> Iterator[Hit]:
    if [operator for operator, _ in node.parts] != ["", "&&", "||"]:
        return
    (_, first), (_, then), (_, other) = node.parts
    asks = isinstance(first, syntax.Test) or (
        isinstance(first, syntax.Call) and bool(first.words) and first.words[0].text == "test"
    )
    if not (asks and isinstance(then, syntax.Call) and isinstance(other, syntax.Call)):
        return
    if not (then.words and other.words):
        return
    command, second = then.words[0].text or "", other.words[0].text or ""
    if command and second and command not in _SURE | _LEAVING | {"."} and second not in _SURE | _LEAVING:
        yield Hit(then.place, {"command": command, "other": second}, case="either", level="note")
