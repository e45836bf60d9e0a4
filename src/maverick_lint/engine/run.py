"""A run over one project: its files are judged, then the stack that their facts make."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from maverick_lint.core.finding import order
from maverick_lint.core.packed import Packed
from maverick_lint.core.record import field, record, replace
from maverick_lint.engine import check
from maverick_lint.engine.finish import finished
from maverick_lint.engine.judge import Judge
from maverick_lint.select.glob import matches
from maverick_lint.stack.derived import derived
from maverick_lint.stack.model import Stack, build

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from maverick_lint.config.model import Settings
    from maverick_lint.core.facts import Fact
    from maverick_lint.core.facts.repository import PathFact
    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.files import Files
    from maverick_lint.engine.plan import Plan, Planned


@record
class Result:
    """What a run found.

    findings    sorted; suppressed ones are among them and say so
    files       how many files were judged
    unreadable  paths that could not be read, so that nobody takes them for clean
    crashed     ids of rules that raised an exception
    guesses     the kind of every file by path, and why
    stack       the facts of all files, joined
    """

    findings: Sequence[Finding] = ()
    files: int = 0
    unreadable: tuple[str, ...] = ()
    crashed: tuple[str, ...] = ()
    guesses: dict[str, tuple[str, str]] = field(default_factory=dict)
    stack: Stack | None = None

    @property
    def broken(self) -> bool:
        """Whether an input could not be read or a rule crashed: exit status 3."""
        return bool(self.unreadable or self.crashed)


def run(  # noqa: PLR0913 - what a run depends on, all of it named
    files: Files,
    settings: Settings,
    plan: Plan,
    wanted: Iterable[str] | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    facts: Iterable[Fact] = (),
    jobs: int = 1,
) -> Result:
    """Judge the files of one project.

    `wanted` names the files whose findings are asked for, None for all: the others are read for their facts only, and
    a finding is kept when it or a related place lies in a wanted file. `progress` is told (done, of how many). `facts`
    are those that no file states (what changed since a revision).
    """
    judge = judge_files(files, settings, plan, wanted, progress=progress, jobs=jobs)
    return join(judge, settings, facts)


def judge_files(  # noqa: PLR0913 - what judging depends on, all of it named
    files: Files,
    settings: Settings,
    plan: Plan,
    wanted: Iterable[str] | None = None,
    *,
    paths: Container[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    jobs: int = 1,
) -> Judge:
    """Judge the files of one project one by one, only those at `paths` where they are given."""
    judge = Judge(files, settings, plan, None if wanted is None else frozenset(wanted))
    entries = [entry for entry in _entries(files, settings) if paths is None or entry.path in paths]
    if jobs > 1:
        from maverick_lint.engine.parallel import judge_in_processes  # costs 15 ms to import

        judge.result.add(judge_in_processes(judge, entries, jobs, progress))
    else:
        for done, entry in enumerate(entries, 1):
            judge.judge(entry)
            if progress is not None:
                progress(done, len(entries))
    if judge.result.scripts:
        from maverick_lint.engine.shellcheck import check_scripts  # only where the settings ask for it

        check_scripts(judge, judge.result.scripts)
    return judge


def join(judge: Judge, settings: Settings, facts: Iterable[Fact] = ()) -> Result:
    """Judge what only all files together show, once each of them is judged."""
    entries = _entries(judge.files, settings)
    judge.guarded("files that others claim", min((entry.path for entry in entries), default="."), judge.judge_claimed)
    judge.forget_formats()
    judge.result.facts.extend(facts)
    stack = _judge_stack(judge, {entry.path: entry for entry in entries})
    shipping: dict[str, frozenset[str]] = {}
    first = min((entry.path for entry in entries), default=".")
    judge.guarded("the stages that ship", first, lambda: shipping.update(_shipping(judge, stack)))
    return _finish(judge, settings, stack, shipping)


def _shipping(judge: Judge, stack: Stack) -> dict[str, frozenset[str]]:
    """Return the stages that ship, by the path of each Dockerfile in which that decides what is told."""
    paths = {finding.location.path for finding in judge.result.findings if finding.stages}
    if not paths:
        return {}
    from maverick_lint.stack.stages import ships  # only where a Dockerfile has such findings

    found = {path: frozenset(ships(stack, path)) for path in sorted(paths)}
    stack.forget()
    return found


def _entries(files: Files, settings: Settings) -> list[PathFact]:
    return [entry for entry in files.entries().values() if not _excluded(entry.path, settings)]


def _excluded(path: str, settings: Settings) -> bool:
    return any(matches(glob, path) for glob in settings.exclude)


def _judge_stack(judge: Judge, entries: dict[str, PathFact]) -> Stack:
    kinds = {path: kind for path, (kind, _) in judge.result.guesses.items()}
    stack = build(judge.result.facts, entries, kinds)
    first = min(entries, default=".")
    if not stack.facts.kinds.isdisjoint(("alert", "pipeline")) and any(path.endswith(".md") for path in entries):
        from maverick_lint.engine.documents import read_documents  # only where something may name a document

        judge.guarded("the documents", first, lambda: read_documents(judge, stack))
    stated = set(stack.facts.kinds)
    judge.guarded("the stack", first, lambda: stated.update(derived(stack, stated)))
    for planned in judge.plan.stack if entries else ():
        if planned.rule.facts and stated.isdisjoint(planned.rule.facts):
            continue  # nothing of what the rule is about is here: its check is not even imported
        judge.guarded(planned.rule.id, first, partial(_run_stack_rule, judge, planned, stack))
        stack.forget()
    return stack


def _run_stack_rule(judge: Judge, planned: Planned, stack: Stack) -> None:
    judge.result.findings.extend(list(check.check_stack(planned, stack, judge)))


def _finish(judge: Judge, settings: Settings, stack: Stack, shipping: dict[str, frozenset[str]]) -> Result:
    result = judge.result
    findings = Packed(order, finished(judge, settings, shipping)).settled()
    return Result(
        findings=findings,
        files=result.files,
        unreadable=tuple(sorted(set(result.unreadable))),
        crashed=tuple(sorted(set(result.crashed))),
        guesses=result.guesses,
        stack=stack,
    )


def renamed(finding: Finding, prefix: str) -> Finding:
    """Return the finding with its paths below `prefix`, for a project inside another."""
    if not prefix:
        return finding
    related = tuple(
        replace(item, location=replace(item.location, path=f"{prefix}/{item.location.path}"))
        for item in finding.related
    )
    fix = finding.fix
    if fix is not None:
        edits = tuple(replace(edit, path=edit.path and f"{prefix}/{edit.path}") for edit in fix.edits)
        fix = replace(fix, edits=edits)
    location = replace(finding.location, path=f"{prefix}/{finding.location.path}")
    return replace(finding, location=location, related=related, fix=fix)
