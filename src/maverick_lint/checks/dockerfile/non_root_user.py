"""A stage that ships runs as root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._targets import chain
from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import is_local, known
from maverick_lint.formats.dockerfile.purpose import helps_development
from maverick_lint.stack.stages import shipped_fact, shipping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


_ROOT: Final = (
    "hadolint:DL3002", "tally:hadolint/DL3002", "checkov:CKV_DOCKER_8", "trivy:DS-0002", "kics:last_user_is_root",
)  # fmt: skip
_NAMED: Final = ("hadolint:DL3066",)  # root as a name, which is no number either
_NONE: Final = ("checkov:CKV_DOCKER_3", "trivy:DS-0002", "kics:missing_user_instruction")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the last USER of a stage when it is root, or at its FROM when no USER is along its chain."""
    for file in stack.every(DockerfileFact):
        if not helps_development(file.path):
            last = shipped_fact(file)
            hits = [hit for stage in shipping(stack, file) for hit in _judged(file, stage, final=stage is last)]
            yield from {hit.at: hit for hit in hits}.values()


def _judged(file: DockerfileFact, stage: StageFact, *, final: bool) -> Iterator[Hit]:
    if stage.leaves_root:
        return
    if stage.user_place is not None:
        if stage.user is not None and is_root(stage.user):
            case = "variable" if "$" in stage.user_written else ""
            same = _ROOT if set(stage.user.partition(":")[0].strip()) == {"0"} else (*_ROOT, *_NAMED)
            yield Hit(stage.user_place, {"user": stage.user, "written": stage.user_written}, case, equivalents=same)
        return
    image = list(chain(file, stage))[-1].base
    if image is None:
        return
    base = known(image)
    if base.user == "" if base is not None else not is_local(image):
        name = f"stage `{stage.name}`" if stage.name else "the final stage" if final else f"stage {stage.index}"
        yield Hit(
            stage.place, {"stage": name, "image": image}, "none" if base is not None else "unknown", equivalents=_NONE
        )


def is_root(user: str) -> bool:
    """Say whether a value of USER is root: by name, or by the number 0 in any length."""
    name = user.partition(":")[0].strip()
    return name == "root" or (name != "" and set(name) == {"0"})
