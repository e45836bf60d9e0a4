"""The images that a deployment pulls and runs, and what their tags say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.command import Word
from maverick_lint.core.record import record
from maverick_lint.formats._shell.docker import docker_call, run_of
from maverick_lint.stack.deploy_commands import deploying
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.script_arguments import origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Setting
    from maverick_lint.stack.deploys import DeployCommand
    from maverick_lint.stack.model import Stack

_NAME: Final = re.compile(r"^[a-z0-9][\w.-]*(?::\d+)?(?:/|$)")
_VARIABLE: Final = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_EXPRESSION: Final = re.compile(r"\$\{\{\s*env\.(\w+)\s*\}\}")
_UNKNOWN: Final = re.compile(r"\$\{\{.*?\}\}|\$\{[^}]*\}|\$\w+|\$\([^)]*\)|`[^`]*`")
_FULL_NAME: Final = re.compile(
    r"^[a-z0-9.-]+(?::\d+)?/[\w./-]+(?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?$|^[a-z0-9_.-]+:[\w.-]+$"
)
_PULLS: Final = frozenset({"pull", "image pull"})


@record
class Deployed:
    """An image that is deployed: the word that names it, and the reference with known variables put in.

    What is unknown stands as written, `${{ inputs.version }}` or `$1`.
    """

    at: DeployCommand
    word: Word
    reference: str


def deployed(stack: Stack) -> Iterator[Deployed]:
    """Yield the images that deploy jobs and scripts pull, run in the background, or give to a deploy script."""
    for one in commands(stack):
        for word in _images(one):
            yield from _of_word(stack, one, word)


def _of_word(stack: Stack, one: DeployCommand, word: Word) -> Iterator[Deployed]:
    """Yield an image where it is written: what a caller gives stands there, and arguments are seen there."""
    reference = _with_environment(word.expanded or word.raw, one)
    giver = next((given for given in origins(stack, word) if given.text and given.text in reference), None)
    if giver is None:
        yield Deployed(one, word, reference)
    elif giver.setting:
        yield Deployed(one, Word(reference, giver.text or reference, giver.place, reference), reference)


def _images(one: DeployCommand) -> Iterator[Word]:
    call = docker_call(one.command)
    if call is not None:
        if call.subcommand in _PULLS:
            operands = [word for word in call.words if not (word.text or "").startswith("-")]
            yield from operands[:1] if not any((w.text or "").startswith("--platform") for w in call.words) else ()
        elif call.subcommand == "run":
            run = run_of(call)
            if run.detached and run.image is not None:
                yield run.image
    elif (deploying(one.command) or "").startswith("runs"):
        for word in one.command.words[1:]:
            text = _with_environment(word.expanded or "", one)
            if _FULL_NAME.match(_UNKNOWN.sub("x", text)) and ("/" in text or text.endswith(":latest")):
                yield word


def _with_environment(reference: str, one: DeployCommand) -> str:
    """Put in the variables that the step, the job and the pipeline set for the command."""
    if one.job is None or one.step is None or "$" not in reference:
        return reference
    known = {s.name: s.text for group in (one.job.pipeline.env, one.job.job.env, one.step.env) for s in _texts(group)}
    for pattern in (_EXPRESSION, _VARIABLE):
        for match in pattern.finditer(reference):
            name = next(group for group in match.groups() if group)
            value = known.get(name)
            if value is not None:
                reference = reference.replace(match.group(), value)
    return reference


def _texts(group: tuple[Setting, ...]) -> Iterator[Setting]:
    return (setting for setting in group if setting.text is not None)


def tag_of(reference: str) -> str | None:
    """Return the tag of a reference, "" when it has none; None when it has a digest, or that cannot be told."""
    if "@" in _UNKNOWN.sub("", reference):
        return None
    # What is unknown is masked, so that its colons and slashes are not taken for those of the reference.
    found: list[str] = []

    def mask(match: re.Match[str]) -> str:
        found.append(match.group())
        return f"\0{len(found) - 1}\0"

    masked = _UNKNOWN.sub(mask, reference)
    last = masked.rpartition("/")[2]
    name, colon, tag = last.partition(":")
    if not colon:
        return "" if "\0" not in masked else None
    if not name:
        return None
    return re.sub(r"\0(\d+)\0", lambda match: found[int(match[1])], tag)


def registry_of(reference: str) -> str | None:
    """Return the registry host of a reference, "" when it names none; None when that is unknown."""
    first, slash, _ = _UNKNOWN.sub("\0", reference).partition("/")
    if "\0" in (first if slash else first.partition(":")[0]):
        return None
    if not slash:
        return ""
    return first if "." in first or ":" in first or first == "localhost" else ""
