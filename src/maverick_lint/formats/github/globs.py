"""The patterns of `branches`, `tags` and `paths`.

Source: docs.github.com, "Workflow syntax", section "Filter pattern cheat sheet", and git-check-ref-format(1) for what
the name of a branch or a tag cannot hold (2026-11-24).
"""

from __future__ import annotations

from typing import Final

# Signs that no name of a branch or a tag holds.
_NEVER: Final = frozenset(" ~^:\t")


def glob_fault(pattern: str, *, ref: bool) -> tuple[int, int, str] | None:
    """Return the first fault of a pattern: where it begins and ends in the text, and what to say of it."""
    body = 1 if pattern.startswith("!") else 0
    if len(pattern) == body:
        return 0, len(pattern), "names nothing after `!`" if body else "is empty"
    if (fault := _signs(pattern, body, ref=ref)) is not None:
        return fault
    if ref:
        return _ref_ends(pattern, body)
    if pattern.startswith(("./", "../"), body) or pattern[body:] in (".", ".."):
        return body, len(pattern), "begins with a dot: paths count from the root of the repository, without `./`"
    if pattern[body] == "/":
        return body, body + 1, "begins with `/`: paths count from the root of the repository, without it"
    blank = pattern != pattern.strip()
    return (0, len(pattern), "begins or ends with a blank, which no path does") if blank else None


def _ref_ends(pattern: str, body: int) -> tuple[int, int, str] | None:
    end = len(pattern)
    if pattern[body] == "/":
        return body, body + 1, "begins with `/`, which no branch or tag does"
    if pattern.endswith(("/", ".")):
        return end - 1, end, f"ends with `{pattern[-1]}`, which no branch or tag does"
    if pattern.startswith("refs/", body) and pattern.startswith(("refs/heads/", "refs/tags/"), body):
        return body, end, "is a full ref: GitHub compares the name alone, without `refs/heads/` or `refs/tags/`"
    double = pattern.find("//")
    return (double, double + 2, "holds `//`, which no branch or tag does") if double >= 0 else None


def _signs(pattern: str, position: int, *, ref: bool) -> tuple[int, int, str] | None:
    repeatable = False
    while position < len(pattern):
        sign = pattern[position]
        if sign == "\\":
            if ref and pattern[position + 1 : position + 2] not in tuple("[?*+\\!"):
                return position, position + 1, "holds a `\\` that quotes nothing"
            position += 2
            repeatable = True
            continue
        if sign in "?+":
            if not repeatable:
                return position, position + 1, f"has a `{sign}` with no character before it that it could repeat"
            repeatable = False
        elif sign == "[":
            end = pattern.find("]", position + 1)
            fault = "is never closed by `]`" if end < 0 else _set_fault(pattern[position + 1 : end])
            if fault:
                return position, end + 1 if end > 0 else len(pattern), f"has a `[` that {fault}"
            position, repeatable = end, True
        elif sign in "\r\n" or (ref and sign in _NEVER):
            return position, position + 1, f"holds {_named(sign)}, which no {'branch or tag' if ref else 'path'} does"
        else:
            repeatable = sign != "*"
        position += 1
    return None


def _set_fault(inside: str) -> str:
    if not inside:
        return "holds nothing"
    for index, sign in enumerate(inside):
        if sign == "-" and 0 < index < len(inside) - 1 and inside[index - 1] > inside[index + 1]:
            return f"runs backwards from `{inside[index - 1]}` to `{inside[index + 1]}`"
    return ""


def _named(sign: str) -> str:
    return {" ": "a blank", "\t": "a tab", "\r": "a line break", "\n": "a line break"}.get(sign, f"`{sign}`")
