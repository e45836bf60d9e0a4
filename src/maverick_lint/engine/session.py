"""A whole invocation: every project of a request is run, and their results are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record
from maverick_lint.engine.projects import Layout, Project, Request, lay_out
from maverick_lint.engine.run import Result, renamed, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maverick_lint.core.facts import Fact
    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.discover import Notice
    from maverick_lint.engine.files import Content

__all__ = ["Outcome", "Request", "lint"]


@record
class Outcome:
    """The results of all projects as one, with paths relative to `root`.

    overlay  contents that stand for files (standard input)
    parts    each project with its own result, paths relative to the project
    """

    root: str
    result: Result
    notices: tuple[Notice, ...]
    fail_on: str
    overlay: Mapping[str, Content] = field(default_factory=dict)
    parts: tuple[tuple[Project, Result], ...] = ()


def lint(request: Request, progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Judge what the request names.

    Raises SettingsError when the settings of a project are wrong, or the base revision is unknown.
    """
    layout = lay_out(request)
    parts = tuple((project, _run(project, request, progress)) for project in layout.projects)
    return _joined(layout, parts)


def _run(project: Project, request: Request, progress: Callable[[int, int], None] | None) -> Result:
    wanted = project.wanted
    facts: tuple[Fact, ...] = ()
    if request.diff_base:
        from maverick_lint.engine.changes import change_since  # git is asked only for a base

        change = change_since(project.folder, request.diff_base)
        facts = (change.fact,)
        if request.only_changed:
            changed = frozenset(change.value.paths)
            wanted = changed if wanted is None else wanted & changed
    jobs = request.jobs
    if jobs != 1 and len(project.files.entries()) > 1_000:  # noqa: PLR2004 - below, a process costs more than it saves
        from maverick_lint.engine.parallel import processes_for  # costs 15 ms to import

        jobs = processes_for(jobs, len(project.files.entries()))
    return run(project.files, project.settings, project.plan, wanted, progress=progress, facts=facts, jobs=max(jobs, 1))


def _joined(layout: Layout, parts: tuple[tuple[Project, Result], ...]) -> Outcome:
    findings: list[Finding] = [
        renamed(finding, project.prefix) for project, result in parts for finding in result.findings
    ]
    merged = Result(
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        files=sum(result.files for _, result in parts),
        unreadable=tuple(sorted(project.outside(path) for project, result in parts for path in result.unreadable)),
        crashed=tuple(sorted({rule for _, result in parts for rule in result.crashed})),
        guesses={project.outside(path): guess for project, result in parts for path, guess in result.guesses.items()},
        stack=parts[0][1].stack if len(parts) == 1 else None,
    )
    fail_on = parts[0][0].settings.fail_on if parts else "error"
    return Outcome(layout.found.root, merged, tuple(layout.found.notices), fail_on, layout.overlay, parts)
