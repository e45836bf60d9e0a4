"""compose/pinned-image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit
from maverick_lint.formats.compose.images import read_image
from maverick_lint.formats.compose.interpolate import UNKNOWN
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.images import Image
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.tree import Value

_MOVING: Final = frozenset({
    "latest", "stable", "edge", "nightly", "dev", "devel", "develop", "development", "beta", "alpha", "canary", "main",
    "master", "trunk", "head", "snapshot", "unstable", "rolling", "current", "lts", "mainline", "next", "preview",
    "release", "testing", "test", "prod", "production", "staging", "experimental", "insiders",
})  # fmt: skip
# Words that say which variant of the newest version it is.
_VARIANTS: Final = frozenset({
    "alpine", "slim", "fpm", "apache", "cli", "zts", "management", "full", "debian", "ubuntu", "perl", "otel", "ubi",
    "jdk", "jre", "lite", "server", "browser", "browsers", "distroless",
})  # fmt: skip
_TESTS: Final = frozenset({"test", "tests", "testing", "e2e", "spec", "specs", "fixtures", "testdata", "acceptance"})
# Tags under which tests start what they have built a moment before.
_MADE_FOR_TESTS: Final = frozenset({"test", "testing", "dev", "local"})
_SYSTEMS: Final = frozenset({"debian", "ubuntu", "alpine", "buildpack-deps"})


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each image that is not built here and whose reference may mean another image tomorrow."""
    model = document.model
    first = FirstTime()
    built = {_text(service) for service in model.services if service.build is not None}
    mended = _mended(model)
    more = {str(tag).lower() for tag in options["tags"]}
    for service in model.variants:
        at = service.image_at
        image = service.image or _tagged(at)
        if image is None or at is None or service.build is not None or image.digest or image.name == "scratch":
            continue
        reference = at.known or at.node.raw
        if reference.endswith(":") or isinstance(at.node.value, (int, float)):
            continue  # no reference at all: Compose refuses it
        if (at.file.home and service.name in mended) or reference in built:
            continue
        if any(matches(glob, reference) for glob in options["allow"]) or not first(at):
            continue
        values = {"service": owner(service, at), "image": reference, "tag": image.tag}
        if not image.tag and image.local:
            # Tests often start images that they have built a moment before under a bare name.
            level = "note" if _is_test(document.source.path) else ""
            yield Hit(at.at, values, "local", related=at.via, level=level)
        elif not image.tag:
            yield Hit(at.at, values, "untagged", related=at.via)
        elif _moves(image) or image.tag.lower() in more:
            level = "note" if image.tag.lower() in _MADE_FOR_TESTS and _is_test(document.source.path) else ""
            yield Hit(at.at, values, related=at.via, level=level)


def _mended(model: Compose) -> set[str]:
    """Return the services whose image every command that starts the file takes from another file, or builds."""
    if not model.others:
        return set()
    taken = [
        {one.name for one in view.services if one.build is not None or (one.image_at and not one.image_at.file.home)}
        for view in model.others
    ]
    return set.intersection(*taken)


def _is_test(path: str) -> bool:
    return not _TESTS.isdisjoint(path.lower().split("/"))


def _text(service: Service) -> str | None:
    return None if service.image_at is None else service.image_at.known


def _tagged(at: Value | None) -> Image | None:
    """Return the image of a reference of which a part is unknown, but not the tag."""
    masked = "" if at is None or at.text is None else at.text.masked
    name, _, tag = masked.rpartition(":")
    return (
        read_image(f"{name}:{tag}")
        if UNKNOWN in name and tag and "/" in name and not set(tag) & {UNKNOWN, "/"}
        else None
    )


def _moves(image: Image) -> bool:
    words = image.tag.lower().replace("_", "-").split("-")
    if words[0] in _MOVING:
        # `stable-20240101` and `main-3f2a9c1` name one build
        return not any(any(c.isdigit() for c in word) for word in words[1:])
    return image.base not in _SYSTEMS and all(word in _VARIANTS for word in words)
