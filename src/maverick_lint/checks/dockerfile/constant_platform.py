"""FROM names a platform in so many words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the value of each constant platform, and of one that is the default anyway."""
    for stage in document.model.stages:
        flag = stage.origin.flag("platform") if stage.origin is not None else None
        if flag is None or not flag.value:
            continue
        if flag.value in ("$TARGETPLATFORM", "${TARGETPLATFORM}"):
            codes = ("hadolint:DL3065", "buildkit:RedundantTargetPlatform", "tally:buildkit/RedundantTargetPlatform")
            yield Hit(flag.value_span, {"platform": flag.value}, "default", equivalents=codes)
        elif "$" not in flag.value and not any(part and part in stage.name for part in flag.value.split("/")):
            codes = (
                "hadolint:DL3029",
                "buildkit:FromPlatformFlagConstDisallowed",
                "tally:buildkit/FromPlatformFlagConstDisallowed",
            )
            yield Hit(flag.value_span, {"platform": flag.value}, equivalents=codes)
