"""The stack that texts make, for tests of what is joined."""

from __future__ import annotations

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.repository import PathFact
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_content, by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse
from maverick_lint.stack.model import Stack, build


def stack(files: dict[str, str]) -> Stack:
    """Return the stack of files by their texts."""
    reader = FilesReader(MemoryFiles(files))
    kinds = {}
    facts: list[Fact] = []
    for path, text in files.items():
        guess = by_path(path)
        if guess is None or not guess.sure:
            guess = by_content(path, text)
        kinds[path] = guess.kind if guess else "text"
        facts.extend(facts_of(parse(kinds[path], Source(path, text), reader)))
    return build(facts, {path: PathFact(path, len(text), executable=False) for path, text in files.items()}, kinds)
