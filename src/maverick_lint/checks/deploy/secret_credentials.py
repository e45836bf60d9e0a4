"""deploy/secret-credentials: hosts, keys and passwords of a deployment are secrets of CI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import commands, judged_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.deploy_jobs import DeployJob
    from maverick_lint.stack.model import Stack

_INPUTS: Final = frozenset({
    "host", "hosts", "key", "password", "passphrase", "ssh_key", "ssh-key", "private_key", "ssh_private_key", "token",
    "proxy_host", "proxy_key", "proxy_password", "remote_host", "remote_key", "server", "pass",
})  # fmt: skip
_SECRET: Final = re.compile(
    r"(?:^|_)(?:PASSWORD|PASSWD|SECRET|SECRET_KEY|TOKEN|API_?KEY|PRIVATE_KEY|SSH_KEY|ACCESS_KEY|CREDENTIALS?|PASSPHRASE)$",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"^(?:$|<.*>|changeme|dummy|none|null|true|false|x+|\*+|/.*|~.*|\.\.?/.*)$", re.IGNORECASE
)
_REMOTE: Final = frozenset({"ssh", "scp", "rsync", "sftp"})
_HOST: Final = re.compile(r"(?:ssh://)?[\w.-]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?::.*)?$")
_GIT_HOSTS: Final = ("github.com", "gitlab.com", "bitbucket.org")
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield literal credentials in deploy jobs: inputs of actions, variables, arguments of commands."""
    for one in judged_jobs(stack):
        yield from _in_settings(one)
    seen: set[Place] = set()
    for found in commands(stack):
        hosts = _hosts(found.command) if found.step is not None and not found.remote else ()
        for word, what in (*_in_command(found.command), *hosts):
            if word.place not in seen:
                seen.add(word.place)
                yield Hit(word.place, {"what": what}, case="command")


def _in_settings(one: DeployJob) -> Iterator[Hit]:
    for step in one.job.steps:
        for given in step.inputs if step.uses else ():
            if given.name.lower() in _INPUTS and _is_literal(given.text) and given.text not in _LOCAL:
                yield Hit(given.place, {"name": given.name})
    groups = (one.job.env, *(step.env for step in one.job.steps))
    for setting in (setting for group in groups for setting in group):
        if _SECRET.search(setting.name) and _is_literal(setting.text):
            yield Hit(setting.place, {"name": setting.name})


def _is_literal(text: str | None) -> bool:
    return text is not None and "$" not in text and "{{" not in text and not _PLACEHOLDER.match(text.strip())


def _hosts(command: Command) -> Iterator[tuple[Word, str]]:
    """Yield the servers that a command of CI names in plain text."""
    if command.name in _REMOTE:
        for word in command.words[1:]:
            match = _HOST.match(word.text or "")
            if match is not None and not match[1].endswith(_GIT_HOSTS):
                yield word, "the host"
                return


def _in_command(command: Command) -> Iterator[tuple[Word, str]]:
    words = command.words
    texts = [word.text for word in words]
    name = command.name
    for number, text in enumerate(texts[1:], 1):
        if text is None:
            continue
        following = words[number + 1] if number + 1 < len(words) else None
        value = None if following is None else following.text
        if name == "sshpass" and text.startswith("-p"):
            if text != "-p" and _is_literal(text[2:]):
                yield words[number], "the password"
            elif text == "-p" and following is not None and _is_literal(value):
                yield following, "the password"
        elif name == "docker" and "login" in texts[:3] and text in ("-p", "--password"):
            if following is not None and _is_literal(value):
                yield following, "the registry password"
        elif name == "curl" and re.match(r"(?i)authorization:\s*\S+\s+[\w.~+/=-]{12,}$", text):
            yield words[number], "the token"
