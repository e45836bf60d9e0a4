"""github-workflow/typosquat."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.actions import popular
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:
    """Yield a hit for each action whose name is one letter away from a known action of another owner."""
    allowed = {name.lower() for name in options["allow"]}
    nodes = [step.uses for step in document.model.steps if step.action]
    if isinstance(document.model, Workflow):
        nodes += [job.uses for job in document.model.jobs]
    for node in nodes:
        name = "" if node is None else "/".join(node.raw.partition("@")[0].lower().split("/")[:2])
        if node is None or name in popular() or name in allowed or name.startswith((".", "$")) or "{{" in name:
            continue
        meant = _meant(name)
        if meant is not None and meant.partition("/")[0] != name.partition("/")[0]:
            yield Hit(node, {"name": name, "meant": meant})


@lru_cache(maxsize=1024)
def _meant(name: str) -> str | None:
    lengths = range(len(name) - 1, len(name) + 2)
    near = sorted(known for length in lengths for known in _by_length().get(length, ()))
    return next((known for known in near if _one_off(name, known)), None)


@lru_cache(maxsize=1)
def _by_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name in popular():
        found.setdefault(len(name), []).append(name)
    return found


def _one_off(one: str, other: str) -> bool:
    """Say whether two names of nearly one length differ by one sign, or by two that have changed places."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]
