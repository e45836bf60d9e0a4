"""gitlab-ci/artifact-secrets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import keyed, place_of
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_WHOLE: Final = frozenset({".", "./", "*", "**", "**/*", "./*", "./**", "$CI_PROJECT_DIR", "${CI_PROJECT_DIR}"})
_CREDENTIALS: Final = (
    r"(?:^|/)(?:\.env(?:\.(?!example|sample|template|dist)[\w.-]+)?|\.npmrc|\.pypirc|\.netrc|\.git|\.ssh|\.aws|\.kube"
    r"|id_(?:rsa|ed25519|ecdsa|dsa)|kubeconfig|[\w.*-]*\.(?:pem|key|p12|pfx|jks|keystore|tfstate)|credentials\.json"
    r"|service[-_]account\.json|\.docker/config\.json|htpasswd|\.vault[-_]?pass(?:word)?)$"
)


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each path of artifacts that holds credentials, or simply everything."""
    for _, value in keyed(document.model, "artifacts"):
        paths, exclude = value.get("paths"), value.get("exclude")
        access = value.get("access")
        if paths is None or (access is not None and access.text == "none"):
            continue
        left_out = {item.text for item in exclude.items()} if exclude is not None else set()
        for item in paths.items():
            text = (item.text or "").strip()
            bare = text.rstrip("/") or text
            if bare in _WHOLE or text in _WHOLE:
                if not any(out and out.startswith(".git") for out in left_out):
                    yield Hit(place_of(item), {"path": text}, "whole")
            elif text not in left_out and re.search(_CREDENTIALS, bare):
                yield Hit(place_of(item), {"path": text})
