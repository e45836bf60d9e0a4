"""`maverick-lint explain FILE:LINE`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from maverick_lint.core.facts.store import order
from maverick_lint.core.record import field_names
from maverick_lint.core.source import Source
from maverick_lint.core.span import Place
from maverick_lint.engine.projects import Request
from maverick_lint.engine.session import lint
from maverick_lint.report.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.projects import Project
    from maverick_lint.engine.run import Result


@click.command("explain")
@click.argument("place", metavar="FILE:LINE")
def command(place: str) -> None:
    """Show what the rules saw at a line: findings, silenced ones, facts stated, and the rules that found nothing."""
    path, _, number = place.rpartition(":")
    if not path or not number.isdigit():
        message = "name a file and a line, as in docker-compose.yml:12"
        raise click.UsageError(message)
    outcome = lint(Request((path,)))
    for project, result in outcome.parts:
        for inner in sorted(project.wanted or ()):
            _explain(project, result, inner, int(number))
            return
    click.echo(f"maverick-lint: {path} is no file of this repository", err=True)
    sys.exit(2)


def _explain(project: Project, result: Result, path: str, line: int) -> None:
    kind, reason = result.guesses.get(path, ("unread", "excluded by the settings"))
    click.echo(f"{printable(project.outside(path))}:{line} is in a file of kind {kind} ({reason}).")
    here = [finding for finding in result.findings if _touches(finding, path, line)]
    click.echo(f"\nFindings here: {len(here)}")
    for finding in here:
        at = finding.location
        click.echo(f"  {finding.level} {at.path}:{at.start.line}:{at.start.column} [{finding.rule}] {finding.message}")
        if finding.suppression is not None:
            click.echo(f"    silenced by: {finding.suppression.by} {finding.suppression.reason}".rstrip())
        for step in finding.related:
            click.echo(f"    {step.location.path}:{step.location.start.line}: {step.message}")
    _explain_facts(project, result, path, line)
    _explain_joints(project, result, path, line)
    _explain_deployment(project, result)
    spoke = {finding.rule for finding in here}
    rules = [planned.rule.id for planned in project.plan.for_kind(kind)] if kind != "unread" else []
    silent = [rule for rule in rules if rule not in spoke]
    click.echo(f"\nRules that judged this file and say nothing here: {len(silent)}")
    for rule in silent:
        elsewhere = [f.location.start.line for f in result.findings if f.rule == rule and f.location.path == path]
        lines = f" (found in line {', '.join(map(str, elsewhere))})" if elsewhere else ""
        click.echo(f"  {rule}{lines}")
    skipped = [rule.id for rule in project.plan.rules.values() if rule.id not in project.plan.active]
    own = [rule for rule in skipped if kind in project.plan.rules[rule].needs]
    if own:
        click.echo(f"\nRules for this kind that the settings leave out: {', '.join(own)}")


def _explain_joints(project: Project, result: Result, path: str, line: int) -> None:
    """Show what the line leads to in other files, link by link."""
    if result.stack is None:
        return
    from maverick_lint.stack.chains import chains  # a large part of the stack

    source = Source(path, project.files.read(path).text)
    here = [one for one in chains(result.stack) if one.start.path == path and _covers(source, one.start, line)]
    shown = [one for one in here if one.links]
    if shown:
        click.echo(f"\nJoints that begin here: {len(shown)}")
    for chain in shown:
        click.echo(f"  {printable(chain.what)}")
        for place, what in chain.links:
            click.echo(f"    -> {printable(what)} ({_spot(project, place)})")


def _spot(project: Project, place: Place) -> str:
    number = Source(place.path, project.files.read(place.path).text).position(place.span.start).line
    return f"{printable(project.outside(place.path))}:{number}"


def _explain_deployment(project: Project, result: Result) -> None:
    if result.stack is None:
        return
    from maverick_lint.stack.deploys import deploys  # a large part of the stack

    decided = deploys(result.stack)
    if not decided:
        click.echo("\nThis project does not deploy: rules that demand parts of a deployment are silent.")
        return
    click.echo("\nThis project deploys, so rules that demand parts of a deployment speak. It is known by:")
    for reason in decided.reasons:
        click.echo(f"  {_spot(project, reason.place)}: {reason.what}")


def _touches(finding: Finding, path: str, line: int) -> bool:
    places = [finding.location, *(related.location for related in finding.related)]
    return any(at.path == path and at.start.line <= line <= at.end.line for at in places)


def _explain_facts(project: Project, result: Result, path: str, line: int) -> None:
    if result.stack is None:
        return
    source = Source(path, project.files.read(path).text)
    stated = sorted((fact for fact in result.stack.facts if fact.place.path == path), key=order)
    shown = [fact for fact in stated if any(_covers(source, place, line) for place in _places(fact.value))]
    click.echo(f"\nFacts that other files' rules see here: {len(shown)}")
    for fact in shown:
        click.echo(f"  {fact.kind} {fact.key}: {_brief(fact.value)}")


def _covers(source: Source, place: Place, line: int) -> bool:
    return source.position(place.span.start).line <= line <= source.position(place.span.end).line


def _places(value: object) -> Iterator[Place]:
    if isinstance(value, Place):
        yield value
    elif names := field_names(value):
        for name in names:
            yield from _places(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _places(item)


def _brief(value: object) -> str:
    if not field_names(value):
        return str(value)
    shown = []
    for name in field_names(value):
        item = getattr(value, name)
        if isinstance(item, (str, int, float, bool)) and item not in ("", False):
            shown.append(f"{name}={item}")
    return ", ".join(shown)
