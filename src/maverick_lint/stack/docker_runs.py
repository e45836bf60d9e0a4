"""The containers that deploy jobs and scripts run, and the acts of a deployment wherever they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record, replace
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._deeds.acts import deed_of, is_probe, suffix_in_place
from maverick_lint.formats._shell.docker import DockerCall, Run, docker_call, run_of
from maverick_lint.stack.deploy_scripts import deploy_scripts, role_of_name
from maverick_lint.stack.deploys import DeployCommand, commands, commands_of_script, judged_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.facts.flow import Act, Deed, ScriptFlow
    from maverick_lint.stack.deploy_scripts import Role
    from maverick_lint.stack.model import Stack

__all__ = [
    "Deployment",
    "Running",
    "act_of",
    "asks_service",
    "call_of",
    "deployments",
    "published",
    "run_name",
    "run_of",
    "runs",
    "suffix_in_place",
    "through",
    "within",
]


@record
class Running:
    """A `docker run` of a deployment; `word` is the word "run"."""

    at: DeployCommand
    run: Run
    word: Word


@record
class Deployment:
    """A sequence of acts: a deploy script, or the script of a step.

    role      its part in the deployment
    commands  all commands of the script
    """

    flow: ScriptFlow
    role: Role
    commands: tuple[Command, ...]

    @property
    def acts(self) -> tuple[Act, ...]:
        """What it does, in order."""
        return self.flow.acts

    @property
    def strict(self) -> bool:
        """Whether a failure ends it."""
        return "errexit" in self.flow.options

    @property
    def swaps(self) -> bool:
        """Whether it starts a container and lets the proxy point to it."""
        deeds = [act.deed for act in self.acts]
        return "start" in deeds and "reload" in deeds[deeds.index("start") :]


def call_of(command: Command) -> DockerCall | None:
    """Return what a command asks of docker; None for other commands."""
    return docker_call(command)


def runs(stack: Stack) -> Iterator[Running]:
    """Yield every `docker run` of the deployment."""
    for one in commands(stack):
        call = docker_call(one.command)
        if call is not None and call.subcommand == "run":
            words = one.command.words
            yield Running(one, run_of(call), words[len(words) - len(call.words) - 1])


def deployments(stack: Stack) -> Iterator[Deployment]:
    """Yield the sequences of acts that deploy or roll back: scripts, and the steps of deploy jobs."""
    for script in deploy_scripts(stack, "deploy", "rollback"):
        given = commands_of_script(stack, script)
        yield Deployment(_filled(script.flow, script.script.commands, given), script.role, given)
    for one in judged_jobs(stack):
        job = one.job
        role: Role = "rollback" if "rollback" in (role_of_name(job.id), role_of_name(job.name)) else "deploy"
        for step in job.steps:
            if not step.never and step.flow is not None:
                yield Deployment(step.flow, role, step.commands)


def _filled(flow: ScriptFlow, written: tuple[Command, ...], given: tuple[Command, ...]) -> ScriptFlow:
    """Return a script's flow with the words that its callers give put into its acts."""
    changed = {one.place: other for one, other in zip(written, given, strict=True) if one is not other}
    if not changed:
        return flow
    acts = tuple(
        replace(act, command=changed[act.place]) if act.command is not None and act.place in changed else act
        for act in flow.acts
    )
    return replace(flow, acts=acts)


def through(command: Command, last: Word) -> Place:
    """Return the place from a command's first word to another one: `docker compose up`."""
    start = command.words[0].place
    if last.place.path != start.path or last.place.span.end < start.span.start:
        return start
    return Place(start.path, Span(start.span.start, last.place.span.end))


def run_name(call: DockerCall) -> tuple[Word, str] | None:
    """Return the fixed name of a `docker run` with its word; None when it has none, or goes with the container."""
    run = run_of(call)
    if run.has("--rm", "--replace"):
        return None
    word = next(iter(run.values("--name")), None)
    text = None if word is None else word.text
    return None if word is None or text is None else (word, text.removeprefix("--name="))


def published(call: DockerCall) -> tuple[Word, ...]:
    """Return the publications (`-p`, `--publish`) of a `docker run`."""
    return run_of(call).values("-p", "--publish")


def act_of(command: Command) -> Deed | None:
    """Return what a command does to the deployment; None when that is nothing of interest."""
    return deed_of(command)


def asks_service(command: Command) -> bool:
    """Say whether a command asks a service whether it is well."""
    return is_probe(command)


def within(outer: Place, inner: Place) -> bool:
    """Say whether a place lies inside another one."""
    return outer.path == inner.path and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end
