"""deploy/same-address: a service is asked at the address that it is published on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploy_scripts import deploy_scripts
from maverick_lint.stack.docker_runs import asks_service, call_of, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_LOOPBACK: Final = "127.0.0.1"
_NAME: Final = re.compile(r"(?:^|://)localhost(?::|$)")
# Options with which a name is one address: only IPv4, or an address of one's own choice.
_SURE: Final = ("-4", "--ipv4", "--inet4-only", "--resolve", "--connect-to")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield questions to `localhost` in scripts that publish on 127.0.0.1 alone."""
    for one in deploy_scripts(stack, "deploy", "rollback"):
        at: Word | None = None
        for command in one.script.commands:
            call = call_of(command)
            if call is not None and call.subcommand == "run":
                at = next((word for word in published(call) if word.expanded.startswith(_LOOPBACK)), at)
            elif at is not None and call is None and asks_service(command) and not _is_sure(command):
                for word in command.words[1:]:
                    if _NAME.search(word.expanded):
                        related = Related(at.place, f"the container is published on {_LOOPBACK} here")
                        yield Hit(word.place, related=(related,))


def _is_sure(command: Command) -> bool:
    return any(word.expanded.startswith(_SURE) for word in command.words[1:])
