"""Calls of GitHub's own program `gh` in scripts.

Source: cli.github.com/manual (2026-11-24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats._shell import commands_of
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Step

# Commands that talk to the server for somebody; `auth`, `config`, `extension`, `help` and others need no token.
_ONLINE: Final = ByHand("https://cli.github.com/manual", "2026-11-24", frozenset({
    "api", "attestation", "cache", "codespace", "gist", "gpg-key", "issue", "label", "org", "pr", "project", "release",
    "repo", "ruleset", "run", "search", "secret", "ssh-key", "status", "variable", "workflow",
}))  # fmt: skip
_CALL: Final = re.compile(r"\bgh[ \t]+[a-z]")
_POSIX: Final = ("", "bash", "sh")


def gh_calls(source: Source, step: Step, shell: str = "") -> Iterator[tuple[Command, tuple[str, ...]]]:
    """Yield the calls in a step's script that need a token, with the words behind `gh` as far as they are known."""
    given = (step.shell.raw if step.shell is not None else shell).partition(" ")[0].rpartition("/")[2]
    if step.run is None or given not in _POSIX or _CALL.search(step.run.raw) is None:
        return
    for command in commands_of(embedded(source, step.run), {}):
        words = tuple(text or "" for text in command.arguments)
        if (
            command.name == "gh"
            and words
            and words[0] in _ONLINE.rows
            and not {"--help", "-h", "--version"} & set(words)
        ):
            yield command, words
