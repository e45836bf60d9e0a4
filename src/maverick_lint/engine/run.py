"""A run: every file of a project is read, its rules run, then the rules over the stack."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from maverick_lint.core.document import Document
from maverick_lint.core.facts.repository import PathFact
from maverick_lint.core.finding import Finding, Hit
from maverick_lint.core.source import Source
from maverick_lint.core.span import Place, Span
from maverick_lint.engine import check, load
from maverick_lint.engine.classify import TEXT
from maverick_lint.engine.fingerprint import with_fingerprints
from maverick_lint.engine.suppress import Directive, apply, directives_of, faults
from maverick_lint.select.glob import matches
from maverick_lint.stack.model import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maverick_lint.config.model import Settings
    from maverick_lint.core.facts import Fact
    from maverick_lint.engine.files import Content, Files
    from maverick_lint.engine.load import Recognised
    from maverick_lint.engine.plan import Plan, Planned


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found.

    findings    sorted; suppressed ones are among them and say so
    files       how many files were judged
    unreadable  paths that could not be read, so that nobody takes them for clean
    crashed     ids of rules that raised an exception
    kinds       the kind of every file by path
    """

    findings: tuple[Finding, ...] = ()
    files: int = 0
    unreadable: tuple[str, ...] = ()
    crashed: tuple[str, ...] = ()
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def broken(self) -> bool:
        """Whether an input could not be read or a rule crashed: exit status 3."""
        return bool(self.unreadable or self.crashed)


@dataclass(slots=True)
class _Run:
    files: Files
    settings: Settings
    plan: Plan
    wanted: frozenset[str] | None
    findings: list[Finding] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    judged: int = 0

    def source(self, path: str) -> Source:
        """Return the source of a path; an empty one when it cannot be read."""
        if path not in self.sources:
            self.sources[path] = Source(path, self.files.read(path).text if path in self.files.entries() else "")
        return self.sources[path]

    def is_wanted(self, path: str) -> bool:
        return self.wanted is None or path in self.wanted

    def raise_engine(
        self, rule_id: str, path: str, values: dict[str, str], span: Span | None = None, case: str = ""
    ) -> None:
        """Report something that the engine itself found."""
        planned = self.plan.active.get(rule_id)
        if planned is not None:
            hit = Hit(Place(path, span or Span(0, 0)), values, case)
            self.findings.append(check.finding(planned, hit, None, self))


def run(
    files: Files,
    settings: Settings,
    plan: Plan,
    wanted: Iterable[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Result:
    """Judge the files of one project.

    `wanted` names the files whose findings are asked for, None for all: the others are read for their facts only, and
    a finding is kept when it or a related place lies in a wanted file. `progress` is told (done, of how many).
    """
    state = _Run(files, settings, plan, None if wanted is None else frozenset(wanted))
    entries = [entry for entry in files.entries().values() if not _excluded(entry.path, settings)]
    kinds: dict[str, str] = {}
    reader = load.FilesReader(files)
    for done, entry in enumerate(entries):
        recognised = load.recognise(files, entry, settings.kinds)
        kinds[entry.path] = recognised.guess.kind
        _judge(state, recognised, reader)
        if progress is not None:
            progress(done + 1, len(entries))
    _judge_stack(state, {entry.path: entry for entry in entries}, kinds)
    return _finish(state, kinds)


def _excluded(path: str, settings: Settings) -> bool:
    return any(matches(glob, path) for glob in settings.exclude)


def _judge(state: _Run, recognised: Recognised, reader: load.FilesReader) -> None:
    path, kind = recognised.entry.path, recognised.guess.kind
    rules = state.plan.for_kind(kind) if state.is_wanted(path) else ()
    if kind == TEXT and not rules and state.wanted is not None:
        return
    content = recognised.content or state.files.read(path)
    if content.problem and not _readable(state, recognised, content):
        return
    state.judged += state.is_wanted(path)
    source = Source(path, content.text, executable=recognised.entry.executable)
    document = load.parse(kind, source, reader)
    for error in document.errors if state.is_wanted(path) else ():
        span = source.outer(error.span)
        state.raise_engine(error.rule or f"{kind}/syntax", path, {"problem": error.message}, span)
    before = len(state.findings)
    # A file that was not understood has no model to judge; its parse error says so.
    for planned in rules if document.model is not None else state.plan.for_any() if rules else ():
        _guarded(state, planned, path, lambda planned=planned: check.check_document(planned, document, state))
    _state_facts(state, document)
    state.directives.extend(directives_of(document))
    if len(state.findings) == before:
        state.sources.pop(path, None)


def _readable(state: _Run, recognised: Recognised, content: Content) -> bool:
    """Report a file that is not as it should be; say whether it has a text all the same.

    A file of no known kind may be anything, a picture or a database: nothing is said of it.
    """
    path = recognised.entry.path
    if recognised.guess.kind == TEXT:
        return False
    if state.is_wanted(path):
        state.raise_engine(content.problem, path, {"problem": content.detail})
        if content.problem == "file/unreadable":
            state.unreadable.append(path)
    return bool(content.text)


def _state_facts(state: _Run, document: Document[Any]) -> None:
    try:
        state.facts.extend(load.facts_of(document))
    except Exception:  # noqa: BLE001 - what a format's facts raise must cost no other file its findings
        _crash(state, f"facts of {document.kind}", document.source.path)


def _guarded(state: _Run, planned: Planned, path: str, findings: Callable[[], Iterable[Finding]]) -> None:
    try:
        state.findings.extend(list(findings()))
    except Exception:  # noqa: BLE001 - a rule that crashes is reported, and the other rules go on
        _crash(state, planned.rule.id, path)


def _crash(state: _Run, what: str, path: str) -> None:
    state.crashed.append(what)
    last = traceback.format_exc().strip().splitlines()[-1]
    state.raise_engine(check.CRASH, path, {"rule": what, "problem": last})


def _judge_stack(state: _Run, entries: dict[str, PathFact], kinds: dict[str, str]) -> None:
    if not state.plan.stack or not entries:
        return
    stack = build(state.facts, entries, kinds)
    first = next(iter(sorted(entries)))
    for planned in state.plan.stack:
        _guarded(state, planned, first, lambda planned=planned: check.check_stack(planned, stack, state))


def _finish(state: _Run, kinds: dict[str, str]) -> Result:
    kept = [finding for finding in state.findings if _concerns(finding, state)]
    unique = list({(f.rule, f.location, f.message): f for f in kept}.values())
    judged = apply(unique, state.directives, state.settings)
    ordered = sorted([*judged, *_faults(state, unique)], key=lambda f: f.sort_key)
    return Result(
        findings=tuple(with_fingerprints(ordered, state)),
        files=state.judged,
        unreadable=tuple(sorted(set(state.unreadable))),
        crashed=tuple(sorted(set(state.crashed))),
        kinds=kinds,
    )


def _faults(state: _Run, findings: list[Finding]) -> list[Finding]:
    """Return the findings about suppression comments; they are judged only in files that were asked for."""
    state.findings = []
    ours = [directive for directive in state.directives if state.is_wanted(directive.path)]
    for fault in faults(findings, ours, state.settings, state.plan):
        state.raise_engine(fault.rule, fault.directive.path, fault.values, fault.directive.span, fault.case)
    return apply(state.findings, [], state.settings)


def _concerns(finding: Finding, state: _Run) -> bool:
    places: Sequence[str] = [finding.location.path, *(related.location.path for related in finding.related)]
    return finding.rule == check.CRASH or any(state.is_wanted(path) for path in places)


def renamed(finding: Finding, prefix: str) -> Finding:
    """Return the finding with its paths below `prefix`, for a project inside another."""
    if not prefix:
        return finding
    move = lambda place: replace(place, path=f"{prefix}/{place.path}")  # noqa: E731 - said once, used twice
    related = tuple(replace(item, location=move(item.location)) for item in finding.related)
    return replace(finding, location=move(finding.location), related=related)
