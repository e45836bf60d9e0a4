"""deploy/loopback-publish: behind nginx, an application listens for nginx only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.docker_runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_WEB: Final = frozenset({"80", "443"})
_VARIABLE: Final = re.compile(r"\$\{?(\w+)[^}:]*\}?$")
_PORT: Final = re.compile(r"\$\{?\w*port\w*\}?", re.IGNORECASE)
_SUBSTITUTION: Final = re.compile(r"\$\(\([^()]*\)\)|\$\([^()]*\)")
_EVERYWHERE: Final = frozenset({"0.0.0.0", "::", "[::]", "*"})  # noqa: S104 - what is looked for


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield publications on every interface, where nginx stands before the application."""
    if not _has_nginx(stack):
        return
    for one in runs(stack):
        for word in one.run.values("-p", "--publish") if one.run.detached else ():
            shown = _open_port(word)
            if shown:
                yield Hit(word.place, {"port": shown})
        flag = next((word for word in one.at.command.words if word.text in ("-P", "--publish-all")), None)
        if flag is not None and one.run.detached and one.run.has("-P", "--publish-all"):
            yield Hit(flag.place, case="all")


def _has_nginx(stack: Stack) -> bool:
    if stack.paths("nginx"):
        return True
    from maverick_lint.stack.docker_runs import deployments

    return any(act.deed in ("reload", "test") for one in deployments(stack) for act in one.acts)


def _open_port(word: Word) -> str:
    """Return the published port when it is open to every interface; "" when it is not, or that is unknown."""
    text = _SUBSTITUTION.sub("$", word.expanded or word.raw)
    text = text.partition("=")[2] if text.startswith("--publish=") else text.removeprefix("-p")
    parts = re.sub(r"\$\{[^}]*\}", lambda match: match.group().replace(":", "\0"), text).split(":")
    parts = [part.replace("\0", ":").strip("'\"") for part in parts]
    if len(parts) == 1:
        return text if text.partition("/")[0].isdigit() else ""
    address, host = (":".join(parts[:-2]), parts[-2]) if len(parts) > 2 else ("", parts[0])  # noqa: PLR2004 - address, host, container
    if address and address not in _EVERYWHERE:
        return ""
    if host.partition("-")[0].isdigit():
        return "" if host in _WEB else host
    if host == "$":  # what a command or a sum gives, in a variable
        match = _PORT.search(word.raw)
        return "" if match is None else match[0]
    match = _VARIABLE.match(host)
    return host if match is not None and "port" in match[1].lower() else ""
