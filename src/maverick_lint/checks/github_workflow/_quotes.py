"""Quotes of a shell script that are never closed.

Source: the manual of GNU Bash 5.3, 3.1.2 "Quoting" and 3.5.3 "Shell Parameter Expansion" (2026-11-24).
"""

from __future__ import annotations

from typing import Final

# In these scripts quotes follow rules of their own, or the text of a here-document holds some that mean nothing.
_NOT_FOLLOWED: Final = ("<<", "`", "\r", "esac")
_DEEPEST: Final = 60
_BEFORE_COMMENT: Final = frozenset(" \t\n;|&()")
_CLOSING: Final = {"(": ")", "{": "}"}


def open_quote(text: str) -> int | None:
    """Return where the quote stands that a script never closes; None where there is none or that is not sure."""
    if any(sign in text for sign in _NOT_FOLLOWED):
        return None
    # What is open: the sign that closes it and where it began; at the bottom is the script itself.
    stack: list[tuple[str, int]] = [("", 0)]
    at = 0
    while at < len(text):
        after = _past(text, at, stack)
        if after is None or len(stack) > _DEEPEST:
            return None
        at = after
    return next((start for closing, start in reversed(stack[1:]) if closing in ("'", '"')), None)


def _past(text: str, at: int, stack: list[tuple[str, int]]) -> int | None:
    """Go past the sign at a place, open or close what it does; None where that is not sure."""
    sign, inside = text[at], stack[-1][0]
    if sign == "\\":
        return at + 2
    if sign == "$" and text[at + 1 : at + 2] in _CLOSING:
        stack.append((_CLOSING[text[at + 1]], at))
        return at + 2
    if sign == '"' and inside != '"':
        stack.append(('"', at))
    elif sign == inside:
        stack.pop()
    elif inside != '"':
        return _plain(text, at, stack)
    return at + 1


def _plain(text: str, at: int, stack: list[tuple[str, int]]) -> int | None:
    """Go past a sign outside of double quotes."""
    sign, inside = text[at], stack[-1][0]
    if sign == "'":
        quoted = any(closing == '"' for closing, _ in stack)
        if text[at - 1 : at] == "$" or (inside == "}" and quoted):
            return None
        end = text.find("'", at + 1)
        if end < 0:
            stack.append(("'", at))
            return len(text)
        return end + 1
    if sign == "(" and inside == ")":
        stack.append((")", at))
    elif sign == "#" and inside != "}" and (at == 0 or text[at - 1] in _BEFORE_COMMENT):
        end = text.find("\n", at)
        return len(text) if end < 0 else end
    return at + 1
