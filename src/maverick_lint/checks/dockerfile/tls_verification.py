"""Certificates are not verified."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_NO: Final = ("false", "0", "no", "off")
_OFF: Final = {
    "NODE_TLS_REJECT_UNAUTHORIZED": ("0",),
    "PYTHONHTTPSVERIFY": ("0",),
    "NPM_CONFIG_STRICT_SSL": _NO,
    "npm_config_strict_ssl": _NO,
    "YARN_ENABLE_STRICT_SSL": _NO,
    "GIT_SSL_NO_VERIFY": ("1", "true", "yes", "on"),
    "GIT_SSL_VERIFY": _NO,
}
# Names hosts whose certificates pip does not look at, so that any value switches the verification off.
_TRUSTED: Final = "PIP_TRUSTED_HOST"
_APT: Final = ("--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories")
_NODE: Final = ("--strict-ssl=false", "--no-strict-ssl")
_DNF: Final = (
    "--nogpgcheck",
    "--no-gpgchecks",
    *(f"--setopt={name}={value}" for name in ("sslverify", "*.sslverify") for value in ("0", "false", "False")),
)
_OPTIONS: Final = {
    "curl": ("-k", "--insecure"),
    "wget": ("--no-check-certificate",),
    "apk": ("--allow-untrusted",),
    "apt-get": _APT,
    "apt": _APT,
    "aptitude": _APT,
    "pip": ("--trusted-host",),
    "npm": _NODE,
    "yarn": _NODE,
    "pnpm": _NODE,
    "yum": _DNF,
    "dnf": _DNF,
    "dnf5": _DNF,
    "microdnf": _DNF,
    "tdnf": _DNF,
    "zypper": ("--no-gpg-checks", "--allow-unsigned-rpm"),
    "rpm": ("--nosignature", "--nodigest", "--noverify", "--nofiledigest"),
}
_SETTINGS: Final = {
    "npm": ("strict-ssl false", "strict-ssl=false"),
    "yarn": ("strict-ssl false", "strict-ssl=false"),
    "pnpm": ("strict-ssl false", "strict-ssl=false"),
    "git": ("http.sslVerify false", "http.sslverify false", "http.sslVerify=false", "http.sslverify=false"),
}
# Without any of these in it a RUN need not be read.
_MARKS: Final = ("curl", "--no", "--allow-", "--force-yes", "trusted", "TRUSTED", "ssl", "Ssl", "SSL", "TLS", "HTTPS")
_LOCAL: Final = re.compile(r"//(?:localhost|127\.0\.0\.1|\[::1\])")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each option, setting or variable that switches the verification off."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name in ("ENV", "ARG"):
            for pair in instruction.pairs:
                value = instruction.value(pair.value)
                if _is_off(pair.name, value):
                    yield Hit(pair.span, {"what": f"{pair.name}={value}"})
        elif instruction.name == "RUN" and document.model.mentions(written, _MARKS):
            for command in document.model.commands(written):
                yield from _command(command)


def _is_off(name: str, value: str | None) -> bool:
    return value is not None and value != "" and (name == _TRUSTED or value.lower() in _OFF.get(name, ()))


def _command(command: Command) -> Iterator[Hit]:
    for name, value in command.assigned:
        if _is_off(name, value):
            yield Hit(command.place, {"what": f"{name}={value}"})
    for word in command.words[1:] if command.name == "export" else ():
        name, _, text = (word.text or "").partition("=")
        if _is_off(name, text):
            yield Hit(word.place, {"what": f"{name}={text}"})
    if any(_LOCAL.search(word.raw) is not None for word in command.words):
        return
    if command.name == "apk" and ("add" not in command.arguments or "--no-network" in command.arguments):
        return  # what it takes without the network was made in the build
    call = invocation(command)
    name = call.manager.name if call is not None and call.manager.name == "pip" else command.name
    options, settings = _OPTIONS.get(name, ()), _SETTINGS.get(name, ())
    previous = ""
    for word in command.words[1:]:
        text = word.text or ""
        if text in options or _names_host(options, text) or _joined(name, text):
            yield Hit(word.place, {"what": f"{name} {text}"})
        elif f"{previous}={text}" in options:  # dnf takes `--setopt sslverify=0` too
            yield Hit(word.place, {"what": f"{name} {previous} {text}"})
        elif name == "pip" and previous.endswith("trusted-host") and previous[:1] != "-" and text:
            yield Hit(word.place, {"what": f"pip config set {previous} {text}"})
        elif settings and (f"{previous} {text}" in settings or text in settings):
            yield Hit(word.place, {"what": f"{name} {previous} {text}".replace("  ", " ")})
        previous = text


def _names_host(options: tuple[str, ...], text: str) -> bool:
    return "--trusted-host" in options and text.startswith("--trusted-host=")


def _joined(name: str, text: str) -> bool:
    """Say whether joined short flags of curl hold -k (`-fsSLk`)."""
    return (
        name == "curl" and text.startswith("-") and not text.startswith("--") and "k" in text[1:] and text[1:].isalpha()
    )
