"""What nginx refuses though each directive for itself is right.

Source: the messages of nginx 1.22 (ngx_http_proxy_module, ngx_http_upstream, ngx_http_core_module, the limit modules),
tried with `nginx -t`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.formats.nginx.buffers import sizes_refused
from maverick_lint.formats.nginx.context import MAIN
from maverick_lint.formats.nginx.names import ZONES, names_of
from maverick_lint.formats.nginx.proxy import WITHOUT_BACKUP
from maverick_lint.formats.nginx.streams import refused
from maverick_lint.formats.nginx.variables import FIXED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive, Word

_SETTING: Final = {"set": 0, "map": 1, "geo": -1, "auth_request_set": 0}
_JUDGED: Final = frozenset({*_SETTING, "proxy_pass", "alias", "location"})
_CACHES: Final = tuple(f"{family}_cache_path" for family in ("proxy", "fastcgi", "uwsgi", "scgi"))
_FORMATS: Final = frozenset({"combined", "off"})


class Clash(NamedTuple):
    """The word that nginx refuses, and the case of the message with its values."""

    word: Word
    case: str
    values: dict[str, str]


def clashes(config: Config) -> Iterator[Clash]:
    """Yield what nginx refuses in a file."""
    for directive in config.directives:
        if directive.name in _JUDGED:
            yield from _judge(config, directive)
    for upstream in config.upstreams:
        if upstream.holed or not all(member.known for member in upstream.members):
            continue
        backups = upstream.backups
        if upstream.members and len(backups) == len(upstream.members):
            yield Clash(upstream.word, "only-backup", {"upstream": upstream.name})
        elif not upstream.members and not any(d.name == "zone" for d in config.statements(_block(upstream.directive))):
            yield Clash(upstream.word, "empty", {"upstream": upstream.name})
        elif backups and upstream.method in WITHOUT_BACKUP and backups[0].directive.home.tree is config.tree:
            yield Clash(backups[0].parameters["backup"], "method", {"method": upstream.method})
    for word, case, values in (*refused(config), *sizes_refused(config)):
        yield Clash(word, case, values)
    yield from _shared(config)
    yield from _undefined(config)
    if config.root_contexts == {MAIN}:
        yield from _without_events(config)


def _block(directive: Directive) -> Block:
    assert directive.block is not None  # noqa: S101 - the caller passes blocks only
    return directive.block


def _judge(config: Config, directive: Directive) -> Iterator[Clash]:
    home = directive.home
    defining = _SETTING.get(directive.name)
    if defining is not None and len(directive.args) > defining:
        word = directive.args[defining]
        if word.text[1:].lower() in FIXED and word.text.startswith("$"):
            yield Clash(word, "fixed", {"variable": word.text})
    elif directive.name == "proxy_pass" and directive.args and directive.args[0].known and "$" not in directive.first():
        _, _, rest = directive.first().partition("://")
        host, colon, _ = rest.partition("/")[0].partition(":")
        if colon and any(upstream.name == host for upstream in config.upstreams):
            yield Clash(directive.args[0], "port", {"upstream": host})
        place = _without_uri(home)
        if "/" in rest and place and not rest.startswith("unix:"):
            yield Clash(directive.args[0], "uri", {"place": place, "uri": rest[rest.index("/") :]})
    elif directive.name == "alias":
        other = next((d for d in config.statements(home) if d.name == "root"), None)
        if other is not None:
            yield Clash(directive.word, "alias", {})
        elif home.owner is not None and home.owner.first().startswith("@"):
            yield Clash(directive.word, "named-alias", {"location": home.owner.first()})
    elif directive.name == "location" and home.name == "location" and home.owner is not None and directive.known:
        outer, inner = _prefix(home.owner), _prefix(directive)
        if directive.first().startswith("@"):
            yield Clash(directive.args[0], "named-inside", {"location": directive.first()})
        elif home.owner.first() == "=":
            yield Clash(directive.args[-1], "in-exact", {"outer": home.owner.args[-1].text})
        elif outer is not None and inner is not None and home.owner.known and not inner.startswith(outer):
            yield Clash(directive.args[-1], "outside", {"inner": inner, "outer": outer})


def _prefix(location: Directive) -> str | None:
    """Return the prefix that a location matches; None for a regular expression or a name."""
    if not location.args or location.first() in ("~", "~*") or location.first().startswith(("@", "~")):
        return None
    text = location.args[-1].text
    return text[1:] if len(location.args) == 1 and text.startswith("=") else text.removeprefix("^~")


def _without_uri(home: Block) -> str:
    """Return which block it is that gives nginx no prefix to replace by the URI of proxy_pass; "" for others."""
    owner = home.owner
    if owner is None:
        return ""
    if owner.name == "if":
        return "an `if` block"
    if owner.name == "limit_except":
        return "a `limit_except` block"
    if owner.name == "location" and owner.first() in ("~", "~*"):
        return "a location given by a regular expression"
    return "a named location" if owner.name == "location" and owner.first().startswith("@") else ""


def _shared(config: Config) -> Iterator[Clash]:
    """Yield what two modules share and want otherwise: the folder of a cache, the word of a secure link."""
    seen: dict[str, tuple[Directive, list[str]]] = {}
    for directive in config.directives:
        if directive.name == "secure_link_secret":
            beside = config.named(directive.home, "secure_link", "secure_link_md5")
            yield from (Clash(directive.word, "secret", {"other": other.name}) for other in beside[:1])
        if directive.name in _CACHES and directive.known and directive.args:
            levels = [word.text for word in directive.args if word.text.startswith("levels=")]
            first, known = seen.setdefault(directive.first().rstrip("/"), (directive, levels))
            if first is not directive and known != levels:
                yield Clash(directive.args[0], "folder", {"path": directive.first()})


def _undefined(config: Config) -> Iterator[Clash]:
    """Yield names of zones and log formats that no file defines, where the whole configuration is in the repository."""
    if MAIN not in config.root_contexts and config.assembly.main_of(config.path) is None:
        return
    names = names_of(config.assembly)
    if names.foreign:
        return
    zones, formats = names.zones, names.formats | _FORMATS
    sized: set[str] | None = None
    for directive in config.directives:
        defining = ZONES.get(directive.name)
        words = [word for word in directive.args if word.known and "$" not in word.text]
        if defining is not None and words:
            named = (
                [word for word in words if word.text.startswith("zone=")]
                if directive.name == "limit_req"
                else words[:1]
            )
            for word in named:
                zone = word.text.removeprefix("zone=")
                if zone != "off" and zone not in zones.get(defining, ()):
                    yield Clash(word, "zone", {"zone": zone, "defining": defining})
        elif directive.name == "zone" and len(directive.args) == 1 and words:
            sized = _sized(config) if sized is None else sized
            if words[0].text not in sized:
                yield Clash(words[0], "zone-size", {"zone": words[0].text})
        elif directive.name == "access_log" and len(words) > 1 and "=" not in words[1].text:
            stream = any(context[:1] == ("stream",) for context in config.contexts(directive.home))
            if words[1] is directive.args[1] and words[1].text not in formats and not stream:
                yield Clash(words[1], "format", {"format": words[1].text})


def _sized(config: Config) -> set[str]:
    """Return the zones of upstreams that have a size in some file."""
    every = (directive for tree in config.assembly.trees.values() for directive in tree.walk())
    return {directive.first() for directive in every if directive.name == "zone" and len(directive.args) > 1}


def _without_events(config: Config) -> Iterator[Clash]:
    if config.is_holed(config.root):
        return
    statements = list(config.statements(config.root))
    http = next((d for d in statements if d.name in ("http", "stream", "mail") and d.block is not None), None)
    if http is not None and http.home.tree is config.tree and not any(d.name == "events" for d in statements):
        yield Clash(http.word, "events", {})
