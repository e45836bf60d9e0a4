"""A light scan of HCL: the labelled blocks of a file and the entries of blocks that hold names.

Syntax after the HCL specification (github.com/hashicorp/hcl, hclsyntax/spec.md, read 2026-08): comments are `#`,
`//` and `/* */`; a quoted template may hold `${ }` and `%{ }` with quotes inside; a heredoc begins with `<<NAME` or
`<<-NAME`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\r\n]*|//[^\r\n]*)|(?P<block>/\*)|(?P<heredoc><<-?(?P<mark>[A-Za-z_][\w-]*)[ \t]*\r?\n)"""
    r"""|(?P<string>")|(?P<word>[A-Za-z_][\w-]*)|(?P<sign>[{}\[\]()=])|(?P<line>\n)"""
)
_IN_STRING: Final = re.compile(r'\\.|\$\$\{|%%\{|[$%]\{|["{}\n]', re.DOTALL)


@record
class Token:
    """A token: `kind` is "word", "string", "sign" or "line"; the text of a string is what stands between its quotes."""

    kind: str
    text: str
    span: Span


@record
class Unclosed:
    """What was opened and never closed."""

    what: str
    span: Span


def tokens(text: str) -> Iterator[Token | Unclosed]:
    """Yield the tokens of a text; what is never closed is yielded as such and ends the line (a string) or the text."""
    position = 0
    while (match := _TOKEN.search(text, position)) is not None:
        position = match.end()
        kind = match.lastgroup or ""
        if match["block"]:
            end = text.find("*/", position)
            if end < 0:
                yield Unclosed("comment", Span(*match.span()))
                return
            position = end + 2
        elif match["mark"]:
            end = _heredoc_end(text, position, match["mark"])
            if end < 0:
                yield Unclosed("heredoc", Span(match.start(), match.start("mark") + len(match["mark"])))
                return
            position = end
        elif match["string"]:
            end = _string_end(text, position)
            if text[end - 1 : end] != '"' or end <= position:
                yield Unclosed("string", Span(*match.span()))
            else:
                yield Token("string", text[position : end - 1], Span(match.start(), end))
            position = max(end, position)
        elif kind in ("word", "sign", "line"):
            yield Token(kind, match.group(), Span(*match.span()))


def _heredoc_end(text: str, position: int, mark: str) -> int:
    """Return the end of the line that closes a heredoc, -1 when none does; one pass over its lines."""
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        if text[position:end].strip() == mark:
            return end
        position = end + 1
    return -1


def _string_end(text: str, position: int) -> int:
    """Return the offset after the closing quote of a string, or the end of its line when it is not closed."""
    # What is open, innermost last: "t" for a template's text between quotes, "{" for an expression inside one.
    open_parts = ["t"]
    while (match := _IN_STRING.search(text, position)) is not None:
        found, position = match.group(), match.end()
        if open_parts[-1] == "t":
            if found == '"':
                open_parts.pop()
                if not open_parts:
                    return position
            elif found in ("${", "%{"):
                open_parts.append("{")
            elif found == "\n":
                return match.start()
        elif found == '"':
            open_parts.append("t")
        elif found == "}":
            open_parts.pop()
        elif found in ("{", "${", "%{"):
            open_parts.append("{")
    return len(text)
