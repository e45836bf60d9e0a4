"""What is deployed is monitored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.repo._shown import has_path
from maverick_lint.core.facts.monitoring import Alert, PrometheusFact
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# A configuration that a program fills in first is no YAML that can be read, and may be all that is wanted.
_CONFIGURATION: Final = re.compile(
    r"(?:^|/)(?:prometheus|vmagent|victoria-?metrics)[^/]*\.(?:ya?ml|j2|tmpl|tpl|erb|template)"
)
_RULES: Final = re.compile(
    r"(?:^|/)(?:alerts?|rules|alert[-_.]rules|alerting)[^/]*\.(?:j2|tmpl|tpl|erb|template)$|\.rules$|/alerting/[^/]*\.ya?ml$"
    r"|\.(?:lib)?sonnet$|\.jsonnet$"
)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where the deployment is without a Prometheus, or where Prometheus is without alerts."""
    found = deploys(stack)
    if not found:
        return
    known = stack.every(PrometheusFact)
    if not known and not has_path(stack, _CONFIGURATION):
        yield Hit(found.anchor)
    elif not stack.every(Alert) and not stack.paths("prometheus-rules") and not has_path(stack, _RULES):
        yield Hit(known[0].rules_place or known[0].place if known else found.anchor, case="alerts")
