"""Error tracking in a list of dependencies: the clients of Sentry and of services like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import Monitoring
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.source import Source

# The names of the clients as their package registries have them (2026-11): one needs no more than the name.
_CLIENT: Final = re.compile(
    r"(?<![\w-])(?:@sentry/[a-z-]+|sentry[-_](?:sdk|ruby|rails|sidekiq|raven|laravel|symfony|core|actix)|sentry/sentry[a-z-]*"
    r"|getsentry/sentry-[a-z-]+|sentry\.[A-Z]\w+|io\.sentry|raven|:sentry|rollbar(?:-[a-z]+)?|bugsnag(?:-[a-z]+)?|@bugsnag/[a-z-]+"
    r"|honeybadger(?:-[a-z]+)?|airbrake(?:-[a-z]+)?|glitchtip[a-z-]*|@rollbar/[a-z-]+|sentry)(?![\w-])",
    re.IGNORECASE,
)


def tracking(source: Source) -> Iterator[Fact]:
    """Yield the first client of an error tracker that a list of dependencies names."""
    match = _CLIENT.search(source.text)
    if match is not None:
        place = Place(source.path, Span(*match.span()))
        yield Fact("monitoring", "error-tracking", Monitoring("error-tracking", source.path, place), place)
