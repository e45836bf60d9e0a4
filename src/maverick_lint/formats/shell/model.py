"""What checks read of a shell script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._shell import commands_in
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.span import Span

_PREPARING: Final = frozenset(
    {"set", "shopt", "readonly", "export", "declare", "local", "typeset", "alias", "unset", ":"}
)


@record
class ShellScript:
    """A script file.

    script    its control flow
    shell     "bash", "sh" ... as its first line says; "" without one
    commands  every command that it may reach
    heading   the span of its first line
    """

    script: syntax.Script
    shell: str
    commands: tuple[Command, ...]
    heading: Span

    @property
    def library(self) -> bool:
        """Whether it only defines functions and variables, for others to source."""
        body = self.script.body
        defines = any(isinstance(item.node, syntax.Function) for item in body)
        return defines and all(_defines(item.node) for item in body)


def shell_script(script: syntax.Script, shell: str, heading: Span) -> ShellScript:
    """Return the view of a script."""
    return ShellScript(script, shell, commands_in(script), heading)


def _defines(node: syntax.Statement) -> bool:
    if isinstance(node, syntax.Function):
        return True
    return isinstance(node, syntax.Call) and (not node.words or node.words[0].text in _PREPARING)
