"""deploy/keeps-old-configuration: an edit of the proxy can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.docker_runs import deployments, suffix_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_EDITORS: Final = frozenset({"sed", "perl"})
_MOST_KEEPERS: Final = 200
_KEEPERS: Final = frozenset({"cp", "mv", "install", "rsync", "tar", "git", "etckeeper", "ln", "cat"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first edit in place of each configuration of the proxy of which nothing keeps a copy before."""
    for one in deployments(stack):
        found = one.commands
        keepers = [command for command in found if command.name in _KEEPERS][:_MOST_KEEPERS]
        told = set()
        for act in one.acts:
            command = act.command
            if act.deed != "edit" or command is None or command.name not in _EDITORS or _keeps_copy(command):
                continue
            target = command.words[-1]
            path = target.expanded
            if path in told or not path.startswith("/"):
                continue
            told.add(path)
            before = command.place.span.start
            if not any(other.place.span.start < before and _names(other, path) for other in keepers):
                yield Hit(target.place, {"file": path.rpartition("/")[2]})


def _keeps_copy(command: Command) -> bool:
    """Say whether an editor keeps a copy itself: `sed -i.bak`, `perl -pi.orig`."""
    return bool(suffix_in_place([word.text if word.text is not None else word.expanded for word in command.words[:-1]]))


def _names(command: Command, path: str) -> bool:
    folder = path.rpartition("/")[0]
    return command.name in ("git", "etckeeper") or any(_is_of(word, path, folder) for word in command.words[1:])


def _is_of(word: Word, path: str, folder: str) -> bool:
    text = word.expanded.rstrip("/")
    return text == path or (bool(text) and (text == folder or folder.startswith(f"{text}/")) and text != "/")
