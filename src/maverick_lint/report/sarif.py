"""SARIF 2.1.0 as GitHub's code scanning reads it: one run, exact regions, linked related places, stable fingerprints.

GitHub's documentation ("SARIF support for code scanning", read in November 2026) says what it uses and requires.
Suppressed results would be shown as open alerts, so they are left out unless `suppressed` is asked for; an
automationDetails.id would win over the category of the upload, so there is none unless `category` is given.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Final, TextIO
from urllib.parse import quote

import attr
import sarif_om as om

from maverick_lint import HOME
from maverick_lint.core.finding import order
from maverick_lint.core.packed import Packed
from maverick_lint.report.linehash import line_hashes
from maverick_lint.report.sarif_rules import descriptor
from maverick_lint.report.stream import write_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maverick_lint.core.finding import Finding, Location
    from maverick_lint.core.fix import Fix
    from maverick_lint.report.model import Report

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS_LIMIT: Final = 25_000
_ROOT: Final = "%SRCROOT%"
_RESULTS: Final = "the results"
_LEVELS: Final = ("error", "warning", "note")


def write(report: Report, out: TextIO) -> None:
    """Write the report as a SARIF log; results are made one by one, as those of a large run would fill the memory."""
    told = _told(report)
    builder = _Builder(report)
    findings = partial(iter, told)
    if len(told) > RESULTS_LIMIT:
        builder.notes.append(f"{len(told) - RESULTS_LIMIT} results of the lowest levels are left out")
        findings = partial(_gravest, told)
    used = sorted({finding.rule for finding in findings()})
    index = {rule: number for number, rule in enumerate(used)}
    results = (plain(builder.result(group, index)) for group in _grouped(findings()))
    write_around(plain(_log(report, builder, used)), _RESULTS, results, out, depth=3)


def _told(report: Report) -> Sequence[Finding]:
    if not report.options.get("sarif-suppressed"):
        return report.findings
    return Packed(order, Packed(order, chain(report.findings, report.suppressed)).in_order()).settled()


def _gravest(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield as many findings as are read, errors before warnings before notes."""
    by_level = (one for level in _LEVELS for one in findings if one.level == level)
    return islice(by_level, RESULTS_LIMIT)


def _log(report: Report, builder: _Builder, used: Sequence[str]) -> om.SarifLog:
    """Return the SARIF log with a mark in the place of the results."""
    driver = om.ToolComponent(
        name="maverick-lint",
        information_uri=HOME,
        semantic_version=report.version,
        rules=[descriptor(report.rules[rule]) for rule in used],
    )
    category = report.options.get("sarif-category")
    run = om.Run(
        tool=om.Tool(driver=driver),
        results=_RESULTS,
        column_kind="utf16CodeUnits",
        original_uri_base_ids={_ROOT: om.ArtifactLocation(description=om.Message(text="The root of the repository."))},
        invocations=[builder.invocation()],
        automation_details=om.RunAutomationDetails(id=f"{category}/") if category else None,
    )
    return om.SarifLog(version="2.1.0", schema_uri=SCHEMA, runs=[run])


def plain(value: object) -> object:
    """Return SARIF objects as plain data, without what is unset or at its default; results and rules always stay."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if not attr.has(type(value)):
        return value
    out = {}
    for field in getattr(type(value), "__attrs_attrs__", ()):
        item = getattr(value, field.name)
        factory = getattr(field.default, "factory", None)
        default = factory() if factory is not None else field.default
        if item is None or (item == default and field.name != "level"):
            continue
        out[field.metadata["schema_property_name"]] = plain(item)
    return out


def _grouped(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield the findings, those of one rule in one line together: GitHub would take them for one alert anyway."""
    for _, of_file in groupby(findings, lambda finding: finding.location.path):
        groups: dict[tuple[str, int], list[Finding]] = {}
        for finding in of_file:
            groups.setdefault((finding.rule, finding.location.start.line), []).append(finding)
        yield from groups.values()


class _Builder:
    """Builds results, with the texts of the files at hand."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.notes: list[str] = []
        self._hashes: tuple[str, list[str]] = ("", [])

    def result(self, group: Sequence[Finding], index: dict[str, int]) -> om.Result:
        finding = group[0]
        linked = [(related.location, related.message) for one in group for related in one.related]
        linked += [(other.location, other.message) for other in group[1:]]
        text = finding.message
        related = []
        for number, (place, message) in enumerate(linked, 1):
            label = message.replace("[", "(").replace("]", ")")
            text += f"\n[{label}]({number})"
            related.append(self._location(place, number, message))
        at = finding.location
        return om.Result(
            rule_id=finding.rule,
            rule_index=index[finding.rule],
            level=finding.level,
            message=om.Message(text=text),
            locations=[self._location(at)],
            related_locations=related or None,
            partial_fingerprints={
                "primaryLocationLineHash": self._line_hash(at),
                "maverickLint/v1": finding.fingerprint,
            },
            fixes=[self._fix(finding.fix, at.path)] if finding.fix is not None else None,
            suppressions=self._suppressions(finding),
        )

    def invocation(self) -> om.Invocation:
        report = self.report
        unread = [(path, "could not be read") for path in report.unreadable]
        notices = [
            om.Notification(
                message=om.Message(text=f"{path} {text}"),
                level="error" if (path, text) in unread else "note",
                locations=[om.Location(physical_location=om.PhysicalLocation(artifact_location=_artifact(path)))],
            )
            for path, text in [*unread, *report.notices]
        ]
        spoken = [(f"{rule} crashed", "error") for rule in report.crashed]
        spoken += [(text, "warning") for text in self.notes]
        notices += [om.Notification(message=om.Message(text=text), level=level) for text, level in spoken]
        broken = bool(report.unreadable or report.crashed)
        return om.Invocation(execution_successful=not broken, tool_execution_notifications=notices or None)

    def _location(self, at: Location, number: int = -1, message: str = "") -> om.Location:
        physical = om.PhysicalLocation(artifact_location=_artifact(at.path), region=self._region(at))
        return om.Location(id=number, physical_location=physical, message=om.Message(text=message) if message else None)

    def _region(self, at: Location) -> om.Region:
        source = self.report.source(at.path)
        start, end = at.start, at.end
        end_line, end_column = end.line, end.column
        if end_line > start.line and end_column == 1:
            # A span that ends with a line break ends on the line before it.
            end_line -= 1
            line = source.line_span(end_line)
            end_column = line.end - line.start + 1
        start_column = self._utf16(at.path, start.line, start.column)
        end_column = self._utf16(at.path, end_line, end_column)
        if (end_line, end_column) <= (start.line, start_column):
            end_column = start_column + 1
        return om.Region(start_line=start.line, start_column=start_column, end_line=end_line, end_column=end_column)

    def _utf16(self, path: str, line: int, column: int) -> int:
        source = self.report.source(path)
        if line > len(source.line_starts):
            return column
        start = source.line_starts[line - 1]
        before = source.text[start : start + column - 1]
        return column + sum(ord(character) > 0xFFFF for character in before)  # noqa: PLR2004 - beyond one UTF-16 unit

    def _line_hash(self, at: Location) -> str:
        if at.path != self._hashes[0]:  # results come file by file
            self._hashes = (at.path, line_hashes(self.report.source(at.path).text))
        hashes = self._hashes[1]
        return hashes[min(at.start.line, len(hashes)) - 1]

    def _fix(self, fix: Fix, path: str) -> om.Fix:
        changes: dict[str, list[om.Replacement]] = {}
        for edit in fix.edits:
            target = edit.path or path
            source = self.report.source(target)
            start, end = source.position(edit.span.start), source.position(edit.span.end)
            region = om.Region(
                start_line=start.line,
                start_column=self._utf16(target, start.line, start.column),
                end_line=end.line,
                end_column=self._utf16(target, end.line, end.column),
            )
            content = om.ArtifactContent(text=edit.text) if edit.text else None
            changes.setdefault(target, []).append(om.Replacement(deleted_region=region, inserted_content=content))
        return om.Fix(
            description=om.Message(text=fix.title),
            artifact_changes=[
                om.ArtifactChange(artifact_location=_artifact(target), replacements=replacements)
                for target, replacements in changes.items()
            ],
        )

    @staticmethod
    def _suppressions(finding: Finding) -> list[om.Suppression] | None:
        if finding.suppression is None:
            return None
        kind = "inSource" if finding.suppression.by.startswith("comment") else "external"
        return [om.Suppression(kind=kind, justification=finding.suppression.reason or None)]


def _artifact(path: str) -> om.ArtifactLocation:
    return om.ArtifactLocation(uri=quote(path, safe="/", errors="surrogatepass"), uri_base_id=_ROOT)
