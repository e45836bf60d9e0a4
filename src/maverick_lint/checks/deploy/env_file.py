"""deploy/env-file: secrets reach a container from a file, not from the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.docker_runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_SECRET: Final = re.compile(
    r"(?:^|_)(?:PASSWORD|PASSWD|PASS|SECRET|SECRET_KEY|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY|CREDENTIALS?|DSN|"
    r"DATABASE_URL|REDIS_URL|CONNECTION_STRING)$",
    re.IGNORECASE,
)


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `-e NAME=value` whose name speaks of a secret."""
    for one in runs(stack):
        for word in one.run.values("-e", "--env"):
            text = word.expanded or word.raw
            for prefix in ("--env=", "-e"):
                text = text.removeprefix(prefix)
            name, given, value = text.partition("=")
            if given and value and _SECRET.search(name):
                yield Hit(word.place, {"name": name})
