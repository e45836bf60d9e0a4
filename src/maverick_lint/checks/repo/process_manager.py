"""Something starts the application again when it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.repo._shown import calls, has_path, managed
from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_PATH: Final = re.compile(
    r"\.service(?:\.(?:j2|tmpl|tpl|erb|template|in))?$|(?:^|/)(?:supervisord?[^/]*\.conf|ecosystem\.config\.[cm]?js|\.?monitrc)"
)
_COMMAND: Final = re.compile(r"^(?:systemctl|supervisorctl|pm2|systemd-run|monit)$|^--restart(?:=|$)")
_POLICIES: Final = frozenset({"always", "unless-stopped", "on-failure"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where the deployment is, when neither a unit nor a restart policy is to be seen."""
    found = deploys(stack)
    if not found or managed(stack) or stack.every(UnitFact) or stack.paths("systemd"):
        return
    restarts = (service.restart for service in stack.every(Service))
    if any(policy is not None and policy.partition(":")[0] in _POLICIES for policy in restarts):
        return
    if not has_path(stack, _PATH) and not calls(stack, _COMMAND):
        yield Hit(found.anchor)
