"""The commands of a step, for every run of its job's matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Place
from maverick_lint.formats._actions_expr import Value, truth_of
from maverick_lint.formats._actions_expr.script import filled
from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.contexts import contexts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.flow import ScriptFlow
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._shell.model import Script
    from maverick_lint.formats.github.matrix import Combination
    from maverick_lint.formats.github.model import Step

# Actions that run a script on another machine, with the inputs that hold it (their README files, 2026-11-24).
REMOTE_ACTIONS: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "appleboy/ssh-action": ("script",),
        "garygrossgarten/github-action-ssh": ("command",),
        "fifsky/ssh-action": ("command",),
        "cross-the-world/ssh-pipeline": ("script",),
        "cross-the-world/ssh-scp-ssh-pipelines": ("first_ssh", "last_ssh"),
        "d3rhase/ssh-command-action": ("command",),
        "jimcronqvist/action-ssh": ("command",),
        "nekiro/ssh-job": ("command",),
        "tiyee/action-ssh": ("command",),
    },
)
# Shells whose commands are written as in a POSIX shell, at least the plain ones.
_SHELLS: Final = frozenset({"", "bash", "sh", "pwsh", "powershell", "cmd"})


def remote_scripts(step: Step) -> tuple[Node, ...]:
    """Return the inputs of a step that hold a script for another machine."""
    names = REMOTE_ACTIONS.rows.get(step.action, ())
    nodes = (step.given(name) for name in names)
    return tuple(node for node in nodes if node is not None and node.text is not None)


def commands_of_step(
    source: Source, step: Step, shell: str, env: Mapping[str, Value], runs: Sequence[Combination]
) -> tuple[tuple[Command, ...], ScriptFlow | None]:
    """Return the commands of a step's script, each once for every different text that the matrix makes of it.

    The second value is what the script does to a running deployment, None when that is nothing.
    """
    scripts = remote_scripts(step) if step.run is None else (step.run,)
    program = shell.partition(" ")[0]
    if not scripts or (step.run is not None and program not in _SHELLS):
        return (), None
    from maverick_lint.formats._shell import commands_in, script_of

    names = env if step.run is not None else _forwarded(step)
    known = {name: value for name in names if isinstance(value := env.get(name), str)}
    found: list[Command] = []
    read: list[Script] = []
    for node in scripts:
        inner = embedded(source, node)
        for number, text in enumerate(_texts(inner, step, env, runs)):
            script = script_of(text, known)
            found.extend(commands_in(script, pipefail=shell == "bash"))
            if number == 0 and ("docker" in text.text or "nginx" in text.text):
                read.append(script)
    return tuple(found), _flow(source, step, read) if read else None


def _forwarded(step: Step) -> list[str]:
    """Return the variables that an action hands on to the other machine (`envs: IMAGE,PORT` of appleboy/ssh-action)."""
    given = step.given("envs")
    return [] if given is None or given.text is None else given.text.replace(" ", "").split(",")


def _flow(source: Source, step: Step, scripts: Sequence[Script]) -> ScriptFlow | None:
    """Return what scripts do to a deployment; GitHub's own shells end at a failure, those on a server do not."""
    from maverick_lint.formats._deeds.flow import step_flow

    heading = step.run or step.uses or step.node
    return step_flow(scripts, Place(source.path, heading.span), errexit=step.run is not None)


def _texts(inner: Source, step: Step, env: Mapping[str, Value], runs: Sequence[Combination]) -> list[Source]:
    if "${{" not in inner.text:
        return [inner]
    texts: dict[str, Source] = {}
    for run in runs if "matrix" in inner.text.lower() else runs[:1]:
        known = contexts("", env, dict(run))
        condition = step.condition
        if condition is not None and "matrix" in condition.raw.lower() and truth_of(condition.raw, known) is False:
            continue
        source = filled(inner, known)
        texts.setdefault(source.text, source)
    return list(texts.values())
