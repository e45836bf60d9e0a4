"""Options with which commands take a password in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word

# By program, and for some by sub-command (docker login, helm registry login).
_OPTIONS: Final = {
    "docker": ("login", ("-p", "--password")),
    "podman": ("login", ("-p", "--password")),
    "helm": ("login", ("--password",)),
    "sshpass": ("", ("-p",)),
    "wget": ("", ("--password", "--http-password", "--ftp-password")),
    "svn": ("", ("--password",)),
    "curl": ("", ("-u", "--user")),
}


def passwords(command: Command) -> Iterator[tuple[str, str, Word]]:
    """Yield each option of a command that carries a password: its name, the password, the word that holds it.

    Of `curl -u name:password` only the part after the colon is the password.
    """
    action, options = _OPTIONS.get(command.name, ("", ()))
    if not options or (action and action not in command.arguments):
        return
    words = command.words[1:]
    for number, word in enumerate(words):
        option, sign, value = (word.text or "").partition("=")
        if option not in options:
            continue
        holder = word if sign else words[number + 1] if number + 1 < len(words) else None
        text = value if sign else "" if holder is None else holder.text or ""
        if command.name == "curl":
            text = text.partition(":")[2]
        if holder is not None and text:
            yield " ".join(part for part in (command.name, action, option) if part), text, holder
