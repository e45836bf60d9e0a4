"""Reads a shell script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Comment, Document, Script
from maverick_lint.core.span import Span
from maverick_lint.formats._shell import errors_of, script_of
from maverick_lint.formats.shell.detect import SHELLS, interpreter
from maverick_lint.formats.shell.model import ShellScript, shell_script

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source
    from maverick_lint.formats._shell import model as syntax

_CHECKED: Final = frozenset({"", "sh", "bash", "dash", "ksh", "ash"})  # not zsh, of which ShellCheck knows nothing
_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t;&|()]))#[^\r\n]*", re.MULTILINE)


def parse(source: Source, kind: str, reader: Reader) -> Document[ShellScript | None]:  # noqa: ARG001 - the signature of every format
    """Return the document of a script; the model is None when its text was refused, or another program reads it."""
    shell = interpreter(source.text)
    if shell and shell not in SHELLS:
        return Document(source, kind, None)
    script = script_of(source)
    if not script.read:
        return Document(source, kind, None)
    model = shell_script(script, shell, source.line_span(1))
    return Document(
        source,
        kind,
        model,
        errors=errors_of(source),
        comments=lambda: _comments(source),
        written=lambda: _written(script),
        scripts=lambda: (Script(source),) if shell in _CHECKED else (),
    )


def _written(script: syntax.Script) -> tuple[tuple[str, Source], ...]:
    if "nginx" not in script.source.text:
        return ()
    from maverick_lint.formats.shell.written import configurations  # seldom needed

    return configurations(script)


def _comments(source: Source) -> tuple[Comment, ...]:
    """Return the lines' ends after `#`; one inside quotes is taken too, which does no harm to suppressions."""
    found = []
    for match in _COMMENT.finditer(source.text):
        line = source.text.rfind("\n", 0, match.start()) + 1
        own_line = not source.text[line : match.start()].strip()
        found.append(Comment(Span(*match.span()), match.group()[1:].strip(), own_line))
    return tuple(found)
