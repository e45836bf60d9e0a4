"""What jobs, scripts and units call and ask on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.formats._shell.docker import docker_call, run_of
from maverick_lint.stack.deploy_commands import script_name
from maverick_lint.stack.deploy_scripts import deploy_scripts
from maverick_lint.stack.deploys import commands, judged_jobs
from maverick_lint.stack.joints import address_of
from maverick_lint.stack.map.running import start
from maverick_lint.stack.script_calls import script_calls
from maverick_lint.stack.smoke_tests import CLIENTS

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.stack.map.owners import Owners
    from maverick_lint.stack.map.sketch import Sketch

_LOUD = ("-o", "--output", "-d", "--data", "-H", "--header", "-X", "-m", "--max-time", "-w", "--write-out")


def draw_units(sketch: Sketch, owners: Owners) -> None:
    """Draw the units with the containers that they start."""
    for unit in sketch.stack.every(UnitFact):
        if unit.drop_in:
            continue
        node = owners.put(f"unit:{unit.path}")
        for command in unit.commands:
            call = docker_call(command)
            if call is not None and call.subcommand == "run":
                start(sketch, node, run_of(call), command.place)
            else:
                _join_server_script(sketch, owners, node, command)


def draw(sketch: Sketch, owners: Owners) -> None:
    """Draw deploy jobs and scripts, who calls which script, and what they ask."""
    stack = sketch.stack
    for one in judged_jobs(stack):
        owners.put(f"job:{one.pipeline.path}:{one.job.id}")
    for script in deploy_scripts(stack):
        owners.put(f"script:{script.script.path}")
    for call in script_calls(stack):
        source = owners.of(call.place)
        if source is not None:
            sketch.join(source, owners.script(call.path), "calls", call.place)
    asking = list(commands(stack))
    for deployment in asking:
        owner = owners.of(deployment.command.place)
        if owner is not None:
            _join_server_script(sketch, owners, owner, deployment.command)
            _join_asked(sketch, owner, deployment.command)
    for script in deploy_scripts(stack, "verify"):
        for command in script.script.commands:
            _join_asked(sketch, owners.put(f"script:{script.script.path}"), command)
    _join_needs(sketch, owners)


def _join_server_script(sketch: Sketch, owners: Owners, owner: str, command: Command) -> None:
    """Draw the call of a script by its path on a server: the script of the repository that the path ends with."""
    path = script_name(command)
    if not path.startswith("/"):
        return
    scripts = [one.path for one in sketch.stack.every(Script) if path.endswith(f"/{one.path}")]
    for found in scripts[:1]:
        word = next((word for word in command.words if (word.text or word.expanded) == path), command.words[0])
        sketch.join(owner, owners.script(found), "calls on the server", word.place)


def _join_asked(sketch: Sketch, owner: str, command: Command) -> None:
    if command.name not in CLIENTS:
        return
    before = ""
    for word in command.words[1:]:
        if before not in _LOUD:
            _join_address(sketch, owner, word)
        before = word.text or ""


def _join_address(sketch: Sketch, owner: str, word: Word) -> None:
    text = word.text or ""
    if "://" not in text and not text.startswith(("localhost", "127.0.0.1")):
        return
    address = address_of(text)
    if address is None:
        return
    _, slash, tail = text.partition("://")[2].partition("/")
    port = f" :{address[1]}" if address[1] else ""
    for target in sketch.reach(*address, word.place.path):
        sketch.join(owner, target, f"asks{port}{slash}{tail.partition('?')[0]}", word.place)


def _join_needs(sketch: Sketch, owners: Owners) -> None:
    """Draw what the jobs on the map wait for."""
    waiting = [node for node in sketch.nodes if node in owners.jobs]
    seen = set(waiting)
    while waiting:
        node = waiting.pop(0)
        pipeline, job = owners.jobs[node]
        for name in job.needs:
            needed = f"job:{pipeline.path}:{name}"
            if needed in owners.jobs:
                sketch.join(node, owners.put(needed), "needs", job.place)
                if needed not in seen:
                    seen.add(needed)
                    waiting.append(needed)
