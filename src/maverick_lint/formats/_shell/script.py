"""Reads a script: text to model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._shell.build import Builder
from maverick_lint.formats._shell.model import Script
from maverick_lint.formats._shell.tree import root_of
from maverick_lint.formats._shell.variables import Variables
from maverick_lint.formats._shell.words import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.source import Source

_SHEBANG: Final = re.compile(r"#![ \t]*([^\r\n]*)")


def script_of(source: Source, variables: Mapping[str, str] | None = None) -> Script:
    """Return a script with its control flow; `variables` are those that its environment is known to set.

    Never raises. A text that is too long or made to hang the parser gives a script that was not `read`.
    """
    return script_with(source, {name: Value(text, text) for name, text in (variables or {}).items()})


def script_with(source: Source, variables: Mapping[str, Value]) -> Script:
    """Return a script, as `script_of` does, where values of the environment may be known in part."""
    shebang = shebang_of(source.text)
    root = root_of(source.text)
    if root is None:
        return Script(source, (), shebang, read=False)
    known = Variables(source.text, root, variables)
    body = Builder(source, known).block(root.children)
    return Script(source, body, shebang, variables=known.known(), names=known.names())


def shebang_of(text: str) -> tuple[str, ...]:
    """Return the words of a first line `#!...`; () without one."""
    match = _SHEBANG.match(text)
    return tuple(match[1].split()) if match else ()
