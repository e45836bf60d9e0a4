"""The events of a YAML text, one at a time, with a stop before libyaml's reading ahead turns quadratic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.libyaml import parser

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH: Final = 500
BRACKETS: Final = 2_000
# One inside a word opens nothing: `a[b`.
_BRACKET: Final = r"(?<![^\s\[{,:?-])[\[{]|[\]}]"
_PARSER, YAMLError = parser()


class TooMuchError(Exception):
    """A text is nested too deeply, or holds too much, to be read to its end; `span` is where that shows."""

    def __init__(self, message: str, span: Span) -> None:
        """Take the message for the user and the place."""
        super().__init__(message)
        self.span = span


def events(text: str) -> Iterator[Any]:
    """Yield the events of a text.

    Raises TooMuchError for brackets nested too deeply, and what PyYAML raises for what is no YAML.
    """
    _refuse_brackets(text)
    if _PARSER is None:
        import yaml  # without libyaml: the same events, 15 times slower

        yield from yaml.parse(text, Loader=yaml.SafeLoader)
        return
    reader = _PARSER(text)
    while (event := reader.get_event()) is not None:
        yield event


def _refuse_brackets(text: str) -> None:
    """Stop before libyaml sees brackets so deep that its reading ahead turns quadratic."""
    if text.count("[") + text.count("{") <= BRACKETS:
        return
    depth = 0
    for match in re.finditer(_BRACKET, text):
        depth = depth + 1 if match.group() in "[{" else max(depth - 1, 0)
        if depth > BRACKETS:
            message = f"is nested over {DEPTH} levels deep; the file is not read"
            raise TooMuchError(message, Span(*match.span()))
