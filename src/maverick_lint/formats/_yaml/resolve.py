"""The value of a plain scalar, in the dialect of the program that reads the file.

github   GitHub's own reader: the core schema of YAML 1.2 (`on` and `yes` are texts)
go       go-yaml v3, read by Compose, Prometheus and Alertmanager: as 1.2, and `0755` is octal
ruby     Psych, read by GitLab: YAML 1.1 (`yes` is true, `0755` is octal, `12:30` a number)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from maverick_lint.core.node import Scalar

Dialect = Literal["github", "go", "ruby"]

_WORDS: Final[dict[str, Scalar]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WORDS_1_1: Final[dict[str, Scalar]] = {
    **_WORDS,
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), False),
}
_NUMERIC_START: Final = frozenset("0123456789+-.")
# Compiled when one is asked for: most files hold whole numbers at most.
_FLOAT: Final = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"
_SPECIAL: Final = r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
_SEXAGESIMAL: Final = r"[-+]?[0-9]+(?::[0-5]?[0-9])+\Z"
_LONGEST_NUMBER: Final = 400


def resolve(text: str, dialect: Dialect) -> Scalar:
    """Return the value of a plain scalar: None, a boolean, a number, or the text itself."""
    words = _WORDS_1_1 if dialect == "ruby" else _WORDS
    if text in words:
        return words[text]
    if text[0] not in _NUMERIC_START or len(text) > _LONGEST_NUMBER:
        return text
    return _number(text, dialect)


def _number(text: str, dialect: Dialect) -> Scalar:  # noqa: PLR0911 - a form of number each
    unsigned = text[1:] if text[0] in "+-" else text
    if unsigned.isascii() and unsigned.isdigit():
        digits = text.lstrip("+-")
        if dialect != "github" and len(digits) > 1 and digits[0] == "0" and digits.isdecimal():
            return int(text, 8) if not set(digits) & {"8", "9"} else text
        return int(text)
    if text[:2] == "0x" and _is_base(text[2:], 16):
        return int(text, 16)
    if text[:2] == "0o" and _is_base(text[2:], 8):
        return int(text, 8)
    if re.match(_FLOAT, text):
        return float(text)
    if re.match(_SPECIAL, text):
        return float(text.replace(".", ""))
    if dialect == "ruby" and re.match(_SEXAGESIMAL, text):
        total = 0
        for part in text.lstrip("+-").split(":"):
            total = total * 60 + int(part)
        return -total if text[0] == "-" else total
    return text


def _is_base(digits: str, base: int) -> bool:
    allowed = "0123456789abcdefABCDEF" if base == 16 else "01234567"  # noqa: PLR2004 - the two bases YAML has
    return bool(digits) and all(digit in allowed for digit in digits)
