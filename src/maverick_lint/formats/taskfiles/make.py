"""Targets of a Makefile (GNU make manual 4.4: chapters 4 to 6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import builder, field
from maverick_lint.core.span import Span
from maverick_lint.formats.taskfiles.embed import Pieces
from maverick_lint.formats.taskfiles.model import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.source import Source

_LINE: Final = re.compile(r"(?:[^\\\r\n]|\\(?:\r\n|[\r\n]|[^\r\n]|\Z))*+(?:\r\n|[\r\n]|\Z)")
_VARIABLE: Final = re.compile(
    r"[ ]*(?:(?:export|override|private)[ \t]+)*(?P<name>[^\s:#=?+!$()]+)[ \t]*(?P<sign>:{0,3}=|\?=|\+=|!=)[ \t]*",
    re.DOTALL,
)
_RULE: Final = re.compile(r"[ ]*(?P<names>[^\s:=#][^:=#\r\n]*?)[ \t]*&?::?(?!=)(?P<rest>.*)", re.DOTALL)
_REFERENCE: Final = re.compile(
    r"\$(?:\$|\((?P<round>[^()\s]+)\)|\{(?P<curly>[^{}\s]+)\}|(?P<open>[({])|(?P<short>.))", re.DOTALL
)
_OPEN: Final = re.compile(r"^ *(?:-?include|sinclude)\b|^ *\$[({]|^[^\t\n#:=]*[$%][^\n:=]*:(?!=)", re.MULTILINE)
_DIRECTIVES: Final = (
    "ifeq",
    "ifneq",
    "ifdef",
    "ifndef",
    "else",
    "endif",
    "include",
    "-include",
    "sinclude",
    "vpath",
    "unexport",
)
_DEPTH: Final = 8
_LONGEST: Final = 50_000
_UNKNOWN: Final = "${unknown}"


@builder
class _Rule:
    """A rule while it is read: its targets, what they need, and its recipe lines as spans."""

    names: list[tuple[str, Span]]
    needs: str
    recipe: list[Span] = field(default_factory=list)


def make_targets(source: Source) -> tuple[Target, ...]:
    """Return the targets with a name, in the order of the file; variables of the file are put in."""
    rules, variables = _read(source.text)
    default = variables.get(".DEFAULT_GOAL", "").strip()
    found: list[Target] = []
    for rule in rules:
        needs = _expanded(rule.needs, variables).split()
        scripts = tuple(_script(source, line, variables) for line in rule.recipe)
        for name, span in rule.names:
            if name.startswith(".") and "/" not in name:
                continue
            default = default or (name if "%" not in name else "")
            calls = tuple(need for need in needs if need != "|")
            found.append(Target(name, span, scripts, calls, default == name))
    return tuple(found)


def is_open(text: str) -> bool:
    """Say whether a Makefile has targets that are not written in it: it includes files, or has patterns or macros."""
    return _OPEN.search(text) is not None


def _read(text: str) -> tuple[list[_Rule], dict[str, str]]:
    rules: list[_Rule] = []
    variables: dict[str, str] = {"MAKE": "make"}
    current: _Rule | None = None
    defining = False
    for start, end in _lines(text):
        line = text[start:end]
        word = line.split(None, 1)[0] if line.strip() else ""
        if defining or word == "define":
            defining = word != "endef"
        elif line.startswith("\t"):
            if current is not None and line.strip():
                current.recipe.append(Span(start + 1, end))
        elif not word or word.startswith("#") or word in _DIRECTIVES:
            continue
        elif (variable := _VARIABLE.match(line)) is not None:
            _assign(variables, variable, line)
        elif (match := _RULE.match(line)) is not None:
            current = _rule(match, start)
            if current is not None:
                rules.append(current)
    return rules, variables


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield logical lines: a backslash at the end of a line joins it with the next one."""
    position = 0
    while position < len(text):
        match = _LINE.match(text, position)
        end = match.end() if match is not None else len(text)
        stop = end
        while stop > position and text[stop - 1] in "\r\n":
            stop -= 1
        yield position, stop
        position = max(end, position + 1)


def _assign(variables: dict[str, str], match: re.Match[str], line: str) -> None:
    value = _without_comment(line[match.end() :]).strip()
    name, sign = match.group("name"), match.group("sign")
    if sign == "!=":
        variables.pop(name, None)
    elif sign == "+=":
        variables[name] = f"{variables.get(name, '')} {value}".strip()
    elif sign != "?=" or name not in variables:
        variables[name] = value


def _rule(match: re.Match[str], start: int) -> _Rule | None:
    head = match.group("rest")
    needs, semicolon, _ = head.partition(";")
    needs = _without_comment(needs)
    if _VARIABLE.match(needs):
        return None  # a variable of one target
    names = [
        (name.group(), Span(start + name.start(), start + name.end()))
        for name in re.compile(r"\S+").finditer(match.string, match.start("names"), match.end("names"))
        if "$" not in name.group()
    ]
    rule = _Rule(names, needs)
    if semicolon:
        at = start + match.start("rest") + head.index(";") + 1
        rule.recipe.append(Span(at, start + match.end("rest")))
    return rule


def _without_comment(text: str) -> str:
    return text.partition(" #")[0].partition("\t#")[0] if not text.startswith("#") else ""


def _script(source: Source, line: Span, variables: dict[str, str]) -> tuple[Source, bool]:
    """Return a recipe line as shell, and whether make throws its failure away (`-` before it)."""
    text = source.text
    start = line.start
    while start < line.end and text[start] in "@-+ \t":
        start += 1
    pieces = Pieces(source)
    position = start
    for match in _REFERENCE.finditer(text, start, line.end):
        if match.start() < position:
            continue
        pieces.take(position, match.start())
        end, value = _value(text, match, line.end, variables)
        pieces.put(value, match.start(), end)
        position = end
    pieces.take(position, line.end)
    return pieces.source(), "-" in text[line.start : start]


def _value(text: str, match: re.Match[str], limit: int, variables: dict[str, str]) -> tuple[int, str]:
    if match.group() == "$$":
        return match.end(), "$"
    name = match.group("round") or match.group("curly")
    if name is not None:
        return match.end(), _expanded(variables[name], variables) if name in variables else _UNKNOWN
    if match.group("open") is None:
        return match.end(), _UNKNOWN
    depth, position = 1, match.end()
    while position < limit and depth:
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(text[position], 0)
        position += 1
    return position, _UNKNOWN


def _expanded(text: str, variables: dict[str, str], depth: int = 0) -> str:
    """Return a text with the file's own variables put in; what is unknown becomes an unknown shell variable."""
    if "$" not in text or depth > _DEPTH or len(text) > _LONGEST:
        return text if "$" not in text else _UNKNOWN
    parts: list[str] = []
    position = 0
    for match in _REFERENCE.finditer(text):
        if match.start() < position:
            continue
        parts.append(text[position : match.start()])
        name = match.group("round") or match.group("curly")
        if name is not None and name in variables:
            parts.append(_expanded(variables[name], variables, depth + 1))
            position = match.end()
        else:
            position, value = _value(text, match, len(text), {})
            parts.append(value)
        if sum(map(len, parts[-2:])) > _LONGEST:
            return _UNKNOWN
    return "".join([*parts, text[position:]])[:_LONGEST]
