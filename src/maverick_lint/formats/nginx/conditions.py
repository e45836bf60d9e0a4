"""The condition of an `if`, and what nginx refuses in it.

Source: nginx.org/en/docs/http/ngx_http_rewrite_module.html#if.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive, Word


class BadValue(NamedTuple):
    """A word that nginx refuses, and what it expects in its place."""

    word: Word
    expected: str


def bad_condition(directive: Directive) -> Iterator[BadValue]:
    """Yield the words of a condition that nginx refuses."""
    words = directive.args
    if not words or not directive.known:
        return
    if not words[0].text.startswith("(") or words[0].quote:
        yield BadValue(words[0], "a condition in brackets")
        return
    if not words[-1].text.endswith(")"):
        yield BadValue(words[-1], "a closing bracket at the end of the condition")
        return
    texts = [text for text in ["(", words[0].text[1:], *(word.text for word in words[1:])][1:] if text not in ("", ")")]
    operand = texts[0].removesuffix(")") if texts else ""
    if not operand.startswith(("$", "-", "!-")):
        yield BadValue(words[0], "a variable or a test such as -f")
    elif (
        operand.startswith("$")
        and len(texts) > 1
        and texts[1].removesuffix(")") not in ("=", "!=", "~", "~*", "!~", "!~*")
    ):
        yield BadValue(
            next(word for word in words if word.text in (texts[1], texts[1] + ")")), "one of =, !=, ~, ~*, !~, !~*"
        )
