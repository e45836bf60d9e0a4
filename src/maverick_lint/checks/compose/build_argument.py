"""compose/build-argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# What BuildKit takes of its own accord (docs.docker.com, "ARG", 2026-11).
_KNOWN: Final = ("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY", "SOURCE_DATE_EPOCH")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each build argument that the Dockerfile of the service does not declare."""
    dockerfiles = {fact.path: fact for fact in stack.every(DockerfileFact)}
    for service in stack.every(Service):
        build = service.build
        if build is None or build.dockerfile is None:
            continue
        dockerfile = dockerfiles.get(build.dockerfile)
        if dockerfile is None or any(stage.base is not None and "onbuild" in stage.base for stage in dockerfile.stages):
            continue  # a base image may bring an `ONBUILD ARG`
        for (name, _), place in zip(service.arguments, service.argument_places, strict=False):
            if name in dockerfile.arguments or name.upper() in _KNOWN or name.startswith("BUILDKIT_"):
                continue
            close = close_matches(name, dockerfile.arguments, 1, 0.7)
            hint = f"; did you mean `{close[0]}`?" if close else ""
            values = {"service": service.name, "name": name, "path": dockerfile.path, "hint": hint}
            yield Hit(place, values, related=(Related(dockerfile.place, "the Dockerfile"),))
