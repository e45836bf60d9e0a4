"""compose/undocumented-variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, EnvFile
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# What the shell or Compose itself sets.
_SET: Final = frozenset({"HOME", "USER", "PWD", "UID", "GID", "HOSTNAME", "PATH", "SHELL", "DISPLAY", "SSH_AUTH_SOCK"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit for each variable without a default that the example of the project's `.env` does not list."""
    files: dict[str, list[EnvFile]] = {}
    for env in stack.every(EnvFile):
        files.setdefault(env.path.rpartition("/")[0], []).append(env)
    facts = stack.every(ComposeFact)
    above = {path: fact for fact in facts for path in fact.files if path != fact.path}
    for fact in facts:
        near = files.get(fact.path.rpartition("/")[0], [])
        examples = [env for env in near if env.example]
        if len(examples) != 1 or stack.files[examples[0].path].size == 0:
            continue  # without an example nothing is promised, and of several nobody knows which one counts
        if fact.path in above:  # a project that includes the file gives it variables
            near = [*near, *files.get(above[fact.path].path.rpartition("/")[0], [])]
        listed = {name for env in near for name, _, _ in env.variables}
        for variable in fact.variables:
            if not variable.needed or variable.name in listed or variable.name in _SET or _set(variable.name):
                continue
            if variable.name not in options["allow"]:
                related = (Related(examples[0].place, "the example that people copy"),)
                yield Hit(variable.place, {"name": variable.name, "example": examples[0].path}, related=related)


def _set(name: str) -> bool:
    return name.startswith(("COMPOSE_", "DOCKER_", "GITHUB_", "CI_"))
