"""Traps: what a script does when it ends or fails."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._deeds.loops import calls_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.formats._shell import model as syntax

_SIGNALS: Final = frozenset({"EXIT", "ERR", "0", "SIGEXIT"})
# The first word of each command in the text of a trap; what stands in quotes there is no command.
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_HEADS: Final = re.compile(r"(?:^|[;&|({\n]|\b(?:then|do|else)\b)[ \t]*(?:!\s+)?([\w./~$-]+)(?:[ \t]+([\w-]+))?")
# They say something, tidy up files or end the script; a container stays as it is.
_HARMLESS: Final = frozenset({
    "echo", "printf", "rm", "rmdir", "exit", "return", "true", "false", ":", "logger", "date", "kill", "local", "test",
    "wait", "cat", "set", "trap", "cd", "popd", "umount", "exec", "flock", "mv", "cp", "if", "fi", "then", "else",
    "tail", "log", "declare", "readonly", "shift", "unset", "sleep", "}", "stty", "tput",
})  # fmt: skip
_LOOKS: Final = frozenset({"logs", "ps", "inspect", "images"})
_DEEPEST: Final = 3


def guards(command: Command, functions: Mapping[str, syntax.Function]) -> bool:
    """Say whether a command sets a trap for the end or a failure that may remove a container."""
    words = command.words
    if command.name != "trap" or not any(word.text in _SIGNALS for word in words[2:]):
        return False
    action = words[1].text if words[1].text is not None else words[1].expanded
    return action not in ("-", "") and _removes(action, functions)


def ends_script(command: Command, functions: Mapping[str, syntax.Function]) -> bool:
    """Say whether a command sets a trap that ends the script at the first failure, as `set -e` would."""
    words = command.words
    if command.name != "trap" or not any(word.text == "ERR" for word in words[2:]):
        return False
    action = words[1].text or ""
    names = [name for name, _ in _HEADS.findall(_QUOTED.sub("q", action))]
    bodies = [functions[name].body for name in names if name in functions]
    return "exit" in names or any(_is_exit(call) for body in bodies for call in calls_in(body))


def _is_exit(call: syntax.Call) -> bool:
    return bool(call.words) and call.words[0].text == "exit"


def _removes(action: str, functions: Mapping[str, syntax.Function]) -> bool:
    return any(_acts(name, verb, functions, 0) for name, verb in _HEADS.findall(_QUOTED.sub("q", action)))


def _acts(name: str, verb: str, functions: Mapping[str, syntax.Function], depth: int) -> bool:
    """Say whether a command may remove a container: it is none of those that only tell or tidy up."""
    body = functions.get(name)
    if body is None:
        plain = name.rpartition("/")[2]
        looks = plain in ("docker", "podman") and verb in _LOOKS
        return not (plain in _HARMLESS or looks or plain.isdigit())
    if depth >= _DEEPEST:
        return True
    calls = (call.words for call in calls_in(body.body) if call.words)
    return any(_acts(words[0].text or "", _verb(words), functions, depth + 1) for words in calls)


def _verb(words: tuple[Word, ...]) -> str:
    return (words[1].text or "") if len(words) > 1 else ""
