"""Which files are shell scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("shell",)
EXAMPLES = {"shell": "scripts/run.sh"}

_SUFFIXES = frozenset({".sh", ".bash", ".ksh"})
SHELLS = frozenset({"sh", "bash", "dash", "ksh", "ash", "ksh93", "mksh"})


def by_path(name: FileName) -> Guess | None:
    """Claim *.sh, *.bash and *.ksh; the reader says nothing of one whose first line names another program."""
    return Guess("shell", f"named *{name.suffix}") if name.suffix in _SUFFIXES else None


def by_content(name: FileName, text: str) -> Guess | None:  # noqa: ARG001 - the signature of every format
    """Claim a script by its first line."""
    shell = interpreter(text)
    return Guess("shell", f"its first line names {shell}") if shell in SHELLS else None


def interpreter(text: str) -> str:
    """Return the program that a first line `#!...` names, without its folder; "" when there is none."""
    end = text.find("\n", 0, 500)
    words = text[2 : end if end >= 0 else 500].split()
    if not words or not text.startswith("#!"):
        return ""
    name = words[0].rpartition("/")[2]
    if name != "env":
        return name
    return next((word.rpartition("/")[2] for word in words[1:] if word[:1] != "-" and "=" not in word), "")
