"""Which values nginx's directives take: what it refuses when it reads them.

Source: ngx_parse_size(), ngx_parse_time() and the setters of nginx 1.22, seen through `nginx -t` of 1.22.1 (November
2026). Values that a later release allows too are accepted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.addresses import address, bound, listen, member, passed, resolver
from maverick_lint.formats.nginx.answers import (
    error_log,
    error_page,
    header,
    limit_except,
    location,
    proxy_pass,
    redirect,
    returned,
    rewrite,
    root,
    split,
    store_access,
    try_files,
)
from maverick_lint.formats.nginx.conditions import BadValue, bad_condition
from maverick_lint.formats.nginx.entries import clients_entries, geo_entries, map_entries
from maverick_lint.formats.nginx.kinds import BOUNDS, FLAGS_IN_STREAMS, kind_of, words_of
from maverick_lint.formats.nginx.zones import (
    access_log,
    balancing,
    cache_path,
    cache_valid,
    connections,
    limit_zone,
    log_format,
    open_files,
    requests,
    session_cache,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive, Word

# Expressions are compiled where they are asked for first: few files have them all.
# The units of a time come in this order, each once; a number without a unit comes last.
_SECONDS: Final = r"(?=\d)(?:\d+y *)?(?:\d+M *)?(?:\d+w *)?(?:\d+d *)?(?:\d+h *)?(?:\d+m *)?(?:\d+s? *)?(?:\d+ *)?"
_TIME: Final = r"(?=\d)(?:\d+w *)?(?:\d+d *)?(?:\d+h *)?(?:\d+m *)?(?:\d+s *)?(?:\d+ms *)?(?:\d+ *)?"
_NUMBER: Final = r"\d+"
_SIZE: Final = r"\d+[kKmM]?"
_FORMS: Final = {
    "time": (_TIME, "a time such as 60s"),
    "seconds": (_SECONDS, "a time such as 60s"),
    "size": (_SIZE, "a size such as 16k"),
    "offset": (r"\d+[kKmMgG]?", "a size such as 10m"),
    "number": (_NUMBER, "a number"),
    "signed": (r"-?\d+", "a number"),
    "buffers": (_NUMBER, "a number"),
}
_DAILY: Final = r"@(\d{1,9})h"
_ROUND: Final = frozenset({"connection_pool_size", "request_pool_size"})
_DAY: Final = 24
_EXPIRES: Final = r"(?i:[+-]?(?:\d+[yMwdhms]? *)+|@(?:\d+[hms]? *)+|off|max|epoch)"


def bad_values(directive: Directive) -> Iterator[BadValue]:
    """Yield the words of a directive that nginx refuses."""
    name = directive.name
    special = _SPECIAL.get(name)
    if special is not None:
        yield from special(directive)
        return
    words = [word for word in directive.args if word.known and "$" not in word.text]
    if not words or directive.block is not None:
        return
    if kind := kind_of(name):
        yield from _of_kind(directive, words, kind)
    elif (listed := words_of(name)) and not (name in FLAGS_IN_STREAMS and words[0].text.lower() in ("on", "off")):
        allowed = listed.split()
        lower = {word.lower() for word in allowed}
        yield from (BadValue(w, f"one of {', '.join(allowed)}") for w in words if w.text.lower() not in lower)


def _of_kind(directive: Directive, words: list[Word], kind: str) -> Iterator[BadValue]:
    name = directive.name
    if words[0] is not directive.args[0]:
        return
    if kind == "expires":
        word = words[-1]
        if word is directive.args[-1] and not re.fullmatch(_EXPIRES, word.text):
            yield BadValue(word, "a time such as 12h, or off, max or epoch")
        elif (hours := re.match(_DAILY, word.text)) and int(hours[1]) >= _DAY:
            yield BadValue(word, "an hour of the day before 24h")
        return
    pattern, expected = _FORMS[kind]
    text = words[0].text
    if name == "directio" and text == "off":
        return
    if not re.fullmatch(pattern, text):
        yield BadValue(words[0], expected)
    elif name in BOUNDS and not BOUNDS[name][0] <= int(text[:18]) <= BOUNDS[name][1]:
        least, most = BOUNDS[name]
        yield BadValue(words[0], f"a number from {least} to {most}" if most < 1 << 31 else "a number above 0")
    elif kind == "buffers" and not int(text[:18]):
        yield BadValue(words[0], "a number above 0")
    elif name in _ROUND and re.fullmatch(r"\d+", text) and int(text[:18]) % 16:
        yield BadValue(words[0], "a multiple of 16 bytes")
    elif kind == "buffers" and len(words) > 1 and not re.fullmatch(_SIZE, words[1].text):
        yield BadValue(words[1], "a size such as 16k")


def _variable(directive: Directive) -> Iterator[BadValue]:
    number = 1 if directive.name == "map" else 0
    if (
        len(directive.args) > number
        and directive.args[number].known
        and not directive.args[number].text.startswith("$")
    ):
        yield BadValue(directive.args[number], "a variable, which begins with $")


def _map(directive: Directive) -> Iterator[BadValue]:
    yield from _variable(directive)
    yield from map_entries(directive)


def _processes(directive: Directive) -> Iterator[BadValue]:
    for word in directive.args[:1]:
        if word.known and word.text != "auto" and not (re.fullmatch(_NUMBER, word.text) and int(word.text[:18])):
            yield BadValue(word, "a number, or auto")


def _aio(directive: Directive) -> Iterator[BadValue]:
    for word in directive.args[:1]:
        if word.known and not re.fullmatch(r"on|off|sendfile|threads(?:=.+)?", word.text):
            yield BadValue(word, "on, off or threads")


_SPECIAL: Final = {
    "listen": listen, "server": member, "return": returned, "error_page": error_page, "error_log": error_log,
    "rewrite": rewrite, "location": location, "proxy_pass": proxy_pass, "allow": address, "deny": address,
    "set_real_ip_from": address, "set": _variable, "auth_request_set": _variable, "map": _map, "if": bad_condition,
    "worker_processes": _processes, "aio": _aio, "resolver": resolver, "try_files": try_files, "root": root,
    "alias": root, "add_header": header, "add_trailer": header, "limit_except": limit_except,
    "proxy_redirect": redirect, "proxy_cookie_path": redirect, "proxy_cookie_domain": redirect,
    "limit_req_zone": limit_zone, "limit_conn_zone": limit_zone, "limit_req": requests,
    "limit_conn": connections, "proxy_cache_path": cache_path, "fastcgi_cache_path": cache_path,
    "scgi_cache_path": cache_path, "uwsgi_cache_path": cache_path, "proxy_cache_valid": cache_valid,
    "fastcgi_cache_valid": cache_valid, "scgi_cache_valid": cache_valid, "uwsgi_cache_valid": cache_valid,
    "ssl_session_cache": session_cache, "access_log": access_log, "log_format": log_format, "hash": balancing,
    "random": balancing, "zone": balancing,
    "geo": geo_entries, "open_file_cache": open_files, "open_log_file_cache": open_files,
    "fastcgi_pass": passed, "uwsgi_pass": passed, "scgi_pass": passed, "memcached_pass": passed, "grpc_pass": passed,
    "proxy_bind": bound,
    "fastcgi_bind": bound, "uwsgi_bind": bound, "grpc_bind": bound, "scgi_bind": bound, "memcached_bind": bound,
    "fastcgi_split_path_info": split, "proxy_store_access": store_access, "fastcgi_store_access": store_access,
    "dav_access": store_access, "split_clients": clients_entries,
}  # fmt: skip
