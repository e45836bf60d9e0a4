"""Pushes to GitHub's registry of images with the token of the job.

Source: docs.github.com, "Working with the Container registry": a push needs `packages: write` (2026-11-24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._tokens import has_job_token
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Job, Step, Workflow

_REGISTRY: Final = "ghcr.io/"
_VARIABLE: Final = re.compile(r"\$\{\{\s*env\.(\w+)\s*\}\}", re.IGNORECASE)
_LOGIN: Final = re.compile(
    r"\b(?:docker|podman|buildah|helm registry|crane auth|oras|skopeo)[ \t]+login\b[^\n]*\bghcr\.io\b"
)
# Programs that push an image, with the words that say so.
_PUSHES: Final = {
    "docker": ("push",), "podman": ("push",), "buildah": ("push",), "crane": ("push", "copy", "cp"), "helm": ("push",),
    "oras": ("push", "copy", "cp"), "skopeo": ("copy", "sync"), "nerdctl": ("push",),
}  # fmt: skip
_LONGEST_LINE: Final = 2_000
_SIGNS: Final = ("push", "skopeo", "crane", "oras")
_NOT_FOR_CHANGES: Final = re.compile(r"github\.event_name\s*!=\s*'pull_request'", re.IGNORECASE)


def is_of_job(token: Node | None) -> bool:
    """Say whether an input is left out, or is the token of the job."""
    return token is None or has_job_token(token.raw)


def builds_and_pushes(workflow: Workflow, job: Job, step: Step) -> bool:
    """Say whether docker/build-push-action pushes to GitHub's registry, as who logged in with the token of the job."""
    levels = (step.env, job.env, workflow.env)
    push, tags = step.given("push"), step.given("tags")
    if push is None or tags is None or not (push.raw.strip() == "true" or _NOT_FOR_CHANGES.search(push.raw)):
        return False
    images = [tags]
    if "outputs.tags" in tags.raw.lower():
        images = [one.given("images") or one.node for one in job.steps if one.action == "docker/metadata-action"]
    to = any(_REGISTRY in _filled(node.raw, levels) for node in images if node.is_scalar)
    return to and _logged_in(workflow, job)


def registry_pushes(source: Source, workflow: Workflow, job: Job, step: Step) -> Iterator[Command]:
    """Yield the commands of a step that push to GitHub's registry, as who logged in with the token of the job."""
    if step.run is None or not any(sign in step.run.raw for sign in _SIGNS) or not _logged_in(workflow, job):
        return
    from maverick_lint.formats._shell import commands_of  # reads shell scripts, which few workflows need

    levels = (step.env, job.env, workflow.env)
    known = {name: node.raw for level in reversed(levels) for name, node in level.items() if "${{" not in node.raw}
    for command in commands_of(embedded(source, step.run), known):
        words = [_filled(word.expanded or word.raw, levels) for word in command.words]
        verbs = _PUSHES.get(command.name, ())
        # Of a copy the last image is the one that is written.
        named = words[-1:] if command.name in ("skopeo", "crane", "oras") and "push" not in words[:2] else words
        if (any(word in verbs for word in words[1:3]) or (command.name == "docker" and "--push" in words)) and any(
            _REGISTRY in word for word in named
        ):
            yield command


def _logged_in(workflow: Workflow, job: Job) -> bool:
    """Say whether all who log in to the registry in a job do so with the token of the job, and somebody does."""
    found: list[bool] = []
    for step in job.steps:
        levels = (step.env, job.env, workflow.env)
        if step.action == "docker/login-action":
            registry, password = step.given("registry"), step.given("password")
            if registry is not None and _filled(registry.raw, levels).strip().startswith("ghcr.io"):
                found.append(password is not None and has_job_token(_filled(password.raw, levels)))
        elif step.run is not None and "login" in step.run.raw:
            for line in step.run.raw.replace("\\\n", " ").splitlines():
                if len(line) < _LONGEST_LINE and _LOGIN.search(line):
                    named = (node.raw for level in levels for name, node in level.items() if f"${name}" in line)
                    braced = (node.raw for level in levels for name, node in level.items() if f"${{{name}}}" in line)
                    found.append(any(has_job_token(text) for text in (line, *named, *braced)))
    return bool(found) and all(found)


def _filled(text: str, levels: Sequence[Mapping[str, Node]]) -> str:
    """Return a text with the variables of the file in the place of `${{ env.NAME }}`."""
    if "env." not in text.lower():
        return text
    return _VARIABLE.sub(
        lambda match: next((level[match[1]].raw for level in levels if match[1] in level), match[0]), text
    )
