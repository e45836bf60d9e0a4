"""gitlab-ci/password-argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import matches, place_in
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_LOGIN: Final = (
    r"\b(docker|podman|buildah|skopeo|crane|helm registry|oras)\s+(?:auth\s+)?login\b[^\n|;&]*?\s"
    r"((?:-p|--password)(?:[= ]|(?=[\"'$]))(?!-)[^\s|;&]+)"
)
# Buildah, Skopeo and Podman take a registry's account at the transfer itself.
_TRANSFER: Final = (
    r"\b(buildah|podman|skopeo)\s+(?:push|pull|copy|inspect|bud|build|from|delete|sync)\b[^\n|;&]*?\s"
    r"(--(?:src-|dest-)?creds[= ][^\s:|;&]+:[^\s|;&]+)"
)


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each password on the command line of a log-in."""
    for section, match, _ in matches(document.model, _LOGIN, "login"):
        yield Hit(place_in(section, *match.span(2)), {"program": f"{match[1]} login"})
    for section, match, _ in matches(document.model, _TRANSFER, "creds"):
        yield Hit(place_in(section, *match.span(2)), {"program": match[1]}, case="transfer")
