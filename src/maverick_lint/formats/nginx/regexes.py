"""The regular expressions of a configuration, and what is wrong with them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive, Word

_MATCHING: Final = ("~", "~*", "!~", "!~*")
# What Python refuses for reasons that PCRE shares; all other differences are left alone.
_SHARED: Final = (
    "missing ), unterminated",
    "unterminated character set",
    "unbalanced parenthesis",
    "nothing to repeat",
    "missing >, unterminated name",
    "bad character in group name",
    *(f"unknown extension ?<{digit}" for digit in range(10)),
)
_NAME: Final = re.compile(r"\(\?P?[<'](\w+)[>']")


def regexes_of(directive: Directive) -> Iterator[tuple[Word, str]]:
    """Yield the regular expressions of a directive: their word, and their text without `~`."""
    name, words = directive.name, directive.args
    if name == "location" and len(words) > 1 and words[0].text in ("~", "~*"):
        yield words[1], words[1].text
    elif name in ("server_name", "valid_referers"):
        yield from ((word, word.text[1:]) for word in words if word.text.startswith("~"))
    elif name == "rewrite" and words:
        yield words[0], words[0].text
    elif name == "if":
        for before, word in pairwise(words):
            if before.text in _MATCHING:
                text = word.text
                last = word is words[-1] and text.endswith(")") and not word.quote
                yield word, text[:-1] if last else text
    elif name == "map" and directive.block is not None:
        for entry in directive.block.directives:
            if entry.name.startswith("~"):
                yield entry.word, entry.name.removeprefix("~*").removeprefix("~")


def fault(regex: str) -> str:
    """Return what is wrong with a regular expression, "" where nothing is known to be."""
    if not regex:
        return "it is empty"
    from maverick_lint.formats.nginx.captures import read  # it brings Python's reader of expressions along

    problem = read(regex)[1]
    return problem if problem.startswith(_SHARED) else ""


def names(regex: str) -> list[str]:
    """Return the names that a regular expression gives to what it captures; they become variables."""
    return _NAME.findall(regex)
