"""A virtual server of HTTP."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive

ACME: Final = "/.well-known/acme-challenge"
_PORT: Final = re.compile(r"(?:(\[[^\]]*\]|[^:]*):)?(\d+)")
_PRIVATE: Final = re.compile(r"127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|localhost|\[f[cd]")
# Names that no public host has: RFC 2606, 6761 and 6762, and custom; `.example` stands for a real name.
_INNER: Final = (
    ".local",
    ".localhost",
    ".test",
    ".internal",
    ".invalid",
    ".lan",
    ".home",
    ".docker",
    ".intranet",
    ".corp",
)
_NAME: Final = re.compile(
    r"(?:\*\.|\.)?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
)
CONTENT: Final = frozenset(
    {"proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "root", "alias", "try_files", "autoindex"}
)


def is_public_name(name: str) -> bool:
    """Say whether a host on the internet can have this name: it has a dot, and is no address and no name for tests."""
    return bool(_NAME.fullmatch(name)) and not name.lower().endswith(_INNER)


@record
class Listen:
    """A `listen`: the address ("" for every one), the port, and whether it speaks TLS.

    port  0 for a unix socket, None when a template or a variable decides it
    """

    directive: Directive
    address: str
    port: int | None
    parameters: frozenset[str]

    @property
    def ssl(self) -> bool:
        """Whether connections are encrypted."""
        return "ssl" in self.parameters or "quic" in self.parameters

    @property
    def private(self) -> bool:
        """Whether only this machine or a private network reaches it."""
        return self.port == 0 or bool(_PRIVATE.match(self.address))


class Server:
    """A `server` block with what it listens on and which names it serves."""

    def __init__(self, directive: Directive, config: Config) -> None:
        """Take the directive, and the file that it stands in."""
        assert directive.block is not None  # noqa: S101 - the caller passes blocks only
        self.directive = directive
        self.block: Block = directive.block
        self._config = config

    @cached_property
    def listens(self) -> tuple[Listen, ...]:
        """What it listens on, as written: nothing when it is left to nginx, which then takes port 80."""
        return tuple(listen_of(d) for d in self._config.statements(self.block) if d.name == "listen" and d.args)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The server names, lower case; those that a template decides are left out."""
        found = [d for d in self._config.statements(self.block) if d.name == "server_name"]
        return tuple(word.text.lower() for directive in found for word in directive.args if word.known)

    @property
    def holed(self) -> bool:
        """Whether statements of the server itself are unknown."""
        return self._config.is_holed(self.block)

    @property
    def ssl(self) -> bool:
        """Whether it listens with TLS anywhere."""
        return any(listen.ssl for listen in self.listens) or self._config.value(self.block, "ssl") == "on"

    def public_names(self) -> tuple[str, ...]:
        """Return the names that a host on the internet can have."""
        return tuple(name for name in self.names if is_public_name(name))

    @cached_property
    def inner(self) -> tuple[Directive, ...]:
        """Every directive in the server and its blocks, those of its own includes among them."""
        found: list[Directive] = []
        pending = [self.block]
        seen: set[int] = set()
        while pending:
            block = pending.pop()
            if id(block) in seen:
                continue
            seen.add(id(block))
            for directive in self._config.statements(block):
                found.append(directive)
                if directive.block is not None:
                    pending.append(directive.block)
        return tuple(found)

    @cached_property
    def locations(self) -> tuple[Directive, ...]:
        """The locations of the server, nested ones too."""
        return tuple(d for d in self.inner if d.name == "location" and d.block is not None and d.args)

    @cached_property
    def serves(self) -> bool:
        """Whether it serves content: it does more than redirect, refuse, or answer the challenges of ACME."""
        if any(d.name == "return" for d in self._config.statements(self.block)):
            return False
        if any(_redirects(d) for d in self._config.statements(self.block)):
            return False
        blocks = {id(d.block) for d in self.locations if d.args[-1].text.startswith(ACME)}
        content = [d for d in self.inner if d.name in CONTENT and id(d.home) not in blocks]
        outside = [d for d in content if d.home is not self.block and d.name != "try_files"]
        returning = any(d.name == "return" for location in self.locations for d in _own(location))
        return bool(outside) or bool(content and not returning)


def _own(location: Directive) -> list[Directive]:
    return location.block.directives if location.block is not None else []


def _redirects(directive: Directive) -> bool:
    """Say whether a statement of a server sends every plain request to HTTPS."""
    if directive.name == "rewrite":
        return len(directive.args) > 1 and directive.args[1].text.startswith("https://")
    if directive.name != "if" or directive.block is None:
        return False
    condition = " ".join(directive.values())
    to_https = any(d.name in ("return", "rewrite") and "https://" in " ".join(d.values()) for d in _own(directive))
    return to_https and ("$scheme" in condition or "$https" in condition or "$server_port" in condition)


def listen_of(directive: Directive) -> Listen:
    """Return what a `listen` with an argument says."""
    word = directive.args[0]
    parameters = frozenset(argument.text for argument in directive.args[1:])
    text = word.text
    if text.startswith("unix:"):
        return Listen(directive, text, 0, parameters)
    match = _PORT.fullmatch(text)
    if match is not None:
        return Listen(directive, match[1] or "", int(match[2]) if word.known else None, parameters)
    if not word.known or "$" in text:
        return Listen(directive, "", None, parameters)
    return Listen(directive, text, 80, parameters)
