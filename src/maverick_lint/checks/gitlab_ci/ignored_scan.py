"""gitlab-ci/ignored-scan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import key_of, own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.formats.gitlab.jobs import flattened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_SCANNER: Final = (
    r"(?m)(?:^|[\s/;&|(])(trivy|grype|semgrep|gitleaks|trufflehog|bandit|snyk|checkov|tfsec|kics|osv-scanner|pip-audit"
    r"|npm audit|yarn audit|pnpm audit|cargo audit|bundle-audit|cosign verify|govulncheck|safety (?:check|scan)"
    r"|dependency-check)(?=\s|$)"
)


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each job that looks for vulnerabilities or secrets and may fail without consequence."""
    ci = document.model
    for job in own_jobs(ci):
        given = job.get("allow_failure")
        if given is None or given.node.value is not True or given.source.path != job.source.path:
            continue
        for line in flattened(job.get("script"), ci.top):
            found = re.search(_SCANNER, line.text or "")
            if found is not None:
                yield Hit(key_of(given), {"job": job.name, "program": found[1]})
                break
