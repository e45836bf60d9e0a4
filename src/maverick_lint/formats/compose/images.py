"""References to images: `[HOST[:PORT]/]NAME[:TAG][@DIGEST]`."""

from __future__ import annotations

from maverick_lint.core.record import record
from maverick_lint.formats._official import OFFICIAL, may_be_official


@record
class Image:
    """A reference taken apart; `host`, `tag` and `digest` are "" where there is none.

    name  the path without host, tag and digest: "postgres", "library/postgres", "bitnami/redis"
    """

    host: str
    name: str
    tag: str
    digest: str

    @property
    def base(self) -> str:
        """The last part of the name, in lower case."""
        return self.name.rpartition("/")[2].lower()

    @property
    def bare(self) -> str | None:
        """The name without a publisher, as `docker pull` reads it; None for an image of a publisher or another host."""
        if self.host not in ("", "docker.io", "index.docker.io"):
            return None
        name = self.name.removeprefix("library/")
        return None if "/" in name else name

    @property
    def official(self) -> bool:
        """Whether it is one of Docker Hub's official images."""
        return self.bare in OFFICIAL

    @property
    def local(self) -> bool:
        """Whether it can only have been built on this machine: a name without a publisher that is no official one."""
        return self.bare is not None and not may_be_official(self.bare)


def read_image(reference: str) -> Image:
    """Take a reference apart. Never raises; what is malformed ends up in the name."""
    rest, _, digest = reference.partition("@")
    first, slash, path = rest.partition("/")
    host = ""
    if slash and ("." in first or ":" in first or first == "localhost"):
        host, rest = first, path
    folder, slash, last = rest.rpartition("/")
    last, _, tag = last.partition(":")
    return Image(host, f"{folder}{slash}{last}", tag, digest)
