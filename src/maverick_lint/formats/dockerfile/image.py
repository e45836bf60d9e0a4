"""The parts of an image reference."""

from __future__ import annotations

from typing import Final

from maverick_lint.core.record import record

# Where Docker Hub's official images stand under another registry: Amazon's and Google's copies.
_MIRRORS: Final = frozenset({("public.ecr.aws", "docker/"), ("mirror.gcr.io", "")})


@record
class Image:
    """An image reference: `registry` is "" for Docker Hub, `path` the repository without it.

    tag and digest are "" when the reference has none; the digest keeps its `sha256:`.
    """

    registry: str
    path: str
    tag: str
    digest: str

    @property
    def name(self) -> str:
        """The last part of the repository: `python` of docker.io/library/python."""
        return self.path.rpartition("/")[2]

    @property
    def official(self) -> bool:
        """Whether it is one of Docker Hub's official images."""
        return not self.registry and "/" not in self.path


def image(reference: str) -> Image:
    """Split a reference such as ghcr.io/owner/app:1.2@sha256:..., by the rules of the distribution project."""
    rest, _, digest = reference.partition("@")
    first, slash, after = rest.partition("/")
    registry = ""
    if slash and ("." in first or ":" in first or first == "localhost"):
        registry, rest = first, after
    head, colon, tag = rest.rpartition(":")
    if not colon:
        head, tag = rest, ""
    if registry in ("docker.io", "index.docker.io", "registry-1.docker.io"):
        registry = ""
    if (registry, rest.partition("library/")[0]) in _MIRRORS:
        registry, head = "", head.partition("library/")[2]
    return Image(registry.lower(), head if registry else head.removeprefix("library/"), tag, digest)
