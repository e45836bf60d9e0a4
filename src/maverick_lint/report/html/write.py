"""The report as one page: the map, what was found by section, rule and file, and every finding with its lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, TextIO

from maverick_lint.report.html import charts
from maverick_lint.report.html.findings import excerpt, item, link
from maverick_lint.report.html.markup import escaped, header, page
from maverick_lint.report.map.drawing import drawing_of
from maverick_lint.report.map.html import section as map_section
from maverick_lint.report.text import summary
from maverick_lint.stack.map.draw import map_of
from maverick_lint.stack.map.model import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.rule import Rule
    from maverick_lint.report.model import Report

# Lines around a finding are shown until the list is this long, then its own line, then none; a page stays under 5 MB
# with 5,000 findings, and findings beyond the last limit are only counted.
_AROUND: Final = 2_500_000
_LINES: Final = 3_800_000
_LIMIT: Final = 20_000_000


def write(report: Report, out: TextIO) -> None:
    """Write the page."""
    links = [("findings", "Findings"), ("charts", "Sections, rules and files"), ("rules", "Rules")]
    drawn = _map(report)
    if drawn:
        links += [("map", "Map"), ("broken", "Broken joints"), ("parts", "Parts")]
    body = [
        header("maverick-lint", summary(report), tuple(links)),
        '<main id="main">',
        _totals(report),
        '<div id="charts">',
        charts.by_section(report.findings, report.rules),
        '<div class="tables">',
        charts.by_rule(report.findings),
        charts.by_file(report.findings),
        "</div></div>",
        _findings(report),
        _rules(report),
        drawn,
        "</main>",
    ]
    out.write(page("maverick-lint", "\n".join(body)))


def _map(report: Report) -> str:
    """Return the map of what was read; "" where nothing relies on anything."""
    drawn = joined((prefix, map_of(stack)) for prefix, stack in report.stacks)
    if not drawn.joints:
        return ""
    return map_section(drawing_of(drawn, report.findings, report.rules, report.source), report.source)


def _totals(report: Report) -> str:
    counts = report.counts()
    items = [f'<li><strong class="level {level}">{number}</strong>{level}s</li>' for level, number in counts.items()]
    items.append(f"<li><strong>{report.files}</strong>files checked</li>")
    items.append(f"<li><strong>{len(report.suppressed)}</strong>suppressed</li>")
    broken = "".join(
        f'<li class="finding error"><p><span class="level">{what}</span> {escaped(name)}</p></li>'
        for what, names in (("could not be read", report.unreadable), ("rule crashed", report.crashed))
        for name in names
    )
    return f'<ul class="totals">{"".join(items)}</ul><ol>{broken}</ol>'


def _findings(report: Report) -> str:
    if not report.findings:
        return '<section id="findings"><h2>Findings</h2><p>None.</p></section>'
    head = '<section id="findings"><h2>Findings</h2>'
    groups = []
    items = _items(report)
    for path, group in groupby(report.findings, key=lambda found: found.location.path):
        lines = [line for _ in group if (line := next(items, ""))]
        if lines:
            name = f"<h3>{escaped(path)} <span>({len(lines)})</span></h3>"
            groups.append(f'<section class="group">{name}<ol>{"".join(lines)}</ol></section>')
    rest = "".join(f"<p>{count} more findings do not fit here.</p>" for count in [sum(1 for _ in items)] if count)
    return f'{head}{_tools(report)}<div id="groups">{"".join(groups)}</div>{rest}</section>'


def _items(report: Report) -> Iterator[str]:
    """Yield each finding; "" for those that do not fit."""
    size = 0
    for found in report.findings:
        if size > _LIMIT:
            yield ""
            continue
        lines = excerpt(found.location, report.source, int(size < _AROUND)) if size < _LINES else ""
        text = item(found, report.rules, lines)
        size += len(text)
        yield text


def _tools(report: Report) -> str:
    rules = sorted({found.rule for found in report.findings})
    named = {one for found in report.findings for one in charts.sections_of(found, report.rules)} - {""}
    sections = sorted(named, key=int)
    levels = "".join(
        f'<label><input type="checkbox" name="level" value="{level}" checked> {level}s</label>'
        for level in charts.LEVELS
    )
    by = "".join(
        f'<label><input type="radio" name="by" value="{name}"{" checked" * (name == "file")}> {name}</label>'
        for name in ("file", "rule", "section")
    )
    return (
        '<div class="tools" role="search"><label>Search <input type="search" id="search" '
        'aria-keyshortcuts="/" placeholder="words; press / to come here"></label>'
        f"{levels}{_select('Rule', 'rule', [(one, one) for one in rules])}"
        f"{_select('Section', 'section', [(one, charts.section_name(one)) for one in sections])}"
        f'<span role="radiogroup" aria-label="Group by" class="tools">Group by {by}</span>'
        '<button type="button" id="clear">Show all</button></div>'
        f'<p id="shown" class="count" role="status" tabindex="-1">{len(report.findings)} findings</p>'
    )


def _select(label: str, name: str, choices: Sequence[tuple[str, str]]) -> str:
    options = "".join(f'<option value="{escaped(value)}">{escaped(text)}</option>' for value, text in choices)
    return f'<label>{label} <select id="{name}"><option value="">all</option>{options}</select></label>'


def _rules(report: Report) -> str:
    found: dict[str, list[Finding]] = {}
    for one in report.findings:
        found.setdefault(one.rule, []).append(one)
    items = [_rule(report.rules[name], len(found[name])) for name in sorted(found) if name in report.rules]
    return f'<section id="rules"><h2>Rules that found something</h2>{"".join(items) or "<p>None.</p>"}</section>'


def _rule(rule: Rule, number: int) -> str:
    return (
        f"<details><summary><strong>{escaped(rule.id)}</strong> {escaped(rule.title)} "
        f'<span class="count">({number})</span></summary><p>{escaped(rule.why)}</p>'
        f"<p>{escaped(rule.remedy)}</p><p>{link(rule.id)}</p></details>"
    )
