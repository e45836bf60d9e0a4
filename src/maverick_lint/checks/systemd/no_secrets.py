"""systemd/no-secrets: Environment= and the options of a command are no place for secrets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.commands import EXEC, commands_of_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_PAIR: Final = re.compile(r"([\"']?)([A-Za-z_]\w*)=([^\s\"']*)")
_SECRET: Final = re.compile(
    r"(?:^|_)(?:PASSWORD|PASSWD|SECRET|SECRET_KEY|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY|CREDENTIALS?|PASSPHRASE)$",
    re.IGNORECASE,
)
_CREDENTIAL_URL: Final = re.compile(r"^[a-z][a-z0-9+]*://[^:/@\s]+:[^@/\s$%]+@")
_PLACEHOLDER: Final = re.compile(
    r"^(?:|change-?_?me|xxx+|<.*>|\*+|your[-_].*|example|todo|/.*|%.*|\$.*|true|false)$", re.IGNORECASE
)


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield variables of Environment=, and of `docker run -e`, that hold a secret in plain text."""
    for entry in document.model.entries("Service", "Environment"):
        for match in _PAIR.finditer(entry.value):
            if _is_secret(match[2], match[3]):
                yield Hit(entry.text.outer(Span(match.start(2), match.end())), {"name": match[2]})
    if any("-e" in entry.value for entry in document.model.entries("Service", *EXEC)):
        yield from _of_containers(document.model)


def _is_secret(name: str, value: str) -> bool:
    secret = _SECRET.search(name) is not None and not _PLACEHOLDER.match(value)
    return secret or _CREDENTIAL_URL.match(value) is not None


def _of_containers(unit: Unit) -> Iterator[Hit]:
    from maverick_lint.formats._shell.docker import docker_call, run_of

    for command in commands_of_unit(unit):
        call = docker_call(command)
        for word in run_of(call).values("-e", "--env") if call is not None and call.subcommand == "run" else ():
            name, given, value = (word.text or "").removeprefix("--env=").removeprefix("-e").partition("=")
            if given and _is_secret(name, value):
                yield Hit(word.place, {"name": name}, "option")
