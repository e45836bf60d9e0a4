"""Globs over the repository's paths, as settings and rules write them.

`*` and `?` stay inside a folder, `**` crosses folders, `[a-z]` is a set. A glob without a slash matches a name in any
folder; one that ends with a slash matches everything in the folder; a leading slash ties it to the root. These are
gitignore's habits without its negation; pathspec does the same with 33 ms of imports (docs/dependencies.md).
"""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def compile_glob(glob: str) -> re.Pattern[str]:
    """Return the regular expression that matches whole posix paths as the glob does."""
    anchored = "/" in glob.rstrip("/")
    body = glob.strip("/")
    out = "" if anchored else "(?:.*/)?"
    index = 0
    while index < len(body):
        piece, index = _piece(body, index)
        out += piece
    return re.compile(out + ("/.*" if glob.endswith("/") else "(?:/.*)?") + r"\Z", re.DOTALL)


def matches(glob: str, path: str) -> bool:
    """Say whether the glob matches the path, or a folder that holds it."""
    return compile_glob(glob).match(path) is not None


def _piece(body: str, index: int) -> tuple[str, int]:
    character = body[index]
    if body.startswith("**/", index):
        return "(?:.*/)?", index + 3
    if body.startswith("**", index):
        return ".*", index + 2
    if character == "*":
        return "[^/]*", index + 1
    if character == "?":
        return "[^/]", index + 1
    if character == "[" and (end := body.find("]", index + 2)) > 0:
        inside = body[index + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
        return "[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]", end + 1
    return re.escape(character), index + 1
