"""Which values nginx's directives take: what it refuses when it reads them.

Source: the directives' pages at nginx.org/en/docs and ngx_parse_size(), ngx_parse_time() of nginx 1.22 (read in January
2026). Only directives whose values are the same in every release are here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.conditions import BadValue, bad_condition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.nginx.tree import Directive, Word


_SIZE: Final = re.compile(r"-?\d+[kKmM]?")
_OFFSET: Final = re.compile(r"\d+[kKmMgG]?")
_TIME: Final = re.compile(r"(?:\d+(?:ms|[yMwdhms])?[ ]*)+")
_NUMBER: Final = re.compile(r"\d+")
_ADDRESS: Final = re.compile(
    r"all|unix:|\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:/\d{1,3})?"
)
_LEVELS: Final = "debug info notice warn error crit alert emerg"
_PROTOCOLS: Final = "SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3"
_NEXT: Final = (
    "error timeout denied invalid_header http_500 http_502 http_503 http_504 http_403 http_404 http_429 non_idempotent"
    " updating off"
)
_ENUMERATIONS: Final[Mapping[str, str]] = {
    "ssl_protocols": _PROTOCOLS,
    "proxy_ssl_protocols": _PROTOCOLS,
    "satisfy": "all any",
    "ssl_verify_client": "on off optional optional_no_ca",
    "proxy_http_version": "1.0 1.1 2",
    "gzip_http_version": "1.0 1.1",
    "if_modified_since": "off exact before",
    "autoindex_format": "html xml json jsonp",
    "proxy_next_upstream": _NEXT,
    "fastcgi_next_upstream": _NEXT,
    "uwsgi_next_upstream": _NEXT,
    "proxy_cache_use_stale": _NEXT,
    "fastcgi_cache_use_stale": _NEXT,
    "gzip_proxied": "off expired no-cache no-store private no_last_modified no_etag auth any",
    "use": "select poll kqueue epoll /dev/poll eventport",
    "disable_symlinks": "",
}
_SIZES: Final = re.compile(r"\w+_buffer_size|sendfile_max_chunk|connection_pool_size|request_pool_size|postpone_output")
_OFFSETS: Final = frozenset({"client_max_body_size", "proxy_max_temp_file_size", "fastcgi_max_temp_file_size"})
_NUMBERS: Final = re.compile(
    r"\w+_hash_(?:max|bucket)_size|worker_connections|worker_rlimit_nofile|keepalive_requests|gzip_comp_level"
    r"|gzip_min_length|ssl_verify_depth|server_names_hash_bucket_size|http2_max_concurrent_streams|max_ranges"
)
_BUFFERS: Final = frozenset(
    {"proxy_buffers", "fastcgi_buffers", "uwsgi_buffers", "gzip_buffers", "large_client_header_buffers"}
)
_MODIFIERS: Final = frozenset({"=", "~", "~*", "^~"})
_LISTEN: Final = frozenset(
    {
        *("default_server", "default", "ssl", "http2", "quic", "spdy", "proxy_protocol"),
        *("deferred", "bind", "reuseport", "udp", "multipath"),
    }
)
_LISTEN_PAIRS: Final = frozenset(
    {"setfib", "fastopen", "backlog", "rcvbuf", "sndbuf", "accept_filter", "ipv6only", "so_keepalive"}
)
_MEMBER: Final = frozenset({"backup", "down", "resolve", "drain"})
_MEMBER_PAIRS: Final = frozenset(
    {"weight", "max_conns", "max_fails", "fail_timeout", "service", "route", "slow_start", "id"}
)
_REWRITE_FLAGS: Final = frozenset({"last", "break", "redirect", "permanent"})
_LARGEST_PORT: Final = 65535
_SMALLEST_PAGE, _LARGEST_PAGE, _LARGEST_CODE = 300, 599, 999


def bad_values(directive: Directive) -> Iterator[BadValue]:
    """Yield the words of a directive that nginx refuses."""
    name = directive.name
    special = _SPECIAL.get(name)
    words = [word for word in directive.args if word.known and "$" not in word.text]
    if special is not None:
        yield from special(directive)
    elif name in _ENUMERATIONS:
        allowed = _ENUMERATIONS[name].split()
        yield from (BadValue(w, f"one of {', '.join(allowed)}") for w in words if allowed and w.text not in allowed)
    elif not words:
        return
    elif name in _OFFSETS:
        yield from _first(words[0], _OFFSET, "a size such as 10m")
    elif _SIZES.fullmatch(name):
        yield from _first(words[0], _SIZE, "a size such as 16k")
    elif name.endswith("_timeout"):
        yield from _first(words[0], _TIME, "a time such as 60s")
    elif _NUMBERS.fullmatch(name):
        yield from _first(words[0], _NUMBER, "a number")
    elif name in _BUFFERS and len(words) > 1:
        yield from _first(words[0], _NUMBER, "a number")
        yield from _first(words[1], _SIZE, "a size such as 16k")


def _first(word: Word, pattern: re.Pattern[str], expected: str) -> Iterator[BadValue]:
    if word.text not in ("off", "auto") and not pattern.fullmatch(word.text):
        yield BadValue(word, expected)


def _listen(directive: Directive) -> Iterator[BadValue]:
    if not directive.args or not directive.known:
        return
    word = directive.args[0]
    port = word.text.rpartition(":")[2] if not word.text.endswith("]") else "80"
    if port.isdigit() and not 0 < int(port) <= _LARGEST_PORT and not word.text.startswith("unix:"):
        yield BadValue(word, f"a port from 1 to {_LARGEST_PORT}")
    for parameter in directive.args[1:]:
        key, equals, _ = parameter.text.partition("=")
        if key not in (_LISTEN_PAIRS if equals else _LISTEN):
            yield BadValue(parameter, "a parameter of `listen` such as `ssl` or `default_server`")


def _member(directive: Directive) -> Iterator[BadValue]:
    if directive.block is not None or directive.home.name != "upstream" or not directive.known or not directive.args:
        return
    port = directive.first().rpartition(":")[2]
    if (
        ":" in directive.first()
        and port.isdigit()
        and not 0 < int(port) <= _LARGEST_PORT
        and "unix:" not in directive.first()
    ):
        yield BadValue(directive.args[0], f"a port from 1 to {_LARGEST_PORT}")
    for parameter in directive.args[1:]:
        key, equals, value = parameter.text.partition("=")
        if key not in (_MEMBER_PAIRS if equals else _MEMBER):
            yield BadValue(parameter, "a parameter of an upstream server such as `max_fails=3` or `backup`")
        elif key == "fail_timeout" and not _TIME.fullmatch(value):
            yield BadValue(parameter, "a time such as fail_timeout=30s")
        elif key in ("weight", "max_fails", "max_conns") and not (value.isdigit() and (key != "weight" or int(value))):
            yield BadValue(parameter, f"a number such as {key}=3")


def _return(directive: Directive) -> Iterator[BadValue]:
    if not directive.args or not directive.known:
        return
    word = directive.args[0]
    alone = len(directive.args) == 1 and word.text.startswith(("http://", "https://", "$"))
    if not alone and not (word.text.isdigit() and int(word.text) <= _LARGEST_CODE):
        yield BadValue(word, "a status code such as 301, or a whole URL")


def _error_page(directive: Directive) -> Iterator[BadValue]:
    for word in directive.args[:-1]:
        code = word.text.removeprefix("=")
        if (
            word.known
            and not (code.isdigit() and _SMALLEST_PAGE <= int(code) <= _LARGEST_PAGE)
            and not word.text.startswith("=")
        ):
            yield BadValue(word, f"a status code from {_SMALLEST_PAGE} to {_LARGEST_PAGE}")


def _error_log(directive: Directive) -> Iterator[BadValue]:
    for word in directive.args[1:]:
        if word.known and word.text not in _LEVELS.split() and not word.text.startswith("debug_"):
            yield BadValue(word, f"one of {', '.join(_LEVELS.split())}")


def _rewrite(directive: Directive) -> Iterator[BadValue]:
    words = directive.args
    if len(words) > 2 and words[2].known and words[2].text not in _REWRITE_FLAGS:  # noqa: PLR2004 - the third is the flag
        yield BadValue(words[2], "one of last, break, redirect, permanent")


def _location(directive: Directive) -> Iterator[BadValue]:
    words = directive.args
    if len(words) > 1 and words[0].known and words[0].text not in _MODIFIERS:
        yield BadValue(words[0], "one of =, ~, ~*, ^~")


def _proxy_pass(directive: Directive) -> Iterator[BadValue]:
    word = directive.args[0] if directive.args else None
    in_stream = directive.home.name == "server"
    if word is None or not word.known or in_stream or word.text.startswith(("http://", "https://", "$")):
        return
    yield BadValue(word, "a URL that begins with http:// or https://")


def _address(directive: Directive) -> Iterator[BadValue]:
    word = directive.args[0] if directive.args else None
    if word is None or not word.known or "$" in word.text:
        return
    numbers = (
        [int(number) for number in re.findall(r"\d+", word.text.partition("/")[0])] if ":" not in word.text else []
    )
    hosts = directive.name == "set_real_ip_from"  # host names are allowed there since 1.13.1
    if (not _ADDRESS.fullmatch(word.text) and not hosts) or any(number > 255 for number in numbers[:4]):  # noqa: PLR2004 - an octet
        yield BadValue(word, "an address, a network such as 10.0.0.0/8, or all")


def _variable(directive: Directive) -> Iterator[BadValue]:
    number = 1 if directive.name == "map" else 0
    if (
        len(directive.args) > number
        and directive.args[number].known
        and not directive.args[number].text.startswith("$")
    ):
        yield BadValue(directive.args[number], "a variable, which begins with $")


def _processes(directive: Directive) -> Iterator[BadValue]:
    for word in directive.args[:1]:
        if word.known and word.text != "auto" and not (word.text.isdigit() and int(word.text)):
            yield BadValue(word, "a number, or auto")


def _zone(directive: Directive) -> Iterator[BadValue]:
    for word in directive.args[1:]:
        key, _, value = word.text.partition("=")
        if not word.known or "$" in value:
            continue
        if key in ("zone", "keys_zone") and not re.fullmatch(r"[^:]+:\d+[kKmM]?", value):
            yield BadValue(word, f"a name and a size such as {key}=one:10m")
        elif key == "rate" and directive.name == "limit_req_zone" and not re.fullmatch(r"\d+(?:r/[sm])?", value):
            yield BadValue(word, "a rate such as rate=10r/s")


_SPECIAL: Final = {
    "listen": _listen, "server": _member, "return": _return, "error_page": _error_page, "error_log": _error_log,
    "rewrite": _rewrite, "location": _location, "proxy_pass": _proxy_pass, "allow": _address, "deny": _address,
    "set_real_ip_from": _address, "set": _variable, "map": _variable, "if": bad_condition,
    "worker_processes": _processes,
    "limit_req_zone": _zone, "limit_conn_zone": _zone,
    "proxy_cache_path": _zone, "fastcgi_cache_path": _zone,
}  # fmt: skip
