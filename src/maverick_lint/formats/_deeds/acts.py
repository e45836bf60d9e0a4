"""What a single command means to a deployment."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import replace
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._shell.docker import docker_call, run_of

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.flow import Deed
    from maverick_lint.formats._shell import model as syntax

_PROXIES: Final = frozenset({"nginx", "nginx.service", "openresty", "openresty.service"})
_RELOADS: Final = frozenset({"reload", "restart", "reload-or-restart", "try-reload-or-restart", "force-reload"})
_WRITERS: Final = frozenset({"sed", "cp", "mv", "ln", "install", "tee", "envsubst", "perl", "ed", "dd", "rsync"})
_SIGNALLERS: Final = frozenset({"kill", "pkill", "killall"})
_HANGUP: Final = frozenset({"-HUP", "-1", "-SIGHUP", "HUP", "SIGHUP", "--signal=HUP", "-sHUP"})
_INTERPRETERS: Final = frozenset({"python", "python3", "node", "ruby", "bash", "sh", "uv", "poetry"})
# Programs that wait for an address, and the option with which they do (their README files, 2026-11).
_WAITERS: Final = {"dockerize": "-wait", "wait4x": "", "wait-on": "", "wait-port": "", "waitforit": ""}
_HEALTH: Final = re.compile(
    r"health|ready|readiness|live|alive|ping\b|status|localhost|127\.0\.0\.1|\[::1\]|_PORT\b|PORT\}", re.IGNORECASE
)
# Letters of sed and perl that stand alone, before `i` in the same word.
_IN_PLACE: Final = re.compile(r"-[nErsuzplaw0]*i(.*)", re.DOTALL)
_WAITS_BY_NAME: Final = re.compile(
    r"(?:wait|check|probe|verify)[-_.a-z]{0,40}(?:health|ready|up\b|live|alive|for[-_]it)|health[-_]?(?:check|wait|y)|"
    r"wait[-_]for|smoke",
    re.IGNORECASE,
)


def deed_of(command: Command) -> Deed | None:
    """Return what a command does to the deployment; None when that is nothing of interest."""
    texts = [word.text if word.text is not None else word.expanded for word in command.words]
    if (call := docker_call(command)) is not None:
        return _docker_deed(call.subcommand, texts, detached=call.subcommand == "run" and run_of(call).detached)
    name = command.name
    if name in ("nginx", "openresty"):
        return _nginx_deed(texts[1:]) if "init.d" not in texts[0] else _unit_deed(texts)
    if name in ("systemctl", "service", "rc-service", "invoke-rc.d"):
        return _unit_deed(texts) if _PROXIES.intersection(texts) else None
    if name in _SIGNALLERS:
        return "reload" if _HANGUP.intersection(texts) and "nginx" in " ".join(texts) else None
    if name in _WRITERS and _edits_proxy(name, texts):
        return "edit"
    return "join" if name == "wait" else None


def _unit_deed(texts: list[str]) -> Deed | None:
    if "configtest" in texts:
        return "test"
    return "reload" if _RELOADS.intersection(texts) else None


def _docker_deed(subcommand: str, texts: list[str], *, detached: bool) -> Deed | None:  # noqa: PLR0911 - a line each
    if subcommand == "run":
        return "start" if detached else None
    if subcommand == "compose up":
        return "wait" if "--wait" in texts else "start"
    if subcommand in ("stop", "rm", "kill", "compose down", "compose stop", "compose rm", "compose kill"):
        hup = subcommand == "kill" and any("HUP" in text for text in texts)
        return "reload" if hup and any("nginx" in text or "proxy" in text for text in texts) else "retire"
    if subcommand == "rename":
        return "free"
    if subcommand in ("exec", "compose exec", "restart", "compose restart"):
        if subcommand.endswith("restart"):
            return "reload" if any("nginx" in text for text in texts) else None
        for name in ("nginx", "openresty"):
            positions = [n for n, text in enumerate(texts) if text == name]
            for position in reversed(positions):
                if (deed := _nginx_deed(texts[position + 1 :])) is not None:
                    return deed
    return None


def _nginx_deed(arguments: list[str]) -> Deed | None:
    if any(text in ("-t", "-T", "-qt", "-tq") for text in arguments):
        return "test"
    signalled = ("-s", "reload") in pairwise(arguments) or "-sreload" in arguments
    return "reload" if signalled else None


def _edits_proxy(name: str, texts: list[str]) -> bool:
    if name in ("sed", "perl") and suffix_in_place(texts) is None:
        return False
    target = texts[-1] if name != "tee" else " ".join(texts[1:])
    return names_proxy(target)


def suffix_in_place(texts: list[str]) -> str | None:
    """Return the suffix of the copy that sed or perl keeps of a file edited in place, "" without one.

    None when nothing is edited in place. `-ie` is one letter too many rather than a suffix.
    """
    for text in texts[1:]:
        if text.startswith("--in-place"):
            return text.partition("=")[2]
        if text[:1] == "-" and text[1:2] != "-" and (match := _IN_PLACE.match(text)) is not None:
            return "" if match[1] in ("", "e", "E", "r", "n", "p", "pe", "ne") else match[1]
    return None


def names_proxy(text: str) -> bool:
    """Say whether a path is one of the proxy's configuration."""
    lower = text.lower()
    return "nginx" in lower or "sites-available" in lower or "sites-enabled" in lower or "upstream" in lower


def edits_by_redirect(call: syntax.Call) -> bool:
    """Say whether a command's output goes into the proxy's configuration."""
    for redirect in call.redirects:
        if redirect.operator in (">", ">>", ">|") and redirect.target is not None:
            text = redirect.target.expanded
            if names_proxy(text) and not text.endswith((".log", ".txt")):
                return True
    return False


def executed(command: Command) -> Command | None:
    """Return the command that `docker exec` runs in a container, as far as its name shows that it edits a file."""
    call = docker_call(command)
    if call is None or call.subcommand not in ("exec", "compose exec"):
        return None
    words = command.words
    number = next((n for n, word in enumerate(words) if n > 1 and word.text in _WRITERS), None)
    if number is None:
        return None
    span = Span(words[number].place.span.start, words[-1].place.span.end)
    return replace(command, words=words[number:], place=Place(command.place.path, span))


def is_probe(command: Command) -> bool:
    """Say whether a command asks a service whether it is well."""
    name = command.name
    whole = " ".join(word.expanded or word.raw for word in command.words)
    if name in ("curl", "wget", "http", "httpie", "xh", "grpc_health_probe"):
        return _HEALTH.search(whole) is not None
    if name in ("nc", "ncat"):
        return "-z" in whole
    if (call := docker_call(command)) is not None:
        if call.subcommand in ("inspect", "container inspect", "ps", "compose ps"):
            return "health" in whole.lower()
        return call.subcommand in ("exec", "compose exec", "compose wait") and _HEALTH.search(whole) is not None
    if name in _WAITERS:
        return _WAITERS[name] in whole
    called = command.words[1:4] if name in _INTERPRETERS else command.words[:1]
    return any(_WAITS_BY_NAME.search(word.expanded) for word in called)


def may_probe(command: Command) -> bool:
    """Say whether a command asks a service whether it is well, or asks an address that is unknown."""
    if is_probe(command):
        return True
    return command.name in ("curl", "wget") and any(
        word.text is None and word.expanded.startswith("$") for word in command.words[1:]
    )


def retries(command: Command) -> bool:
    """Say whether a probe waits by itself (`curl --retry 30`, `wget --tries=30`)."""
    return any((word.text or "").startswith(("--retry", "--tries", "-t")) for word in command.words[1:])
