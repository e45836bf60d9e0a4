"""gitlab-ci/docker-in-docker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import images, place_of, variables
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each service that runs a Docker daemon, and for what takes its encryption away."""
    ci = document.model
    for value, image in images(ci):
        name, _, tag = image.rpartition("/")[2].partition(":")
        if name in ("docker", "dind") and "dind" in image and "rootless" not in tag:
            yield Hit(place_of(value), {"image": image})
    given = list(variables(ci))
    nowhere = any(name == "DOCKER_HOST" and not text.strip() for _, name, _, text in given)
    for _, name, value, text in given:
        # Where the host is emptied too, the job takes the runner's own daemon and no connection.
        if _plain(name, text) and not nowhere:
            yield Hit(place_of(value), {"name": name}, "tls")


def _plain(name: str, text: str) -> bool:
    """Say whether a variable makes the daemon's connection a plain one."""
    if name == "DOCKER_TLS_CERTDIR":
        return not text.strip()
    return name == "DOCKER_HOST" and text.startswith("tcp://") and text.rstrip("/").endswith(":2375")
