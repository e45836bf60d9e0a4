"""Values that a generator made, by their looks; a value of no published form may be a secret all the same."""

from __future__ import annotations

import base64
import math
import re
from collections import Counter
from typing import Final

from maverick_lint.formats._secrets.values import placeholder

_SHORTEST: Final = 16
_BITS: Final = 3.0
_CHANGES: Final = 4
_TURN: Final = re.compile(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[a-z])(?=[A-Z])")
_RANDOM: Final = re.compile(r"[A-Za-z0-9+/=_\-.!@#%^&*~:]+\Z")


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
