"""Tables with bars: how many findings of each level a section, a rule or a file has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from maverick_lint.report.checklist import SECTIONS
from maverick_lint.report.html.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.rule import Rule

LEVELS: Final = ("error", "warning", "note")
_MOST: Final = 12
_NO_SECTION: Final = "No section"


def sections_of(found: Finding, rules: Mapping[str, Rule]) -> list[str]:
    """Return the sections of the standard that a finding's rule stands for; [""] for none."""
    rule = rules.get(found.rule)
    named = [part.strip() for part in rule.standard.split(",")] if rule is not None else []
    return [one for one in named if one in SECTIONS] or [""]


def section_name(section: str) -> str:
    """Return `§ 6 Docker images and Compose`."""
    return f"§ {section} {SECTIONS[section]}" if section in SECTIONS else _NO_SECTION


def by_section(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> str:
    """Return the table of the sections; a finding of a rule with two sections counts in both."""
    counted: dict[str, Counter[str]] = {section: Counter() for section in (*SECTIONS, "")}
    for found in findings:
        for section in sections_of(found, rules):
            counted[section][found.level] += 1
    rows = [
        (section_name(key), f'data-pick="section" data-value="{key}"' if key and counts else "", counts)
        for key, counts in counted.items()
        if key or counts
    ]
    return _table("Levels by section of the standard", "Section", rows, len(rows))


def by_rule(findings: Iterable[Finding]) -> str:
    """Return the table of the rules with the most findings; the others are behind a click."""
    counted: dict[str, Counter[str]] = {}
    for found in findings:
        counted.setdefault(found.rule, Counter())[found.level] += 1
    rows = [(rule, f'data-pick="rule" data-value="{escaped(rule)}"', counts) for rule, counts in _ordered(counted)]
    return _table("Rules", "Rule", rows, _MOST)


def by_file(findings: Iterable[Finding]) -> str:
    """Return the table of the files with the most findings; the others are behind a click."""
    counted: dict[str, Counter[str]] = {}
    for found in findings:
        counted.setdefault(found.location.path, Counter())[found.level] += 1
    rows = [(path, f'data-file="{escaped(path)}"', counts) for path, counts in _ordered(counted)]
    return _table("Files", "File", rows, _MOST)


def _ordered(counted: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    return sorted(counted.items(), key=lambda item: (-item[1].total(), item[0]))


def _table(title: str, head: str, rows: list[tuple[str, str, Counter[str]]], most: int) -> str:
    largest = max((counts.total() for _, _, counts in rows), default=1) or 1
    columns = "".join(f'<th scope="col" class="number">{level}s</th>' for level in LEVELS)
    top = f'<thead><tr><th scope="col">{head}</th>{columns}<td></td></tr></thead>'
    lines = [_row(name, pick, counts, largest) for name, pick, counts in rows]
    more = ""
    if len(lines) > most:
        rest = f"<summary>{len(lines) - most} more</summary><table>{top}<tbody>{''.join(lines[most:])}</tbody></table>"
        more = f"<details>{rest}</details>"
    return f"<section><h2>{title}</h2><table>{top}<tbody>{''.join(lines[:most])}</tbody></table>{more}</section>"


def _row(name: str, pick: str, counts: Counter[str], largest: int) -> str:
    cell = f'<button type="button" class="pick" {pick}>{escaped(name)}</button>' if pick else escaped(name)
    numbers = "".join(f'<td class="number">{counts[level] or "·"}</td>' for level in LEVELS)
    x = 0.0
    bars = []
    for level in LEVELS:
        wide = round(100 * counts[level] / largest, 2)
        if wide:
            bars.append(f'<rect class="fill-{level}" x="{x:g}" y="0" width="{wide:g}" height="16"/>')
            x = round(x + wide, 2)
    drawn = f'<svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">{"".join(bars)}</svg>'
    return f'<tr><th scope="row">{cell}</th>{numbers}<td class="bars">{drawn}</td></tr>'
