"""compose/real-secret."""

from __future__ import annotations

import base64
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import placeholder, secret_name, secret_value, url_password
from maverick_lint.formats.compose.words import read_pairs, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.words import Pair

_SHORTEST: Final = 16
_BITS: Final = 3.0
_CHANGES: Final = 4
_TURN: Final = re.compile(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[a-z])(?=[A-Z])")
_RANDOM: Final = re.compile(r"[A-Za-z0-9+/=_\-.!@#%^&*~:]+\Z")


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


def looks_random(text: str) -> bool:
    """Say whether a text was made by a generator: long, rich in characters, letters and digits in turn."""
    if len(text) < _SHORTEST or placeholder(text) or not _RANDOM.match(text) or text.startswith(("/", ".")):
        return False
    if (decoded := _decoded(text)) is not None:
        return looks_random(decoded)
    bits = -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())
    return bits >= _BITS and len(_TURN.findall(text)) >= _CHANGES


def _decoded(text: str) -> str | None:
    """Return what a text says in base64 when that is words again: "my-secret-key-to-be-changed"."""
    try:
        decoded = base64.b64decode(text, validate=True).decode("ascii").strip()
    except ValueError:
        return None
    return decoded if decoded.isprintable() and decoded != text else None
