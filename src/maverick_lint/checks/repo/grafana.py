"""What is measured can be looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.repo._shown import calls, has_path, runs_image
from maverick_lint.core.facts.monitoring import Monitoring
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_GRAFANA: Final = re.compile(r"grafana")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where the deployment is, when nothing shows a Grafana."""
    found = deploys(stack)
    if not found or stack.paths("grafana-dashboard", "grafana-provisioning"):
        return
    if any(one.part == "grafana" for one in stack.every(Monitoring)):
        return
    if not (has_path(stack, _GRAFANA) or runs_image(stack, _GRAFANA) or calls(stack, _GRAFANA)):
        yield Hit(found.anchor)
