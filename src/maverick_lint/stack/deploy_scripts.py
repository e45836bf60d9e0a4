"""Which scripts deploy, roll back or prepare a deployment, by their names, contents and callers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.record import record
from maverick_lint.stack.deploy_commands import dashed, script_name
from maverick_lint.stack.deploy_jobs import deploy_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.stack.model import Stack

Role = Literal["deploy", "rollback", "pre-deploy", "verify"]

_ROLES: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    ("rollback", re.compile(r"roll-?_?back|(?:^|[-_])revert(?:$|[-_])")),
    ("pre-deploy", re.compile(r"pre-?_?(?:deploy|release|flight)")),
    ("verify", re.compile(r"(?:verify|post|check|smoke|test)[-_]?(?:deploy|release|rollout)|health-?_?check|smoke")),
    (
        "deploy",
        re.compile(r"(?:^|[-_])(?:re)?deploy(?:$|[-_]|ment)|blue[-_]?green|release[-_]to|zero[-_]?downtime|rollout"),
    ),
)
_NOT: Final = re.compile(
    r"(?<![a-z])(?:docs?|pages|site|website|storybook|previews?|npm|pypi|maven|contracts?|tests?|examples?|fixtures?|"
    r"migrations?|db|database|vendor|certs?|certbot|certificates?|letsencrypt|acme|node_modules|third_party|lambda|s3|apt|deb|rpm|k8s|kubernetes|helm|ecs|heroku|gke|eks|aks)(?![a-z])"
)
_SERVES: Final = frozenset({"start", "reload", "retire", "edit"})
_DOCKER: Final = frozenset({"pull", "run", "compose", "stop", "start", "restart", "rename"})


@record
class DeployScript:
    """A script with its part in a deployment, and why it is thought to have it."""

    script: Script
    flow: ScriptFlow
    role: Role
    why: str


def deploy_scripts(stack: Stack, *roles: Role) -> tuple[DeployScript, ...]:
    """Return the scripts that take part in deployments, in the order of their paths; of these roles, or of all."""
    known = stack.memo.get("deploy-scripts")
    if not isinstance(known, tuple):
        known = tuple(_all(stack))
        stack.memo["deploy-scripts"] = known
    return tuple(one for one in known if not roles or one.role in roles)


def role_of_name(path: str) -> Role | None:
    """Return the part that a file's name speaks of; None when it speaks of none."""
    file = path.rpartition("/")[2]
    name, stem = file.lower(), dashed(file.rpartition(".")[0] or file)
    if _NOT.search(path.lower().removesuffix(name)) or _NOT.search(stem):
        return "verify" if re.search(r"smoke[-_]?tests?$", stem) else None
    return next((role for role, pattern in _ROLES if pattern.search(stem)), None)


def _all(stack: Stack) -> Iterator[DeployScript]:
    flows = {flow.path: flow for flow in stack.every(ScriptFlow)}
    called = _called(stack)
    for script in stack.every(Script):
        flow = flows.get(script.path)
        if flow is None or script.library or not script.commands:
            continue
        role = role_of_name(script.path)
        name = script.path.rpartition("/")[2]
        if role in ("rollback", "pre-deploy", "verify"):
            yield DeployScript(script, flow, role, f"it is called {name}")
        elif role == "deploy" and (_serves(flow) or any(_deploys(command) for command in script.commands)):
            yield DeployScript(script, flow, role, f"it is called {name} and starts or replaces what runs")
        elif name in called and _serves(flow):
            yield DeployScript(script, flow, "deploy", f"{called[name]} calls it, and it replaces what runs")
        elif role is None and _is_swap(flow) and not _NOT.search(script.path.lower()):
            yield DeployScript(script, flow, "deploy", "it starts a container and reloads the proxy")


def _called(stack: Stack) -> dict[str, str]:
    """Return the names of the scripts that deploy jobs call, with the job that does."""
    found: dict[str, str] = {}
    for one in deploy_jobs(stack):
        for step in one.job.steps:
            for command in step.commands:
                if path := script_name(command):
                    found.setdefault(path.rpartition("/")[2], f"the job {one.job.id}")
    return found


def _serves(flow: ScriptFlow) -> bool:
    return any(act.deed in _SERVES for act in flow.acts)


def _is_swap(flow: ScriptFlow) -> bool:
    deeds = {act.deed for act in flow.acts}
    return {"start", "reload"} <= deeds and bool(deeds & {"edit", "retire"})


def _deploys(command: Command) -> bool:
    words = [word.text or "" for word in command.words]
    if command.name in ("docker", "podman", "docker-compose"):
        return command.name == "docker-compose" or any(word in _DOCKER for word in words[1:])
    if command.name in ("ssh", "scp", "rsync", "kamal", "ansible-playbook"):
        return True
    if command.name == "systemctl":
        return "restart" in words or "reload" in words
    return command.name == "git" and "pull" in words
