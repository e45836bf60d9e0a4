"""Recipes of a justfile (https://just.systems/man/en, read 2025)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span
from maverick_lint.formats.taskfiles.embed import Pieces
from maverick_lint.formats.taskfiles.model import Target

if TYPE_CHECKING:
    from maverick_lint.core.source import Source

_RECIPE: Final = re.compile(r"@?(?P<name>[A-Za-z_][\w-]*)(?P<parameters>[^:\r\n]*):(?!=)(?P<needs>[^\r\n#]*)")
_NEED: Final = re.compile(r"\((?P<call>[A-Za-z_][\w-]*)[^()]*\)|(?P<plain>[A-Za-z_][\w-]*)")
_BRACES: Final = re.compile(r"\{\{[^{}\r\n]*\}\}")


def just_targets(source: Source) -> tuple[Target, ...]:
    """Return the recipes in the order of the file; `{{ }}` in them is unknown."""
    text = source.text
    found: list[Target] = []
    current: tuple[str, Span, tuple[str, ...]] | None = None
    lines: list[Span] = []

    def close() -> None:
        if current is not None:
            name, span, calls = current
            found.append(Target(name, span, _scripts(source, lines), calls, default=not found or name == "default"))
        lines.clear()

    starts = source.line_starts
    for number in range(1, len(starts) + 1):
        line = source.line_span(number)
        if line.start == line.end or not text[line.start : line.end].strip():
            continue
        if text[line.start] in " \t":
            lines.append(line)
            continue
        match = _RECIPE.match(text, line.start, line.end)
        close()
        current = None
        if match is not None and match.group("name") not in ("set", "alias", "export", "import", "mod"):
            calls = tuple(need.group("call") or need.group("plain") for need in _NEED.finditer(match.group("needs")))
            current = (match.group("name"), Span(*match.span("name")), calls)
    close()
    return tuple(found)


def _scripts(source: Source, lines: list[Span]) -> tuple[tuple[Source, bool], ...]:
    """Return the lines of a recipe as scripts: one each, or all as one when the first is `#!`."""
    text = source.text
    if lines and text[lines[0].start : lines[0].end].lstrip().startswith("#!"):
        shebang = text[lines[0].start : lines[0].end]
        if "sh" not in shebang:
            return ()
        return ((_script(source, Span(lines[0].start, lines[-1].end)), False),)
    scripts: list[tuple[Source, bool]] = []
    pending: int | None = None
    for line in lines:
        start = line.start if pending is None else pending
        if text[line.end - 1] == "\\":
            pending = start
            continue
        pending = None
        stop = start
        while stop < line.end and text[stop] in "@- \t":
            stop += 1
        scripts.append((_script(source, Span(stop, line.end)), "-" in text[start:stop]))
    return tuple(scripts)


def without_braces(source: Source) -> Source:
    """Return a script in which each `{{ }}` is an unknown shell variable."""
    return _script(source, Span(0, len(source.text)))


def _script(source: Source, line: Span) -> Source:
    pieces = Pieces(source)
    position = line.start
    for match in _BRACES.finditer(source.text, line.start, line.end):
        pieces.take(position, match.start())
        pieces.put("${unknown}", match.start(), match.end())
        position = match.end()
    pieces.take(position, line.end)
    return pieces.source()
