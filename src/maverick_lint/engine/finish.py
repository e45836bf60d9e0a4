"""From what the rules found to what is reported: silenced, sorted, named; file by file, so that few are held."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maverick_lint.engine import actionlint_settings, check
from maverick_lint.engine.fingerprint import with_fingerprints
from maverick_lint.engine.judge import Judged
from maverick_lint.engine.suppress import apply, faults, removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maverick_lint.config.model import Settings
    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.judge import Judge
    from maverick_lint.engine.suppress import Directive


def finished(judge: Judge, settings: Settings, shipping: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Yield the findings of a run that are asked for, in order, with what is wrong with suppression comments.

    `shipping` has the stages that ship, by the path of their Dockerfile: what is only about others is left out.
    """
    directives: dict[str, list[Directive]] = {}
    for directive in judge.result.directives:
        directives.setdefault(directive.path, []).append(directive)
    for path, found in _by_path(judge.result.findings.in_order(), directives):
        shipped = shipping.get(path)
        kept = [finding for finding in found if _concerns(finding, judge) and _ships(finding, shipped)]
        yield from _of_file(judge, settings, kept, directives.get(path, []))


def _by_path(findings: Iterable[Finding], directives: Iterable[str]) -> Iterator[tuple[str, list[Finding]]]:
    """Yield the findings of each path, in the order of the paths; [] where there are only suppression comments."""
    waiting = sorted(directives, reverse=True)
    for path, group in groupby(findings, lambda finding: finding.location.path):
        while waiting and waiting[-1] <= path:
            if (other := waiting.pop()) != path:
                yield other, []
        yield path, list(group)
    yield from ((path, []) for path in reversed(waiting))


def _of_file(judge: Judge, settings: Settings, kept: list[Finding], directives: list[Directive]) -> Iterable[Finding]:
    # of two that say the same the one is kept that names more places: what joins files finds what they say alone too
    told = sorted(kept, key=lambda finding: len(finding.related))
    unique = list({(f.rule, f.location, f.message): f for f in told}.values())
    silenced = actionlint_settings.apply(apply(unique, directives, settings), judge.files)
    ordered = [*silenced, *_faults(judge, unique, directives, settings)]
    ordered.sort(key=lambda finding: finding.sort_key)
    return with_fingerprints(ordered, judge) if ordered else ()


def _faults(judge: Judge, findings: list[Finding], directives: list[Directive], settings: Settings) -> list[Finding]:
    """Return the findings about suppression comments; they are judged only in files that were asked for."""
    ours = [directive for directive in directives if judge.is_wanted(directive.path)]
    if not ours:
        return []
    before, judge.result = judge.result, Judged()
    for fault in faults(findings, ours, settings, judge.plan):
        directive = fault.directive
        fix = removal(judge.source(directive.path), directive) if fault.rule == "suppression/unused" else None
        judge.report(fault.rule, directive.path, fault.values, directive.span, fault.case, fix)
    found, judge.result = list(judge.result.findings), before
    return apply(found, [], settings)


def _ships(finding: Finding, shipped: frozenset[str] | None) -> bool:
    return shipped is None or not finding.stages or not shipped.isdisjoint(finding.stages)


def _concerns(finding: Finding, judge: Judge) -> bool:
    if finding.absent and not judge.everything:
        return False
    paths = [finding.location.path, *(related.location.path for related in finding.related)]
    return finding.rule == check.CRASH or any(judge.is_wanted(path) for path in paths)
