"""gitlab-ci/tls-verification-off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import matches, place_of, variables
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_OFF: Final = (
    r"\bcurl\b[^\n|;&]*?\s(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)(?=\s|$)[^\n|;&]*"
    r"|\bwget\b[^\n|;&]*--no-check-certificate[^\n|;&]*"
    r"|http\.ssl[vV]erify[= ]\"?(?:false|0)"
    r"|StrictHostKeyChecking[= ]no\b"
    r"|\b(?:NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)=0\b|\bGIT_SSL_NO_VERIFY=(?:1|true)\b"
    r"|\bstrict-ssl[= ]false\b|--trusted-host\b|--tls-verify=false\b|--no-verify-ssl\b|--insecure-skip-tls-verify\b"
)
_LOCAL: Final = r"//(?:localhost|127\.|\[::1\]|\w+(?::\d+)?(?:/|\s|$|\"))"
_NAMES: Final = {
    "GIT_SSL_NO_VERIFY": ("1", "true"), "NODE_TLS_REJECT_UNAUTHORIZED": ("0",), "PYTHONHTTPSVERIFY": ("0",),
    "NPM_CONFIG_STRICT_SSL": ("false",),
}  # fmt: skip


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each place that takes any certificate or host key."""
    ci = document.model
    words = ("curl", "wget", "ssl", "SSL", "TLS", "HTTPS", "Strict", "-trusted", "tls")
    for _, match, place in matches(ci, _OFF, *words):
        if not re.search(_LOCAL, match[0]):
            yield Hit(place, {"what": " ".join(match[0].split())[:60]})
    for _, name, value, text in variables(ci):
        if text.lower() in _NAMES.get(name, ()):
            yield Hit(place_of(value), {"what": f"{name}: {text}"})
