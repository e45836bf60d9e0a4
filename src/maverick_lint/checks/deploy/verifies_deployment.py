"""deploy/verifies-deployment: after a deployment somebody asks whether it works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import PrometheusFact
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploy_scripts import role_of_name
from maverick_lint.stack.deploys import commands, deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.deploys import DeployCommand
    from maverick_lint.stack.model import Stack

_VERIFIES: Final = re.compile(r"verif|smoke|health|/metrics|/ready|/live|/ping|/status|post-?_?deploy", re.IGNORECASE)
_RESCUE: Final = re.compile(r"\|\|\s*(?:true|:|echo|printf)\b|\|\|\s*:")
_SHORT: Final = re.compile(r"-[a-zA-Z]*[fw]")
_TOOLS: Final = re.compile(r"prometheus|node|cadvisor|export|alertmanager|grafana|blackbox", re.IGNORECASE)
_CLIENTS: Final = frozenset({"curl", "wget", "http", "xh"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a repository that deploys and verifies nothing, and requests of a health path that cannot fail."""
    found = deploys(stack)
    if found and not _exists(stack):
        yield Hit(found.anchor)
    elif found:
        yield from _without_metrics(stack)
    for one in commands(stack):
        if one.step is None or not _asks_health(one.command):
            continue
        if one.step.ignored_place is not None:
            yield Hit(one.step.ignored_place, case="toothless")
        elif one.command.ignored and _rescued(one):
            yield Hit(one.command.place, case="toothless")
        elif _takes_any_answer(one):
            yield Hit(one.command.words[0].place, case="any")


def _without_metrics(stack: Stack) -> Iterator[Hit]:
    """Yield the last request of a health path where all that verifies is seen, metrics exist, and nobody asks them."""
    scraped = [job for one in stack.every(PrometheusFact) for job in one.jobs if not _TOOLS.search(job.name)]
    if not scraped or any(role_of_name(path) == "verify" for path in stack.files):
        return
    asked = [one.command for one in commands(stack) if _asks_health(one.command)]
    everything = [command for job in _jobs(stack) for step in job.steps for command in step.commands]
    everything += [command for script in stack.every(Script) for command in script.commands]
    paths = {job.metrics_path for job in scraped}
    if asked and not any(_asks_metrics(command, paths) for command in everything):
        yield Hit(asked[-1].place, case="metrics", related=(Related(scraped[0].place, "Prometheus scrapes them here"),))


def _asks_metrics(command: Command, paths: set[str]) -> bool:
    """Say whether a command asks for metrics, or for a path that is not known."""
    for word in command.words[1:]:
        text = word.expanded
        if "metrics" in text or any(path in text for path in paths):
            return True
        if command.name in _CLIENTS and word.text is None and "/$" in word.raw:
            return True
    return False


def _jobs(stack: Stack) -> list[Job]:
    return [job for pipeline in stack.every(Pipeline) for job in pipeline.jobs]


def _rescued(one: DeployCommand) -> bool:
    """Say whether the failure is thrown away by `|| true` or the like, and not by a pipe whose end is looked at."""
    script = "" if one.step is None else one.step.script
    return one.command.condition and (not script or _RESCUE.search(script) is not None)


def _takes_any_answer(one: DeployCommand) -> bool:
    """Say whether a curl is content with an error page: without `-f`, and nothing reads what it prints."""
    command = one.command
    script = "" if one.step is None else one.step.script
    if command.name != "curl" or not script or any(sign in script for sign in ("|", "$(", "`", "[[", ">")):
        return False
    for word in command.words[1:]:
        text = word.text
        if text is None and word.raw.startswith("$"):
            return False
        if text is not None and (text.startswith(("--fail", "--write-out")) or _SHORT.match(text)):
            return False
    return not command.condition


def _exists(stack: Stack) -> bool:
    if any(role_of_name(path) == "verify" for path in stack.files):
        return True
    jobs = _jobs(stack)
    for job in jobs:
        names = [job.id, job.name, job.uses, *(step.name for step in job.steps), *(step.uses for step in job.steps)]
        if any(_VERIFIES.search(name) for name in names):
            return True
    everything = [command for job in jobs for step in job.steps for command in step.commands]
    everything += [command for script in stack.every(Script) for command in script.commands]
    return any(_verifies(command) for command in everything)


def _verifies(command: Command) -> bool:
    if command.name in ("docker", "podman", "docker-compose"):
        return any(word.text == "--wait" for word in command.words)
    if command.name in _CLIENTS and any(word.text is None and "/$" in word.raw for word in command.words):
        return True  # a path that is not known
    return command.name not in ("echo", "printf") and any(_VERIFIES.search(word.expanded) for word in command.words)


def _asks_health(command: Command) -> bool:
    return command.name in _CLIENTS and any(_VERIFIES.search(word.expanded) for word in command.words)
