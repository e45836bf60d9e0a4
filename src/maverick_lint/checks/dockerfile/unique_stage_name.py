"""Two stages have one name, or a stage has a name that Docker keeps for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.dockerfile.model import Dockerfile

_RESERVED: Final = ("scratch", "context")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each name that an earlier stage has already, and at each reserved name."""
    seen: dict[str, Span] = {}
    for stage in document.model.stages:
        if not stage.name or stage.name_span is None:
            continue
        if stage.name in _RESERVED:
            codes: tuple[str, ...] = (
                "hadolint:DL3063",
                "buildkit:ReservedStageName",
                "tally:buildkit/ReservedStageName",
            )
            yield Hit(stage.name_span, {"name": stage.name}, "reserved", equivalents=codes)
        elif stage.name in seen:
            related = (Related(seen[stage.name], "the first stage of this name"),)
            codes = (
                "hadolint:DL3024",
                "buildkit:DuplicateStageName",
                "tally:buildkit/DuplicateStageName",
                "checkov:CKV_DOCKER_11",
                "trivy:DS-0012",
            )
            yield Hit(stage.name_span, {"name": stage.name}, related=related, equivalents=codes)
        else:
            seen[stage.name] = stage.name_span
