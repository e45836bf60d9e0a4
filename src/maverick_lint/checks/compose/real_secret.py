"""compose/real-secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._secrets import secret_at, secret_name, secret_value, url_password
from maverick_lint.formats._secrets.randomness import looks_random
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.compose.words import read_pairs, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.words import Pair


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each secret by its form anywhere in the file, and for each random value under a secret's name."""
    first = FirstTime()
    for service in document.model.variants:
        for pair in _pairs(service):
            found = _what(pair)
            if found is not None and first(pair.at):
                case, kind = found
                values = {"service": owner(service, pair.at), "name": pair.name, "what": kind}
                yield Hit(_at(pair), values, case, related=pair.at.via)
    seen = first.places(document.source.path)
    for node in document.tree.walk() if document.tree is not None else ():
        if node.is_scalar and (node.span.start, node.span.end) not in seen and (held := secret_at(node.raw)):
            what, start, end = held
            yield Hit(embedded(document.source, node).outer(Span(start, end)), {"what": what}, "anywhere")


def _at(pair: Pair) -> Node | Place | Span:
    """Return where the secret of a pair stands: its own characters, or the whole value where they are not told."""
    raw = pair.at.node.raw
    held = secret_at(raw[pair.start :])
    password = None if held is not None or secret_name(pair.name) else url_password(raw[pair.start :])
    if held is not None:
        return pair.at.part(pair.start + held[1], pair.start + held[2])
    if password:
        start = raw.index(password + "@", pair.start)
        return pair.at.part(start, start + len(password))
    return value_at(pair)


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
