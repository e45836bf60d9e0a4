"""A whole invocation: every project of a request is run, and their results are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import order
from maverick_lint.core.packed import Packed
from maverick_lint.core.record import field, record
from maverick_lint.engine.judge import Judge
from maverick_lint.engine.projects import Layout, Project, Request, lay_out
from maverick_lint.engine.run import Result, join, renamed, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maverick_lint.core.facts import Fact
    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.discover import Notice
    from maverick_lint.engine.files import Content

__all__ = ["Outcome", "Request", "lint", "lint_parts"]

# Up to so many files a process costs more than it saves.
FEW_FILES: Final = 1_000


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


def lint_parts(request: Request, paths: Sequence[str]) -> Outcome:
    """Judge what the request names from parts that other machines have judged; the outcome is that of `lint`.

    Raises SettingsError as `lint` does, and when the parts are not one whole of this checkout.
    """
    from maverick_lint.engine.parts import read_parts  # only for parts

    layout = lay_out(request)
    judged = read_parts(paths, layout)
    parts = []
    for project in layout.projects:
        wanted, facts = _asked(project, request)
        judge = Judge(project.files, project.settings, project.plan, wanted)
        judge.result = judged[project.prefix]
        parts.append((project, join(judge, project.settings, facts)))
    return _joined(layout, tuple(parts))


def _run(project: Project, request: Request, progress: Callable[[int, int], None] | None) -> Result:
    wanted, facts = _asked(project, request)
    jobs = request.jobs
    if jobs != 1 and len(project.files.entries()) > FEW_FILES:
        from maverick_lint.engine.parallel import processes_for  # costs 15 ms to import

        jobs = processes_for(jobs, len(project.files.entries()))
    return run(project.files, project.settings, project.plan, wanted, progress=progress, facts=facts, jobs=max(jobs, 1))


def _asked(project: Project, request: Request) -> tuple[frozenset[str] | None, tuple[Fact, ...]]:
    """Return the files whose findings are asked for, and what git says of the change."""
    if not request.diff_base:
        return project.wanted, ()
    from maverick_lint.engine.changes import change_since  # git is asked only for a base

    change = change_since(project.folder, request.diff_base)
    wanted = project.wanted
    if request.only_changed:
        changed = frozenset(change.value.paths)
        wanted = changed if wanted is None else wanted & changed
    return wanted, (change.fact,)


def _joined(layout: Layout, parts: tuple[tuple[Project, Result], ...]) -> Outcome:
    merged = Result(
        findings=_all_findings(parts),
        files=sum(result.files for _, result in parts),
        unreadable=tuple(sorted(project.outside(path) for project, result in parts for path in result.unreadable)),
        crashed=tuple(sorted({rule for _, result in parts for rule in result.crashed})),
        guesses={project.outside(path): guess for project, result in parts for path, guess in result.guesses.items()},
        stack=parts[0][1].stack if len(parts) == 1 else None,
    )
    fail_on = parts[0][0].settings.fail_on if parts else "error"
    return Outcome(layout.found.root, merged, tuple(layout.found.notices), fail_on, layout.overlay, parts)


def _all_findings(parts: tuple[tuple[Project, Result], ...]) -> Sequence[Finding]:
    if len(parts) == 1 and not parts[0][0].prefix:
        return parts[0][1].findings
    found = Packed(
        order, (renamed(finding, project.prefix) for project, result in parts for finding in result.findings)
    )
    return Packed(order, found.in_order()).settled()
