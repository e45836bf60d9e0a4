"""systemd/no-secrets: Environment= is no place for secrets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

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
    """Yield variables of Environment= that hold a secret in plain text."""
    for entry in document.model.entries("Service", "Environment"):
        for match in _PAIR.finditer(entry.value):
            name, value = match[2], match[3]
            secret = _SECRET.search(name) is not None and not _PLACEHOLDER.match(value)
            if secret or _CREDENTIAL_URL.match(value):
                yield Hit(entry.text.outer(Span(match.start(2), match.end())), {"name": name})
