"""A stage has several CMD, ENTRYPOINT or HEALTHCHECK, of which only the last one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_BUILDKIT: Final = ("buildkit:MultipleInstructionsDisallowed", "tally:buildkit/MultipleInstructionsDisallowed")
_CODES: Final = {
    "CMD": ("hadolint:DL4003", *_BUILDKIT, "trivy:DS-0016"),
    "ENTRYPOINT": ("hadolint:DL4004", *_BUILDKIT, "trivy:DS-0007"),
    "HEALTHCHECK": ("hadolint:DL3012", *_BUILDKIT, "trivy:DS-0023"),
}


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each instruction that a later one of the same stage replaces."""
    for stage in document.model.stages:
        for name, codes in _CODES.items():
            found = stage.every(name)
            for instruction in found[:-1]:
                related = (Related(found[-1].keyword, "this one holds"),)
                yield Hit(instruction.keyword, {"instruction": name}, related=related, equivalents=codes)
