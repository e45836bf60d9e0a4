"""stack/development-tool: what a deployment runs in an image is in the image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.facts.tasks import Dependencies
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.docker_runs import runs
from maverick_lint.stack.launchers import forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Programs that projects keep among what only development needs.
_TOOLS: Final = frozenset(
    {"pytest", "tox", "nox", "ruff", "mypy", "pyright", "coverage", "jest", "vitest", "mocha", "eslint"}
)
_MOST_WORDS: Final = 3


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield development tools run in an image of this repository that was built without development dependencies."""
    stages = _production_stages(stack)
    if not stages:
        return
    declared = stack.every(Dependencies)
    needed = {name for one in declared for name in one.names}
    development = {name for one in declared for name in one.development} - needed
    for one in runs(stack):
        image = one.run.image
        if image is None or (image.text is not None and "/" not in image.text and ":" in image.text):
            continue  # an official image brings its own programs
        for form in forms(tuple(word.text for word in one.run.command)):
            tool = form[0] or ""
            if tool in development or (tool in _TOOLS and tool not in needed):
                word = next(
                    (w for w in one.run.command[:_MOST_WORDS] if (w.text or "").rpartition("/")[2] == tool), None
                )
                if word is not None:
                    related = Related(stages[0].place, "the image is built here without development dependencies")
                    yield Hit(word.place, {"tool": tool}, related=(related,))
                break


def _production_stages(stack: Stack) -> list[StageFact]:
    """Return a stage of every Dockerfile that leaves development out; [] when one of them does not."""
    found = []
    for file in stack.every(DockerfileFact):
        stage = next((stage for stage in file.stages if stage.production), None)
        if stage is None and _lists_production(stack, file):
            stage = file.stages[-1]
        if stage is None:
            return []
        found.append(stage)
    return found


def _lists_production(stack: Stack, file: DockerfileFact) -> bool:
    """Say whether lists of requirements are installed, and none of those that development adds."""
    named = {word.rpartition("/")[2] for word in file.installed if word.endswith((".txt", ".in"))}
    known = {one.path.rpartition("/")[2].lower(): one for one in stack.every(Dependencies)}
    if any(stage.installs for stage in file.stages) or not named or not named <= known.keys():
        return False
    return all(known[name].names and not known[name].development for name in named)
