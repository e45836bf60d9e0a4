"""deploy/no-schema-or-source-edits: a deployment changes neither source nor schema by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_DDL: Final = re.compile(
    r"\b(?P<verb>ALTER|CREATE|DROP|TRUNCATE)\s+(?:TABLE|INDEX|UNIQUE|COLUMN|SCHEMA|VIEW|TYPE|SEQUENCE)\b", re.IGNORECASE
)
_CLIENTS: Final = frozenset({"psql", "mysql", "mariadb", "sqlite3", "sqlcmd", "clickhouse-client"})
_SOURCE: Final = (".py", ".js", ".ts", ".jsx", ".tsx", ".go", ".rb", ".php", ".java", ".kt", ".rs", ".cs", ".vue")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield SQL that changes a schema, and edits of source files, in deploy jobs and scripts."""
    seen: set[Place] = set()
    for one in commands(stack):
        found = _schema(one.command) or _source(one.command)
        if found is not None and found[0].place not in seen:
            seen.add(found[0].place)
            word, case, shown = found
            yield Hit(word.place, {"what": shown}, case=case)


def _schema(command: Command) -> tuple[Word, str, str] | None:
    names = {word.text for word in command.words}
    if command.name not in _CLIENTS and not (
        command.name in ("docker", "podman", "docker-compose") and names & _CLIENTS
    ):
        return None
    for word in command.words[1:]:
        match = _DDL.search(word.expanded or "")
        if match is not None:
            return word, "", " ".join(match.group().split()).upper()
    return None


def _source(command: Command) -> tuple[Word, str, str] | None:
    edits = command.name == "sed" and any((word.text or "").startswith(("-i", "--in-place")) for word in command.words)
    last = command.words[-1] if edits else None
    text = "" if last is None else last.expanded
    return None if last is None or not text.endswith(_SOURCE) else (last, "source", text)
