"""References to images: `[HOST[:PORT]/]NAME[:TAG][@DIGEST]`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
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
    def official(self) -> bool:
        """Whether it is one of Docker Hub's official images (namespace `library`)."""
        return self.host in ("", "docker.io", "index.docker.io") and self.name.count("/") == self.name.startswith(
            "library/"
        )


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
