"""Upstreams, and the places that hand requests on to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.nginx.context import LOCATION, SERVER
from maverick_lint.formats.nginx.include import Include

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.assembly import Assembly
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive, Word

PASSES: Final = ("proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass")
METHODS: Final = ("ip_hash", "hash", "random", "least_conn", "least_time", "sticky", "fair")
# What nginx refuses `backup` with (src/http/modules/ngx_http_upstream_hash_module.c and its siblings, 1.22).
WITHOUT_BACKUP: Final = ("ip_hash", "hash", "random")
# Variables that begin with a slash, and what is empty or a question mark.
_PATHS: Final = ("request_uri", "uri", "document_uri", "is_args", "{request_uri}", "{uri}")
_URL: Final = re.compile(r"(?:(\w+)://)?(unix:[^:]+|\[[^\]]*\]|[^/:?]*)(?::(\d+))?(.*)", re.DOTALL)


@record
class Member:
    """A `server` of an upstream: its address word, and its parameters by name ("" for a bare one)."""

    directive: Directive
    address: Word
    parameters: dict[str, Word]

    @property
    def backup(self) -> bool:
        """Whether it is asked only when the others fail."""
        return "backup" in self.parameters

    @property
    def down(self) -> bool:
        """Whether it is taken out of use."""
        return "down" in self.parameters

    @property
    def known(self) -> bool:
        """Whether no template decides a part of it."""
        return self.directive.known


@record
class Upstream:
    """A named group of servers; `holed` when a template or a foreign file may add some, `kind` is http or stream."""

    directive: Directive
    name: str
    word: Word
    members: tuple[Member, ...]
    method: str
    holed: bool
    kind: str

    @property
    def primaries(self) -> tuple[Member, ...]:
        """The servers that are in use and no backups."""
        return tuple(member for member in self.members if not member.backup and not member.down)

    @property
    def backups(self) -> tuple[Member, ...]:
        """The backup servers."""
        return tuple(member for member in self.members if member.backup)


@record
class Proxied:
    """A directive that hands requests on.

    directive  the `proxy_pass` ..., in `block`
    host       what stands between scheme and port; "" when a variable or a template decides it
    """

    directive: Directive
    block: Block
    scheme: str
    host: str
    port: str
    rest: str

    @property
    def target(self) -> Word:
        """The word that names where to."""
        return self.directive.args[0]

    @property
    def location(self) -> Directive | None:
        """The location that holds it; None in a fragment."""
        at: Block | None = self.block
        while at is not None and at.name != "location":
            at = at.parent
        return at.owner if at is not None else None

    @property
    def paths(self) -> str:
        """The path of its location without a modifier, as written; "" in a fragment."""
        location = self.location
        return location.args[-1].text if location is not None and location.args else ""


def upstream_of(directive: Directive, assembly: Assembly, kind: str) -> Upstream:
    """Return the view of an upstream block."""
    assert directive.block is not None  # noqa: S101 - the caller passes blocks only
    members = []
    method = ""
    holed = directive.block.holed
    for item in assembly.statements(directive.block):
        if isinstance(item, Include):
            holed = True
        elif item.name == "server" and item.args:
            parameters = {word.text.partition("=")[0]: word for word in item.args[1:]}
            members.append(Member(item, item.args[0], parameters))
        elif item.name in METHODS:
            method = item.name
    word = directive.args[0]
    return Upstream(directive, word.text, word, tuple(members), method, holed or not word.known, kind)


def proxied_in(config: Config) -> Iterator[Proxied]:
    """Yield the places of a file that hand HTTP requests on."""
    for directive in config.directives:
        if directive.name not in PASSES or not directive.args:
            continue
        contexts = config.contexts(directive.home)
        if any(context[:2] in (LOCATION, SERVER) for context in contexts):
            yield _proxied(directive)


def _proxied(directive: Directive) -> Proxied:
    word = directive.args[0]
    match = _URL.fullmatch(word.text)
    if match is None:
        return Proxied(directive, directive.home, "", "", "", "")
    scheme, host, port, rest = (group or "" for group in match.groups())
    named, _, tail = host.partition("$")
    if named and tail.startswith(_PATHS):
        # the variable begins with a slash, so the host ends before it
        host, port, rest = named, "", host[len(named) :] + (f":{port}" if port else "") + rest
    variable = "$" in host or (not word.known and not host.isascii()) or "$" in scheme
    if not word.known and ("$" in word.text[: len(word.text) - len(rest)] or not host.isascii()):
        variable = True
    return Proxied(directive, directive.home, scheme, "" if variable else host, port, rest)
