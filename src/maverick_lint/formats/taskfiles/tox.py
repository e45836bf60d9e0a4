"""Environments of tox.ini and tox.toml (https://tox.wiki/en/4.23/config.html, read 2025)."""

from __future__ import annotations

import re
from itertools import product
from typing import Any, Final

from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Span
from maverick_lint.formats.taskfiles.embed import Pieces
from maverick_lint.formats.taskfiles.model import Target

_SECTION: Final = re.compile(r"^\[([^\]\r\n]+)\]", re.MULTILINE)
_KEY: Final = re.compile(
    r"^(?P<key>[A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*(?P<value>[^\r\n]*(?:\r?\n(?:[ \t]+[^\r\n]*|[ \t]*(?=\r?\n[ \t])))*)",
    re.MULTILINE,
)
_FACTOR: Final = re.compile(r"[ \t]*(?P<factors>!?[A-Za-z0-9_.{},!-]+):[ \t]+(?=\S)")
_BRACES: Final = re.compile(r"\{[^{}\r\n]*\}")
_GROUP: Final = re.compile(r"\{([^{}]*)\}")
_LONGEST_LIST: Final = 200

Section = dict[str, Span]


def tox_targets(source: Source) -> tuple[Target, ...]:
    """Return the environments; "testenv" stands for those that have no section of their own."""
    if source.path.endswith(".toml"):
        return _from_toml(source)
    sections = _sections(source.text)
    listed = _env_list(source, sections)
    found: list[Target] = []
    base = sections.get("testenv", ({}, Span(0, 0)))[0]
    for name, (keys, span) in sections.items():
        if name == "testenv" or name.startswith("testenv:"):
            own = name.removeprefix("testenv").removeprefix(":") or "testenv"
            spans = [keys.get(key, base.get(key)) for key in ("commands_pre", "commands", "commands_post")]
            scripts = [script for at in spans if at is not None for script in _scripts(source, at)]
            found.append(Target(own, span, tuple(scripts), default=not listed or own in listed))
    if "testenv" in sections and any(name not in {target.name for target in found} for name in listed):
        found = [target if target.name != "testenv" else _as_default(target) for target in found]
    return tuple(found)


def _as_default(target: Target) -> Target:
    return Target(target.name, target.span, target.scripts, target.calls, default=True)


def _sections(text: str) -> dict[str, tuple[Section, Span]]:
    found: dict[str, tuple[Section, Span]] = {}
    heads = list(_SECTION.finditer(text))
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        keys = {m.group("key").lower(): Span(*m.span("value")) for m in _KEY.finditer(text, head.end(), end)}
        found.setdefault(head.group(1).strip(), (keys, Span(*head.span(1))))
    return found


def _env_list(source: Source, sections: dict[str, tuple[Section, Span]]) -> frozenset[str]:
    keys = sections.get("tox", ({}, Span(0, 0)))[0]
    span = keys.get("env_list", keys.get("envlist"))
    if span is None:
        return frozenset()
    names: list[str] = []
    for part in re.split(r",(?![^{}]*\})|\s+", source.text[span.start : span.end]):
        names.extend(_combined(part.strip()))
    return frozenset(name for name in names if name)


def _combined(pattern: str) -> list[str]:
    """Return the names that `py{311,312}-lint` stands for."""
    groups = _GROUP.split(pattern)
    choices = [[item.strip() for item in part.split(",")] if odd % 2 else [part] for odd, part in enumerate(groups)]
    size = 1
    for choice in choices:
        size *= len(choice)
    return ["".join(parts) for parts in product(*choices)] if size <= _LONGEST_LIST else []


def _scripts(source: Source, span: Span) -> list[tuple[Source, bool]]:
    """Return each command line of a setting; one with `-` before it may fail."""
    scripts: list[tuple[Source, bool]] = []
    text = source.text
    position = span.start
    while position < span.end:
        end = _line_end(text, position, span.end)
        start = position
        factor = _FACTOR.match(text, start, end)
        start = factor.end() if factor is not None else start
        while start < end and text[start] in " \t\r\n":
            start += 1
        ignored = text[start : start + 1] == "-" and text[start + 1 : start + 2] in " \t"
        while start < end and text[start] in "-! \t":
            start += 1
        if start < end and text[start] != "#":
            scripts.append((_script(source, start, end), ignored))
        position = end + 1
    return scripts


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    while end > 0 and text[start:end].rstrip("\r").endswith("\\"):
        end = text.find("\n", end + 1, limit)
    return limit if end < 0 else end


def _script(source: Source, start: int, end: int) -> Source:
    """Return a command line as shell; what tox puts in for `{...}` is unknown, but for `{posargs:default}`."""
    pieces = Pieces(source)
    position = start
    for match in _BRACES.finditer(source.text, start, end):
        pieces.take(position, match.start())
        position = match.end()
        name, colon, _ = match.group()[1:-1].partition(":")
        if name in ("posargs", ""):
            if colon and name:
                pieces.take(match.start() + len("{posargs:"), match.end() - 1)
        elif name in ("envpython", "env_python", "base_python"):
            pieces.put("python", match.start(), match.end())
        elif name not in ("envbindir", "env_bin_dir"):
            pieces.put("${unknown}", match.start(), match.end())
        elif source.text[position : position + 1] in "/\\":
            position += 1
    pieces.take(position, end)
    return pieces.source()


def _from_toml(source: Source) -> tuple[Target, ...]:
    import tomllib

    try:
        data: dict[str, Any] = tomllib.loads(source.text) if len(source.text) < 500_000 else {}  # noqa: PLR2004 - as pyproject
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return ()
    listed = data.get("env_list", [])
    tables: dict[str, Any] = {"testenv": data.get("env_run_base", {}), **_table(data.get("env", {}))}
    found: list[Target] = []
    for name, table in tables.items():
        commands = _table(table).get("commands", _table(tables["testenv"]).get("commands", []))
        head = "[env_run_base]" if name == "testenv" else f"[env.{name}]"
        at = max(source.text.find(head), 0)
        span = Span(at, min(at + len(head), len(source.text)))
        lines = [
            " ".join(str(word) for word in line if isinstance(word, str)) for line in commands if isinstance(line, list)
        ]
        segment = Segment(0, at, len(head))
        scripts = tuple((Source(source.path, line, parent=source, segments=(segment,)), False) for line in lines)
        found.append(Target(name, span, scripts, default=not listed or name in listed))
    return tuple(found)


def _table(value: Any) -> dict[str, Any]:  # noqa: ANN401 - a TOML value may be anything
    return value if isinstance(value, dict) else {}
