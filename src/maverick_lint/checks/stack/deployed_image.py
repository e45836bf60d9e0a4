"""stack/deployed-image."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.images import deployed, registry_of
from maverick_lint.stack.pushed_images import is_unknown, name_of, pattern_of, pushed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.pushed_images import Pushed

_ARGUMENT: Final = re.compile(r"\$(?:\d|\{\d[^}]*\})\Z")
_REPOSITORY: Final = re.compile(r"\$\{\{\s*github\.repository\s*\}\}|\$\{?github_repository\b\}?")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each deployed image of the registry and owner to which pipelines push others only.

    Nothing is said where one of the deployed images is pushed here: then the others come from other repositories.
    """
    images = [one for one in pushed(stack) if registry_of(one.name) != ""]
    names = {one.name for one in images}
    suspects: dict[Place, tuple[str, Pushed]] = {}
    for one in deployed(stack) if images else ():
        name = name_of(one.reference)
        if one.at.script is not None and _is_argument(name):
            continue  # what a job gives to the script is judged where the job names it
        if not registry_of(name) or any(_may_be(name, other) for other in names):
            return
        beside = next((other for other in images if _same_owner(name, other.name)), None)
        if beside is not None and not is_unknown(_settled(name).rpartition("/")[2]):
            suspects.setdefault(one.word.place, (name, beside))
    for place, (name, other) in suspects.items():
        yield Hit(
            place, {"image": name, "other": other.name}, related=(Related(other.place, f"pushes `{other.name}`"),)
        )


def _is_argument(name: str) -> bool:
    """Say whether a name is an argument of its script alone: `$1`, `${1:?usage}`."""
    return _ARGUMENT.match(name) is not None


def _may_be(name: str, other: str) -> bool:
    """Say whether two names may be one, whatever is unknown of either."""
    if _REPOSITORY.search(name) and _REPOSITORY.search(other):
        name, other = _settled(name), _settled(other)
    return name == other or bool(pattern_of(other).match(name)) or bool(pattern_of(name).match(other))


def _same_owner(name: str, other: str) -> bool:
    """Say whether two names have the same registry, and all folders but the last part in common."""
    if _REPOSITORY.search(name) or _REPOSITORY.search(other):
        if not (_REPOSITORY.search(name) and _REPOSITORY.search(other)):
            return False
        return name.partition("/")[0] == other.partition("/")[0]
    first, second = name.rpartition("/")[0], other.rpartition("/")[0]
    return bool(first) and (first == second or _may_be(first, second))


def _settled(name: str) -> str:
    """Return a name in which the repository's own name is taken for known: it is the same in all its pipelines."""
    return _REPOSITORY.sub("owner/repository", name)
