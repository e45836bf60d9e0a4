"""gitlab-ci/long-lived-credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import given, matches, place_of, variables
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_CLOUD: Final = {
    "AWS_SECRET_ACCESS_KEY": "AWS", "AZURE_CLIENT_SECRET": "Azure", "ARM_CLIENT_SECRET": "Azure",
    "GOOGLE_CREDENTIALS": "Google Cloud", "GOOGLE_APPLICATION_CREDENTIALS": "Google Cloud", "VAULT_TOKEN": "Vault",
    "TWINE_PASSWORD": "PyPI",
}  # fmt: skip
_LOGIN: Final = (
    r"\b(aws) configure set aws_secret_access_key|\b(gcloud) auth activate-service-account\b"
    r"|\b(az) login\b[^\n]*\s(?:-p|--password)\b"
)
_WHO: Final = {"aws": "AWS", "gcloud": "Google Cloud", "az": "Azure"}


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each log-in with a stored key where GitLab's own identity tokens serve."""
    ci = document.model
    for job, name, value, _ in variables(ci):
        if name in _CLOUD and given(ci, job, "id_tokens") is None:
            yield Hit(place_of(value), {"what": f"`{name}`", "who": _CLOUD[name]})
    for section, match, place in matches(ci, _LOGIN, *_WHO):
        if given(ci, section.job, "id_tokens") is None:
            program = next(word for word in match.groups() if word)
            yield Hit(place, {"what": f"this log-in of `{program}`", "who": _WHO[program]})
