"""What tests of tool settings and task runners share: a text read as a file of a kind, and its facts."""

from __future__ import annotations

from typing import Any

from maverick_lint.core.document import Document
from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse

READER = FilesReader(MemoryFiles({}))


def read(kind: str, path: str, text: str) -> Document[Any]:
    """Return the document of a text."""
    return parse(kind, Source(path, text), READER)


def stated(kind: str, path: str, text: str) -> list[Any]:
    """Return the values of the facts of a text."""
    return [fact.value for fact in facts_of(read(kind, path, text))]


def targets(kind: str, path: str, text: str) -> dict[str, TaskTarget]:
    """Return the targets of a text by name."""
    return {value.name: value for value in stated(kind, path, text) if isinstance(value, TaskTarget)}


def lines(target: TaskTarget) -> list[str]:
    """Return the commands of a target, each as one text; `?` for an unknown word."""
    return [
        " ".join(word.text if word.text is not None else "?" for word in command.words) for command in target.commands
    ]


def at(text: str, target: TaskTarget, number: int = 0) -> str:
    """Return the text at the place of a target's command."""
    span = target.commands[number].place.span
    return text[span.start : span.end]
