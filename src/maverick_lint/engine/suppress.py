"""Comments that silence findings, and what is wrong with such comments.

    # maverick-lint: ignore[rule, ...] reason (until 2027-01-31)        this line, or the statement below
    # maverick-lint: ignore-file[rule, ...] reason                      the whole file

A rule is named as in the settings: its id, its kind, `ALL`, or another tool's `tool:rule`.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.finding import Suppression
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.record import record, replace
from maverick_lint.core.span import Span
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from maverick_lint.config.model import Settings
    from maverick_lint.core.document import Comment, Document
    from maverick_lint.core.finding import Finding
    from maverick_lint.core.source import Source
    from maverick_lint.engine.plan import Plan

OWN: Final = "maverick-lint"
EVERYWHERE: Final = (0, 1 << 60)
_MARKERS: Final = ("maverick-lint:", "hadolint", "skip=", "zizmor:", "checkov:", "shellcheck", "pint ", "yamllint",
                   "dclint", "tally ")  # fmt: skip
_DIRECTIVE: Final = re.compile(r"maverick-lint:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<rules>[^\]\r\n]*)\])?(?P<rest>.*)")
_UNTIL: Final = re.compile(r"\(until\s+(?P<date>[^)]*)\)\s*\Z")


@record
class Directive:
    """A suppression comment.

    names    the rules it names, as settings name them
    lines    the first and the last line that it covers
    problem  what is wrong with the comment itself; it then silences nothing
    """

    path: str
    span: Span
    names: tuple[str, ...]
    lines: tuple[int, int]
    tool: str = OWN
    reason: str = ""
    until: datetime.date | None = None
    problem: str = ""

    def covers(self, finding: Finding) -> bool:
        """Say whether the comment speaks of the place and of the rule of a finding."""
        place = finding.location
        if place.path != self.path or place.start.line > self.lines[1] or place.end.line < self.lines[0]:
            return False
        return any(_names(name, finding) for name in self.names)


@record
class Fault:
    """Something that is wrong with a suppression: the rule that says so, and what its message names."""

    rule: str
    directive: Directive
    values: dict[str, str]
    case: str = ""


def today() -> datetime.date:
    """Return the date on which suppressions are judged; SOURCE_DATE_EPOCH fixes it, for repeatable runs."""
    import datetime  # only where a suppression has a date

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now(tz=datetime.UTC).date()


def directives_of(document: Document[Any]) -> Iterator[Directive]:
    """Yield the suppression comments of a document, ours and those of other tools."""
    text = document.source.text
    if not any(marker in text for marker in _MARKERS):
        return
    coverage = Coverage(document)
    for comment in document.comments():
        if (match := _DIRECTIVE.match(comment.text)) is not None:
            yield _own(match, comment, document.source, coverage)
        else:
            from maverick_lint.engine.foreign import foreign  # few files have such comments

            yield from foreign(comment, document, coverage)


class Coverage:
    """Which lines a comment of a document covers."""

    def __init__(self, document: Document[Any]) -> None:
        """Take the document whose statements and comments decide."""
        self._source = document.source
        self._ends: dict[int, int] = {}
        for span in document.scopes():
            first = self._source.position(span.start).line
            last = self._source.position(max(span.end - 1, span.start)).line
            self._ends[first] = max(last, self._ends.get(first, 0))
        self._comments = {self._source.position(c.span.start).line for c in document.comments() if c.own_line}

    def lines(self, comment: Comment) -> tuple[int, int]:
        """Return the lines that a comment covers: its own, or those of the statement below."""
        line = self._source.position(comment.span.start).line
        return self.below(line) if comment.own_line else (line, line)

    def below(self, line: int) -> tuple[int, int]:
        """Return the lines of the statement that follows a comment's line."""
        count = len(self._source.line_starts)
        below = line + 1
        while below < count and (below in self._comments or not self._text(below)):
            below += 1
        return (line, max(below, self._ends.get(below, below)))

    def _text(self, line: int) -> str:
        span = self._source.line_span(line)
        return self._source.text[span.start : span.end].strip()


def apply(findings: list[Finding], directives: list[Directive], settings: Settings) -> list[Finding]:
    """Return the findings, those that a comment or the settings silence marked so."""
    usable = [d for d in directives if not d.problem and (d.until is None or d.until >= today())]
    by_path: dict[str, list[Directive]] = {}
    for directive in usable:
        by_path.setdefault(directive.path, []).append(directive)
    return [_judged(finding, by_path.get(finding.location.path, []), settings) for finding in findings]


def faults(findings: Iterable[Finding], directives: list[Directive], settings: Settings, plan: Plan) -> Iterator[Fault]:
    """Yield what is wrong with our own suppression comments: malformed, unknown, expired, unused, or bare."""
    silenced = list(findings)
    for directive in directives:
        if directive.tool != OWN:
            continue
        if directive.problem:
            yield Fault("suppression/malformed", directive, {"problem": directive.problem})
            continue
        unknown = [name for name in directive.names if not plan.knows(name)]
        for name in unknown:
            near = plan.nearest(name)
            yield Fault("suppression/unknown-rule", directive, {"rule": name, "nearest": near}, "near" if near else "")
        if settings.require_reason and not directive.reason:
            yield Fault("suppression/no-reason", directive, {})
        if settings.require_until and directive.until is None:
            yield Fault("suppression/no-date", directive, {})
        if directive.until is not None and directive.until < today():
            yield Fault("suppression/expired", directive, {"date": directive.until.isoformat()})
        elif not unknown and plan.can_judge(directive.names) and not any(directive.covers(f) for f in silenced):
            yield Fault("suppression/unused", directive, {"rules": ", ".join(directive.names)})


def removal(source: Source, directive: Directive) -> Fix:
    """Return the fix that deletes a suppression comment, with its line when nothing else stands there."""
    start, end = directive.span.start, directive.span.end
    line = source.line_span(source.position(start).line)
    before = source.text[line.start : start]
    if not before.strip() and not source.text[end : line.end].strip():
        start, end = line.start, line.end
        end += 2 if source.text.startswith("\r\n", end) else int(end < len(source.text))
    else:
        start = line.start + len(before.rstrip())
    return Fix("Delete the suppression", (Edit(Span(start, end), ""),))


def _judged(finding: Finding, directives: list[Directive], settings: Settings) -> Finding:
    for directive in directives:
        if directive.covers(finding):
            return replace(finding, suppression=Suppression(f"comment for {directive.tool}", directive.reason))
    for glob, names in settings.per_file_ignores:
        if matches(glob, finding.location.path) and any(_names(name, finding) for name in names):
            return replace(finding, suppression=Suppression("settings", f"per-file-ignores: {glob}"))
    return finding


def _names(name: str, finding: Finding) -> bool:
    if name in ("ALL", finding.rule) or finding.rule.startswith(name + "/"):
        return True
    if name.endswith("*"):
        stem = name[:-1]
        return finding.rule.startswith(stem) or any(other.startswith(stem) for other in finding.equivalents)
    return name in finding.equivalents


def _own(match: re.Match[str], comment: Comment, source: Source, coverage: Coverage) -> Directive:
    verb, listed, rest = match["verb"], match["rules"], match["rest"].strip()
    names = tuple(name.strip() for name in (listed or "").split(",") if name.strip())
    until: datetime.date | None = None
    problem = ""
    if (dated := _UNTIL.search(rest)) is not None:
        rest = rest[: dated.start()].strip()
        import datetime  # as above

        try:
            until = datetime.date.fromisoformat(dated["date"].strip())
        except ValueError:
            problem = f"`{dated['date']}` is no date; write it as 2027-01-31"
    if verb not in ("ignore", "ignore-file"):
        problem = f"`{verb}` is no instruction; write ignore[RULE] or ignore-file[RULE]"
    elif not names:
        problem = f"it names no rule; write {verb}[RULE], or {verb}[ALL]"
    lines = EVERYWHERE if verb == "ignore-file" else coverage.lines(comment)
    return Directive(source.path, comment.span, names, lines, OWN, rest.strip(" -:"), until, problem)
