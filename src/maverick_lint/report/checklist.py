"""The standard as a checklist of a repository: each section with its rules, and whether they are met.

A rule is violated when it has a finding that nothing silences, met when it was judged and has none, and does not apply
when the repository holds nothing that it is about. Titles name faults, so only what is violated shows its title: beside
a tick it would be read as the opposite.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.report.text import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.rule import Rule

SECTIONS: Final = {
    "1": "Deploys pull versioned artifacts and never build",
    "2": "What a deployment delivers",
    "3": "Tasks and their single source of truth",
    "4": "Quality gates from the first day",
    "5": "The stack: required technologies and banned complexity",
    "6": "Docker images and Compose",
    "7": "The deploy pipeline",
    "8": "Zero-downtime deployment",
    "9": "Monitoring and essential alerts",
    "10": "Checks before and after a deployment",
    "11": "What a deployment change leaves alone",
    "12": "File size and incident reports",
    "13": "Common failures",
    "14": "Rollback and circuit breaker",
    "15": "Handoff and task completion",
}
STATES: Final = {"violated": "[ ]", "met": "[x]", "does not apply": "[-]"}


@record
class Entry:
    """A rule in the checklist: its state, and where it is violated with what is said there."""

    rule: Rule
    state: str
    places: tuple[tuple[str, str], ...]


def entries(
    rules: Iterable[Rule],
    findings: Sequence[Finding],
    kinds: Iterable[str],
    facts: Iterable[str],
    absent: Collection[str] = (),
) -> dict[str, list[Entry]]:
    """Return the checklist by section; `kinds` and `facts` are those that the repository holds.

    `absent` has the ids of rules whose subject it does not hold, although it has files of their kinds.
    """
    present, stated = set(kinds), set(facts)
    places: dict[str, list[tuple[str, str]]] = {}
    for finding in findings:
        start = finding.location.start
        place = f"{printable(finding.location.path)}:{start.line}:{start.column}"
        places.setdefault(finding.rule, []).append((place, printable(finding.message)))
    listed: dict[str, list[Entry]] = {section: [] for section in SECTIONS}
    for rule in rules:
        state = _state(rule, places, present, stated)
        if state == "met" and rule.id in absent:
            state = "does not apply"
        entry = Entry(rule, state, tuple(places.get(rule.id, ())))
        for section in (part.strip() for part in rule.standard.split(",")):
            if section in listed:
                listed[section].append(entry)
    return {section: found for section, found in listed.items() if found}


def _state(rule: Rule, places: Collection[str], kinds: set[str], facts: set[str]) -> str:
    if rule.id in places:
        return "violated"
    if rule.needs == ("stack",):
        applies = not rule.facts or not facts.isdisjoint(rule.facts)
    else:
        applies = "*" in rule.needs or not kinds.isdisjoint(rule.needs)
    return "met" if applies else "does not apply"


def as_text(checklist: dict[str, list[Entry]]) -> str:
    """Return the checklist for a terminal."""
    lines = []
    for section, found in checklist.items():
        lines += [f"§ {section} {SECTIONS[section]}", ""]
        for entry in found:
            said = f"violated: {entry.rule.title}" if entry.state == "violated" else entry.state
            lines.append(f"  {STATES[entry.state]} {entry.rule.id}: {said}")
            lines += [f"        {place} {message}" for place, message in entry.places]
        lines.append("")
    return "\n".join([*lines, _counted(checklist)]) + "\n"


def as_markdown(checklist: dict[str, list[Entry]]) -> str:
    """Return the checklist as Markdown, to be pasted into a review."""
    lines = ["# The standard", "", _counted(checklist), ""]
    for section, found in checklist.items():
        lines += [f"## § {section} {SECTIONS[section]}", ""]
        for entry in found:
            if entry.state == "violated":
                lines.append(f"- [ ] `{entry.rule.id}` violated: {_inline(entry.rule.title)}")
                lines += [f"  - `{place}` {_inline(message)}" for place, message in entry.places]
            elif entry.state == "met":
                lines.append(f"- [x] `{entry.rule.id}` met")
        idle = [f"`{entry.rule.id}`" for entry in found if entry.state == "does not apply"]
        if idle:
            # No box: a review cannot tick what the repository has no use for.
            lines.append(f"- Does not apply: {', '.join(idle)}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _inline(text: str) -> str:
    """Return a text for a line of Markdown: outside code no sign of it is markup."""
    parts = text.split("`")
    return "`".join(
        part if number % 2 else re.sub(r"([\\*_\[\]<>|])", r"\\\1", part) for number, part in enumerate(parts)
    )


def as_json(checklist: dict[str, list[Entry]]) -> str:
    """Return the checklist as JSON."""
    data = [
        {
            "section": section,
            "title": SECTIONS[section],
            "rules": [
                {
                    "id": e.rule.id,
                    "title": e.rule.title,
                    "level": e.rule.level,
                    "state": e.state,
                    "places": [place for place, _ in e.places],
                    "messages": [message for _, message in e.places],
                }
                for e in found
            ],
        }
        for section, found in checklist.items()
    ]
    return json.dumps(data, indent=2) + "\n"


def _counted(checklist: dict[str, list[Entry]]) -> str:
    states = {entry.rule.id: entry.state for found in checklist.values() for entry in found}
    counts = {state: sum(one == state for one in states.values()) for state in STATES}
    return (
        f"{len(states)} rules: {counts['met']} met, {counts['violated']} violated, "
        f"{counts['does not apply']} do not apply."
    )
