"""The files on a server that a script reads and writes: what a deployment records, and a rollback looks up."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.flow import FileUse
from maverick_lint.formats._deeds.loops import blocks_in
from maverick_lint.formats._shell import command_of, unwrapped
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word

_READERS: Final = frozenset({"cat", "head", "tail", "source", ".", "jq", "awk", "grep", "sed", "tac", "cut", "read"})
_COPIERS: Final = frozenset({"cp", "mv", "ln", "install"})
_ASKERS: Final = frozenset({"[", "test", "ls", "stat", "rm", "mkdir"})
_WRITING: Final = frozenset({">", ">>", ">|", "&>", "&>>"})
# An absolute path, or one in a folder that a variable names.
_FILE: Final = re.compile(r"(?:\$(?:\w+|\{\w+\}))?/[^\s'\"`;|&]{1,300}\Z")
_SYSTEM: Final = ("/dev/", "/proc/", "/sys/", "/etc/nginx")
_DEEPEST: Final = 12
_MOST: Final = 200


def file_uses(script: syntax.Script) -> tuple[FileUse, ...]:
    """Return the files of absolute paths that a script reads and writes, in the order of the text."""
    if "/" not in script.source.text:
        return ()
    return tuple(islice(_in(script.body, 0), _MOST))


def _in(block: syntax.Block, depth: int) -> Iterator[FileUse]:
    if depth > _DEEPEST:
        return
    for item in block:
        node = item.node
        if isinstance(node, syntax.Call):
            for inner in node.inner:
                yield from _in(inner, depth + 1)
            yield from _of_call(node)
        else:
            for inside in (node.body,) if isinstance(node, syntax.Function) else blocks_in(node):
                yield from _in(inside, depth + 1)


def _of_call(call: syntax.Call) -> Iterator[FileUse]:
    given = any("$1" in word.expanded or "${1" in word.expanded for word in call.words)
    for redirect in call.redirects:
        if redirect.target is not None and _is_file(redirect.target):
            path = redirect.target.expanded
            if redirect.operator in _WRITING:
                yield FileUse(path, redirect.target.place, "write", given=given)
            elif redirect.operator == "<":
                yield FileUse(path, redirect.target.place, "read")
    if call.words:
        *_, (command, _) = unwrapped(command_of(call))
        yield from _of_command(command, given=given)


def _of_command(command: Command, *, given: bool) -> Iterator[FileUse]:
    name = command.name
    words = [word for word in command.words[1:] if _is_file(word)]
    if name in _COPIERS and len(words) > 1:
        yield FileUse(words[-1].expanded, words[-1].place, "copy", words[0].expanded)
    elif name == "tee":
        yield from (FileUse(word.expanded, word.place, "write", given=given) for word in words)
    elif name in _READERS and not any((word.text or "").startswith("-i") for word in command.words[1:]):
        yield from (FileUse(word.expanded, word.place, "read") for word in words)
    elif name not in _ASKERS:
        yield from (FileUse(word.expanded, word.place, "other") for word in words)


def _is_file(word: Word) -> bool:
    text = word.expanded
    return _FILE.match(text) is not None and not text.startswith(_SYSTEM)
