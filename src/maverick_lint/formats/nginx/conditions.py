"""The condition of an `if`, and what nginx refuses in it.

Source: nginx.org/en/docs/http/ngx_http_rewrite_module.html#if.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive, Word


class BadValue(NamedTuple):
    """A word that nginx refuses, and what it expects in its place."""

    word: Word
    expected: str


_OPERATORS: Final = ("=", "!=", "~", "~*", "!~", "!~*")
_TESTS: Final = ("-f", "-d", "-e", "-x")
_COMPARED: Final = 3
_TESTED: Final = 2


def bad_condition(directive: Directive) -> Iterator[BadValue]:
    """Yield the word of a condition that nginx refuses, as ngx_http_rewrite_if_condition() reads it."""
    words = directive.args
    if not words or not directive.known:
        return
    if not words[0].text.startswith("(") or words[0].quote:
        yield BadValue(words[0], "a condition in brackets")
        return
    if not words[-1].text.endswith(")"):
        yield BadValue(words[-1], "a closing bracket at the end of the condition")
        return
    texts = [word.text for word in words]
    texts[0] = texts[0][1:]
    texts[-1] = texts[-1][:-1]
    inner = [(word, text) for word, text in zip(words, texts, strict=True) if text or word.quote]
    if not inner:
        yield BadValue(words[0], "a variable or a test such as -f in the brackets")
        return
    (first, operand), count = inner[0], len(inner)
    if operand.startswith("$"):
        if count > 1 and inner[1][1] not in _OPERATORS:
            yield BadValue(inner[1][0], f"one of {', '.join(_OPERATORS)}")
        elif count not in (1, _COMPARED):
            yield BadValue(first, "one comparison, as in ($host = example.com); nginx has no `and` or `or`")
    elif operand.removeprefix("!") in _TESTS:
        if count != _TESTED:
            yield BadValue(first, f"one path after {operand}")
    else:
        yield BadValue(first, "a variable or a test such as -f")
