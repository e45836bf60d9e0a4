"""Patterns and values at their places, in whichever file of a configuration they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maverick_lint.core.span import Place, Span
from maverick_lint.formats.gitlab.keys import GLOBAL
from maverick_lint.formats.gitlab.lines import own, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.gitlab.lines import Section
    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value

# What gitlabci-local takes for "no container" (its README, 13.2, 2026-11-24).
_NO_IMAGES = frozenset({"local", "local:quiet", "local:silent"})
# A pattern looks from each word to the end of its line: no line that people write is as long, no script as full.
_LONG = 10_000
_MOST = 5_000
_LINE = re.compile(r"[^\n]{2001,}")
Match = tuple["Section", "re.Match[str]", Place]
Variable = tuple["Job | None", str, "Value", str]


def matches(ci: GitlabCi, pattern: str, *words: str) -> Iterator[Match]:
    """Yield where a pattern matches in a script that holds one of the words, comments left out.

    The pattern is a text: it is compiled where one of the words is met.
    """
    for section in sections(ci):
        text = section.source.text
        if not any(word in text for word in words):
            continue
        if len(text) > _LONG:
            if sum(text.count(word) for word in words) > _MOST:
                continue
            text = _LINE.sub(lambda match: " " * len(match[0]), text)
        for match in re.finditer(pattern, text):
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not before.lstrip().startswith("#") and " # " not in before:
                yield section, match, place_in(section, *match.span())


def place_in(section: Section, start: int, end: int) -> Place:
    """Return the place of a stretch of a script in its file."""
    return Place(section.source.path, section.source.outer(Span(start, end)))


def place_of(value: Value) -> Place:
    """Return the place of a value."""
    return Place(value.source.path, value.node.span)


def key_of(value: Value) -> Place:
    """Return the place of a value's key."""
    return Place(value.source.path, value.node.key_span())


def own_jobs(ci: GitlabCi, *, hidden: bool = False) -> Iterator[Job]:
    """Yield the jobs that are named in what this configuration answers for."""
    for job in ci.jobs:
        if own(ci, job.source.path) and (hidden or not job.hidden):
            yield job


def given(ci: GitlabCi, job: Job | None, key: str) -> Value | None:
    """Return what a job says of a key, or the default that it takes over."""
    if job is not None:
        said = job.get(key)
        if said is not None:
            return said
        inherit = job.value.at("inherit", "default")
        if inherit is not None and (
            inherit.node.value is False or (inherit.node.is_list and key not in [item.text for item in inherit.items()])
        ):
            return None
    default = ci.top.get("default")
    found = None if default is None else default.get(key)
    return found if found is not None else ci.top.get(key)


def keyed(ci: GitlabCi, key: str) -> Iterator[tuple[Job | None, Value]]:
    """Yield each value of a key that this configuration answers for, once: of jobs, of `default`, of the top level."""
    seen: set[tuple[str, int]] = set()
    default = ci.top.get("default")
    found: list[tuple[Job | None, Value | None]] = [(None, ci.top.get(key) if key in GLOBAL else None)]
    found.append((None, None if default is None else default.get(key)))
    found.extend((job, job.get(key)) for job in ci.jobs)
    for job, value in found:
        if value is None or value.node.tag == "!reference" or not own(ci, value.source.path):
            continue
        if _new(value, seen):
            yield job, value


def _new(value: Value, seen: set[tuple[str, int]]) -> bool:
    """Say whether a value was not met before, under its own name or an alias, and note it."""
    node = value.node if value.node.anchor is None else value.node.anchor
    place = (value.source.path, node.span.start)
    fresh = place not in seen
    seen.add(place)
    return fresh


def images(ci: GitlabCi) -> Iterator[tuple[Value, str]]:
    """Yield each image of jobs and services whose text is known, with that text."""
    seen: set[tuple[str, int]] = set()
    for key in ("image", "services"):
        for _, value in keyed(ci, key):
            for item in value.items() if key == "services" else [value]:
                name = item.get("name") if item.entries is not None else item
                if name is None or not name.text or "$" in name.text or "{{" in name.text or name.text in _NO_IMAGES:
                    continue
                if _new(name, seen):
                    yield name, name.text


def variables(ci: GitlabCi) -> tuple[Variable, ...]:
    """Return each variable with a text: its job (None for all), its name, the value and its text; worked out once."""
    found = ci.memo.get("variables")
    if not isinstance(found, tuple):
        found = ci.memo["variables"] = tuple(_variables(ci))
    return found


def _variables(ci: GitlabCi) -> Iterator[Variable]:
    seen: set[tuple[str, int]] = set()
    given: list[tuple[Job | None, Value | None]] = [(None, ci.top.get("variables"))]
    # What a job takes over by `extends` is met where it is written.
    given.extend((job, ci.top[job.name].get("variables")) for job in ci.jobs)
    for job, value in given:
        for name, one in ((value.entries if value is not None else None) or {}).items():
            at = one.get("value") if one.entries is not None else one
            if at is None or not at.node.is_scalar or at.node.value is None or not own(ci, at.source.path):
                continue
            if _new(at, seen):
                yield job, name, at, at.node.raw
