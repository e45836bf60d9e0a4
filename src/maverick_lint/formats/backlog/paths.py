"""Which texts of a task are paths of the repository."""

from __future__ import annotations

from typing import Final

_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/*?@+#:")
_NAMES: Final = frozenset({"Dockerfile", "Makefile", "LICENSE", "Jenkinsfile", "Procfile", "Caddyfile", "Justfile"})
_LONGEST_SUFFIX: Final = 12


def is_path(text: str, *, named: bool = False) -> bool:
    """Say whether a text is a path of the repository: no prose, no URL, no image, nothing absolute.

    A text by itself is one when it ends like a file (`compose.yaml`, `src/main.py`, `Dockerfile`) or like a folder
    (`scripts/`), since `CI/CD` is none; one under a key that says so (`named`) need not.
    """
    bare = bare_path(text)
    if not bare or not set(text) <= _PLAIN or ":" in bare or bare.startswith(("/", "..", "*")):
        return False
    first, slash, rest = bare.partition("/")
    if slash and "." in first.lstrip("."):
        return _is_file(rest)  # the first part may be a registry's host
    return _is_file(bare) or bare.endswith("/") or named


def bare_path(text: str) -> str:
    """Return a path without `./`, and without an anchor (`docs/a.md#part`) or a line number at its end."""
    path = text.partition("#")[0].removeprefix("./")
    head, colon, line = path.rpartition(":")
    return head if colon and line.isdigit() else path


def _is_file(text: str) -> bool:
    name = text.rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    if name in _NAMES or stem in _NAMES:
        return True
    # A version such as `v1.2` ends in digits; a file's suffix begins with a letter.
    return bool(dot) and suffix.isalnum() and suffix[0].isalpha() and len(suffix) <= _LONGEST_SUFFIX
