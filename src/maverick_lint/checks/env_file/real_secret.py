"""env-file/real-secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import secret_name, secret_value, url_password
from maverick_lint.formats._secrets.randomness import looks_random

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.env_file.model import EnvFile


def check(document: Document[EnvFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each value that is a secret by its form, or a random one under a secret's name."""
    for entry in document.model.entries:
        if not entry.value:
            continue
        known = secret_value(entry.value)
        secret = entry.value if secret_name(entry.name) else url_password(entry.value)
        if known is not None:
            yield Hit(entry.at, {"name": entry.name, "what": known})
        elif secret is not None and looks_random(secret):
            yield Hit(entry.at, {"name": entry.name}, "random")
