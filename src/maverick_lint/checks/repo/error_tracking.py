"""Errors of the application are collected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.repo._shown import calls, has_path, runs_image
from maverick_lint.core.facts.containers import ComposeFact, EnvFile, Service
from maverick_lint.core.facts.monitoring import Monitoring
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_TRACKER: Final = re.compile(r"sentry|glitchtip|rollbar|bugsnag|honeybadger|airbrake", re.IGNORECASE)
_PATH: Final = re.compile(r"(?:^|/)(?:\.?sentry[^/]*|glitchtip[^/]*|rollbar[^/]*|bugsnag[^/]*)(?:/|$)")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit where the deployment is, when nothing shows an error tracker."""
    found = deploys(stack)
    if not found or any(one.part == "error-tracking" for one in stack.every(Monitoring)):
        return
    if any(_TRACKER.search(name) for name in _names(stack)):
        return
    if not (has_path(stack, _PATH) or runs_image(stack, _TRACKER) or calls(stack, _TRACKER)):
        yield Hit(found.anchor)


def _names(stack: Stack) -> Iterator[str]:
    """Yield the names of variables and actions, which tell what is used."""
    for file in stack.every(EnvFile):
        yield from (name for name, _, _ in file.variables)
    for service in stack.every(Service):
        yield from service.environment
    for compose in stack.every(ComposeFact):
        yield from (variable.name for variable in compose.variables)
    for pipeline in stack.every(Pipeline):
        yield from (setting.name for setting in pipeline.env)
        for job in pipeline.jobs:
            yield from (setting.name for setting in job.env)
            for step in job.steps:
                yield step.uses
                yield from (setting.name for setting in step.env)
