"""The names that the configurations of a repository define: collected once a run, asked for by every file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from maverick_lint.formats.nginx.third_party import is_third_party
from maverick_lint.formats.nginx.variables import defined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.formats.nginx.assembly import Assembly

# Where a zone is used, and what defines it.
ZONES: Final = {
    "limit_req": "limit_req_zone",
    "limit_conn": "limit_conn_zone",
    "proxy_cache": "proxy_cache_path",
    "fastcgi_cache": "fastcgi_cache_path",
    "scgi_cache": "scgi_cache_path",
    "uwsgi_cache": "uwsgi_cache_path",
}


class Names(NamedTuple):
    """What all files define together.

    files      how many files were read for it
    upstreams  the names of upstreams, of HTTP and of streams, in lower case: nginx compares them so
               (ngx_http_upstream_add, src/http/ngx_http_upstream.c)
    variables  without the dollar sign, lower case
    zones      by the directive that defines them
    formats    of logs
    foreign    files outside the repository may define more
    modules    modules or templates may define variables of their own
    missing    the includes that lead nowhere
    """

    files: int
    upstreams: frozenset[str]
    variables: frozenset[str]
    zones: Mapping[str, frozenset[str]]
    formats: frozenset[str]
    foreign: bool
    modules: bool
    missing: frozenset[str]


_memo: WeakKeyDictionary[Assembly, Names] = WeakKeyDictionary()


def names_of(assembly: Assembly) -> Names:
    """Return the names that an assembly defines."""
    found = _memo.get(assembly)
    if found is None or found.files != len(assembly.trees):
        found = _memo[assembly] = _collected(assembly)
    return found


def _collected(assembly: Assembly) -> Names:
    upstreams: set[str] = set()
    formats: set[str] = set()
    zones: dict[str, set[str]] = {name: set() for name in ZONES.values()}
    modules = False
    for tree in assembly.trees.values():
        for directive in tree.walk():
            name = directive.name
            modules = modules or name == "load_module" or directive.home.holed or is_third_party(name)
            if name == "upstream" and directive.block is not None:
                upstreams.add(directive.first().lower())
            elif name == "log_format":
                formats.add(directive.first())
            elif name in zones:
                zones[name].update(_zone_name(word.text) for word in directive.args if "zone=" in word.text)
    includes = assembly.includes.values()
    return Names(
        files=len(assembly.trees),
        upstreams=frozenset(upstreams),
        variables=defined(assembly.trees.values()),
        zones={name: frozenset(found) for name, found in zones.items()},
        formats=frozenset(formats),
        foreign=any(include.status not in ("found", "empty") and include.may_set("map") for include in includes),
        modules=modules,
        missing=frozenset(include.directive.first() for include in includes if include.status == "missing"),
    )


def _zone_name(text: str) -> str:
    """Return the name in `zone=NAME:10m` and `keys_zone=NAME:10m`."""
    return text.partition("=")[2].partition(":")[0]
