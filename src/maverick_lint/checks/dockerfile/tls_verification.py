"""Certificates are not verified."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

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
_OPTIONS: Final = {
    "curl": ("-k", "--insecure"),
    "wget": ("--no-check-certificate",),
    "apk": ("--allow-untrusted",),
    "apt-get": ("--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories"),
    "yum": ("--nogpgcheck", "--setopt=sslverify=0", "--setopt=sslverify=false", "--setopt=*.sslverify=0"),
    "dnf": ("--nogpgcheck", "--setopt=sslverify=0", "--setopt=sslverify=false", "--setopt=*.sslverify=0"),
    "rpm": ("--nosignature", "--nodigest"),
}
_SETTINGS: Final = {
    "npm": ("strict-ssl false", "strict-ssl=false"),
    "yarn": ("strict-ssl false", "strict-ssl=false"),
    "pnpm": ("strict-ssl false", "strict-ssl=false"),
    "git": ("http.sslVerify false", "http.sslverify false", "http.sslVerify=false", "http.sslverify=false"),
}
# Without any of these in it a RUN need not be read.
_MARKS: Final = ("curl", "--no-", "--allow-", "--force-yes", "trusted", "ssl", "Ssl", "SSL", "TLS", "HTTPS")
_LOCAL: Final = re.compile(r"//(?:localhost|127\.0\.0\.1|\[::1\])")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each option, setting or variable that switches the verification off."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name in ("ENV", "ARG"):
            for pair in instruction.pairs:
                value = instruction.value(pair.value)
                if value is not None and value.lower() in _OFF.get(pair.name, ()):
                    yield Hit(pair.span, {"what": f"{pair.name}={value}"})
        elif instruction.name == "RUN" and document.model.mentions(written, _MARKS):
            for command in document.model.commands(written):
                yield from _command(command)


def _command(command: Command) -> Iterator[Hit]:
    for name, value in command.assigned:
        if value is not None and value.lower() in _OFF.get(name, ()):
            yield Hit(command.place, {"what": f"{name}={value}"})
    if any(_LOCAL.search(word.raw) is not None for word in command.words):
        return
    if command.name == "apk" and "add" not in command.arguments:
        return
    previous = ""
    for word in command.words[1:]:
        text = word.text or ""
        if text in _OPTIONS.get(command.name, ()) or _joined(command.name, text):
            yield Hit(word.place, {"what": f"{command.name} {text}"})
        elif command.name in _SETTINGS and (
            f"{previous} {text}" in _SETTINGS[command.name] or text in _SETTINGS[command.name]
        ):
            yield Hit(word.place, {"what": f"{command.name} {previous} {text}".replace("  ", " ")})
        previous = text


def _joined(name: str, text: str) -> bool:
    """Say whether joined short flags of curl hold -k (`-fsSLk`)."""
    return (
        name == "curl" and text.startswith("-") and not text.startswith("--") and "k" in text[1:] and text[1:].isalpha()
    )
