"""compose/real-secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import secret_name, secret_value, url_password
from maverick_lint.formats._secrets.randomness import looks_random
from maverick_lint.formats.compose.words import read_pairs, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.words import Pair


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each secret by its form anywhere in the file, and for each random value under a secret's name."""
    first = FirstTime()
    for service in document.model.services:
        for pair in _pairs(service):
            found = _what(pair)
            if found is not None and first(pair.at):
                case, kind = found
                values = {"service": owner(service, pair.at), "name": pair.name, "what": kind}
                yield Hit(value_at(pair), values, case, related=pair.at.via)
    seen = first.places(document.source.path)
    for node in document.tree.walk() if document.tree is not None else ():
        if node.is_scalar and (node.span.start, node.span.end) not in seen and (what := secret_value(node.raw)):
            yield Hit(node, {"what": what}, "anywhere")


def _pairs(service: Service) -> Iterator[Pair]:
    yield from service.environment
    if service.build is not None:
        yield from service.build.args
    yield from read_pairs(service.get("labels"))


def _what(pair: Pair) -> tuple[str, str] | None:
    """Return the case and what kind of secret a pair holds; None for none."""
    text = pair.text
    if not pair.given or not text:
        return None
    known = secret_value(text)
    if known is not None:
        return "", known
    if secret_name(pair.name):
        return ("random", "a random secret") if looks_random(text) else None
    password = url_password(text)
    return ("random", "a random password in a URL") if password and looks_random(password) else None
