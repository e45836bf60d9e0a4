"""Commands and targets of task runners that deploy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._shell.docker import docker_call
from maverick_lint.stack import launchers
from maverick_lint.stack.runners import asked
from maverick_lint.stack.targets import Targets

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.tasks import TaskTarget
    from maverick_lint.stack.model import Stack

# What is published or shown, and no service on a server: sites, packages, previews.
OTHER: Final = re.compile(
    r"(?<![a-z])(?:docs?|documentation|docusaurus|pages|website|site|storybook|previews?|review[-_ ]?apps?|pypi|"
    r"testpypi|npm|crates|maven|nuget|rubygems|packages?|playground|s3|spaces|bucket|netlify|vercel|surge|chromatic|"
    r"coverage|assets|contracts?|charts?|extension|marketplace|app[-_ ]?store|testflight|play[-_ ]?store|github|helm|"
    r"snapshots?|lambda)(?![a-z])"
)
_SCRIPT: Final = re.compile(
    r"(?:^|[-_./])(?:re)?(?:deploy|rollback|roll-back|rollout|blue[-_]?green|release[-_]to)(?:$|[-_.])"
)
_GIT_HOSTS: Final = ("github.com", "gitlab.com", "bitbucket.org", "git@")
_FEW: Final = 4
_WORD: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_DEEPEST: Final = 4


def deploying(command: Command) -> str | None:
    """Return what a command does to deploy, in a few words; None when it does not."""
    name = command.name
    texts = [word.expanded for word in command.words]
    script = script_name(command)
    if script and _SCRIPT.search(dashed(script)) and not OTHER.search(dashed(script)):
        return f"runs the deploy script {script}"
    if name == "ssh" and len(texts) > 1 and not any(host in " ".join(texts) for host in _GIT_HOSTS):
        tests_only = len(texts) < _FEW and ("-V" in texts or "-T" in texts)
        return None if tests_only else "logs in to a server by ssh"
    if texts[:2] in (
        ["kamal", "deploy"],
        ["dokku", "deploy"],
        ["cap", "production"],
        ["ansible-playbook", "deploy.yml"],
    ):
        return f"runs {' '.join(texts[:2])}"
    return None


def dashed(name: str) -> str:
    """Return a name in lower case with its words apart: `appDeploy.sh` is app-deploy.sh."""
    return _WORD.sub("-", name).lower()


def script_name(command: Command) -> str:
    """Return the path of the script that a command runs (`./x.sh`, `bash x.sh`); "" when it runs none."""
    texts = [word.text or word.expanded for word in command.words]
    if not texts:
        return ""
    if command.name in ("bash", "sh", "dash", "source", "."):
        return next((text for text in texts[1:] if not text.startswith(("-", "$"))), "") if "-c" not in texts else ""
    return texts[0] if "/" in texts[0] or texts[0].endswith((".sh", ".bash")) else ""


def deploying_target(stack: Stack, command: Command, folder: str | None) -> str | None:
    """Return what a command does to deploy through a target of a task runner (`make deploy`); None when it does not.

    The target's name must speak of deploying, and something that it runs must reach a server or start a service.
    """
    for form in launchers.forms(tuple(word.text for word in command.words)):
        wanted = asked(form)
        if wanted is None or not any(_SCRIPT.search(name.lower()) for name in wanted.targets):
            continue
        targets = Targets(stack)
        for target in targets.named(wanted, folder or "")[0]:
            if _SCRIPT.search(target.name.lower()) and not OTHER.search(target.name.lower()):
                what = _of_target(targets, target)
                if what is not None:
                    return f"runs the target {target.name} of {target.path}, which {what}"
    return None


def _of_target(targets: Targets, target: TaskTarget) -> str | None:
    pending, seen = [(target, 0)], set()
    while pending:
        one, depth = pending.pop()
        if one.place in seen:
            continue
        seen.add(one.place)
        for command in one.commands:
            what = deploying(command) or _serving(command)
            if what is not None:
                return what
        if depth < _DEEPEST:
            pending += [(other, depth + 1) for other in targets.beside(one)]
    return None


def _serving(command: Command) -> str | None:
    """Return what a command does to a service on this machine or on a server that docker is told of."""
    call = docker_call(command)
    if call is not None and call.subcommand in ("compose up", "stack deploy", "run"):
        detached = call.subcommand != "run" or any(word.text in ("-d", "--detach") for word in call.words)
        return f"runs docker {call.subcommand}" if detached else None
    if command.name in ("rsync", "scp") and any(":" in word.expanded for word in command.words[1:]):
        return f"copies files to a server by {command.name}"
    return None
