"""stack/deploy-script-name: the script that is called is the one that the repository has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploy_commands import script_name
from maverick_lint.stack.deploy_scripts import deploy_scripts, role_of_name
from maverick_lint.stack.deploys import commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.deploy_scripts import DeployScript
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield calls of a deploy script that no file of the repository is, and usage lines that name another script."""
    scripts = deploy_scripts(stack, "deploy")
    yield from _usages(scripts)
    if not scripts:
        return
    names = {path.rpartition("/")[2] for path in stack.files}
    told: set[Place] = set()
    for one in commands(stack):
        called = script_name(one.command)
        name = called.rpartition("/")[2]
        word = _word(one.command, called)
        if word is None or word.place in told or "$" in name or name in names or role_of_name(name) != "deploy":
            continue
        told.add(word.place)
        path = scripts[0].script.path
        related = (Related(scripts[0].flow.heading, "the deploy script of the repository"),)
        yield Hit(word.place, {"called": name, "path": path}, related=related)


def _usages(scripts: tuple[DeployScript, ...]) -> Iterator[Hit]:
    for one in scripts:
        own = one.script.path.rpartition("/")[2]
        if one.flow.usage is not None and one.flow.usage[0].rpartition("/")[2] != own:
            named, place = one.flow.usage
            yield Hit(place, {"named": named, "own": own}, case="usage")


def _word(command: Command, text: str) -> Word | None:
    return next((word for word in command.words if text and text in (word.text, word.expanded)), None)
