"""A base image has no tag, or one that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import is_local
from maverick_lint.formats.dockerfile.image import image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.dockerfile.model import Dockerfile

_MOVING: Final = frozenset({"nightly", "edge", "main", "master", "dev", "stable", "current", "rolling", "canary"})
_UNTAGGED: Final = (
    "hadolint:DL3006",
    "tally:hadolint/DL3006",
    "checkov:CKV_DOCKER_7",
    "kics:image_version_not_explicit",
)
_LATEST: Final = (
    "hadolint:DL3007",
    "tally:hadolint/DL3007",
    "checkov:CKV_DOCKER_7",
    "trivy:DS-0001",
    "kics:image_version_using_latest",
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each base, and each image of COPY --from, without a tag or with one that moves."""
    model = document.model
    for stage in model.stages:
        if stage.base is not None and stage.image is not None and stage.image != "scratch":
            yield from _judged(stage.image, stage.base.span, _UNTAGGED)
        for instruction in stage.every("COPY"):
            flag = instruction.flag("from")
            value = None if flag is None else instruction.value(flag.value)
            # a bare name is a stage, an official image, or a build context given on the command line
            if flag is not None and value and value.lower() not in model.stage_names:
                yield from _judged(
                    value,
                    flag.value_span,
                    (
                        "hadolint:DL3022",
                        "tally:hadolint/DL3022",
                    ),
                )


def _judged(reference: str, span: Span, untagged: tuple[str, ...]) -> Iterator[Hit]:
    found = image(reference)
    if found.digest or is_local(reference):
        return
    if not found.tag:
        yield Hit(span, {"image": reference}, "none", equivalents=untagged)
    elif found.tag == "latest" or found.tag in _MOVING:
        yield Hit(span, {"image": reference, "tag": found.tag}, equivalents=_LATEST)
