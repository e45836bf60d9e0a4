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
    from maverick_lint.formats.dockerfile.model import Dockerfile

_MOVING: Final = frozenset({"nightly", "edge", "main", "master", "dev", "stable", "current", "rolling", "canary"})
_UNTAGGED: Final = ("hadolint:DL3006", "checkov:CKV_DOCKER_7", "kics:image_version_not_explicit")
_LATEST: Final = ("hadolint:DL3007", "checkov:CKV_DOCKER_7", "trivy:DS-0001", "kics:image_version_using_latest")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the base of each stage that names an image without a tag or with `latest`."""
    for stage in document.model.stages:
        if stage.base is None or stage.image is None or stage.image == "scratch" or is_local(stage.image):
            continue
        found = image(stage.image)
        if found.digest:
            continue
        if not found.tag:
            yield Hit(stage.base.span, {"image": stage.image}, "none", equivalents=_UNTAGGED)
        elif found.tag == "latest" or found.tag in _MOVING:
            yield Hit(stage.base.span, {"image": stage.image, "tag": found.tag}, equivalents=_LATEST)
