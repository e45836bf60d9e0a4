"""The values of what nginx keeps in memory and in logs: zones, limits, caches, sessions, balancing.

Source: the setters of the modules limit_req, limit_conn, proxy (ngx_http_file_cache_set_slot()), ssl, log, upstream of
nginx 1.22, with `nginx -t` of 1.22.1. A zone has eight pages at least: 32 kB where a page has 4.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.conditions import BadValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive, Word

_TIME: Final = r"(?:\d+(?:ms|[yMwdhms])? *)+"
_SIZE: Final = r"\d+[kKmMgG]?"
_ZONE: Final = r"[^:]+:(\d+[kKmM]?)"
_LEVELS: Final = r"[12](?::[12]){0,2}"
_UNITS: Final = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_SMALLEST: Final = 32 << 10
_CACHE: Final = {
    "levels": _LEVELS, "inactive": _TIME, "max_size": _SIZE, "min_free": _SIZE, "manager_files": r"\d+",
    "loader_files": r"\d+", "manager_sleep": _TIME, "manager_threshold": _TIME, "loader_sleep": _TIME,
    "loader_threshold": _TIME, "use_temp_path": "on|off", "purger": "on|off",
    "purger_files": r"\d+", "purger_sleep": _TIME, "purger_threshold": _TIME,
}  # fmt: skip
_CODES: Final = (100, 599)


def _bytes(text: str) -> int:
    unit = _UNITS.get(text[-1:].lower(), 0)
    return int(text[:-1][:18] or 0) * unit if unit else int(text[:18])


def _zone(word: Word, key: str) -> Iterator[BadValue]:
    match = re.fullmatch(_ZONE, word.text.partition("=")[2])
    if match is None:
        yield BadValue(word, f"a name and a size such as {key}=one:10m")
    elif _bytes(match[1]) < _SMALLEST:
        yield BadValue(word, f"32k at least, such as {key}=one:10m")


def limit_zone(directive: Directive) -> Iterator[BadValue]:
    """Yield what is wrong with a zone that limits requests or connections."""
    if not directive.known:
        return
    for word in directive.args[1:]:
        key, _, value = word.text.partition("=")
        if "$" in value:
            continue
        if key == "zone":
            yield from _zone(word, key)
        elif key == "rate" and directive.name == "limit_req_zone":
            if not re.fullmatch(r"0*[1-9]\d*(?:r/[sm])?", value):
                yield BadValue(word, "a rate such as rate=10r/s")
        elif word.text != "sync":
            yield BadValue(word, "a parameter such as zone=one:10m")


def requests(directive: Directive) -> Iterator[BadValue]:
    """Yield what `limit_req` does not take."""
    if directive.args and directive.known and not any(word.text.startswith("zone=") for word in directive.args):
        yield BadValue(directive.args[0], "a parameter such as zone=one before the others")
        return
    for word in directive.args:
        key, equals, value = word.text.partition("=")
        if not word.known or "$" in word.text or (key == "zone" and value):
            continue
        if key in ("burst", "delay") and equals:
            if not value.isdigit() or (key == "burst" and not int(value[:18])):
                yield BadValue(word, f"a number such as {key}=20")
        elif word.text != "nodelay":
            yield BadValue(word, "zone=NAME, burst=NUMBER, delay=NUMBER or nodelay")


def connections(directive: Directive) -> Iterator[BadValue]:
    """Yield a number of connections that is none."""
    for word in directive.args[1:2]:
        if word.known and not (word.text.isdigit() and int(word.text[:18])):
            yield BadValue(word, "a number above 0")


def cache_path(directive: Directive) -> Iterator[BadValue]:
    """Yield what a cache's folder does not take, and the folder when it has no zone."""
    if not directive.known or not directive.args:
        return
    zoned = False
    for word in directive.args[1:]:
        key, equals, value = word.text.partition("=")
        if key == "keys_zone" and equals:
            zoned = True
            yield from _zone(word, key)
        elif key not in _CACHE or not equals:
            yield BadValue(word, "a parameter such as keys_zone=one:10m or inactive=60m")
        elif not re.fullmatch(_CACHE[key], value):
            yield BadValue(word, "levels such as 1:2" if key == "levels" else f"another value of {key}")
    if not zoned:
        yield BadValue(directive.args[0], "a parameter keys_zone=NAME:SIZE beside it")


def cache_valid(directive: Directive) -> Iterator[BadValue]:
    """Yield codes and times for which nothing is kept."""
    for word in directive.args:
        if not word.known or "$" in word.text:
            continue
        if word is directive.args[-1]:
            if not re.fullmatch(r"(?:\d+[yMwdhms]? *)+", word.text):
                yield BadValue(word, "a time such as 10m")
        elif word.text != "any" and not (word.text.isdigit() and _CODES[0] <= int(word.text[:9]) <= _CODES[1]):
            yield BadValue(word, "a status code, or any")


def session_cache(directive: Directive) -> Iterator[BadValue]:
    """Yield caches of TLS sessions that there are not."""
    for word in directive.args:
        if not word.known or word.text in ("off", "none", "builtin"):
            continue
        kind, _, rest = word.text.partition(":")
        match = re.fullmatch(_ZONE, rest)
        if kind == "shared" and match is not None:
            if _bytes(match[1]) < _SMALLEST:
                yield BadValue(word, "32k at least, such as shared:SSL:10m")
        elif not (kind == "builtin" and rest.isdigit()):
            yield BadValue(word, "off, none, builtin or shared:NAME:SIZE")


def access_log(directive: Directive) -> Iterator[BadValue]:
    """Yield what `access_log` does not take after the format."""
    words = directive.args
    for word in words[1:2]:
        if re.match(r"(?:buffer|flush|if)=|gzip=?\d*$", word.text) and words[0].text != "off":
            yield BadValue(word, "the name of a format before it, such as combined")
    keys = {word.text.partition("=")[0] for word in words[2:]}
    buffered = bool(keys & {"buffer", "gzip"})
    for word in words[2:]:
        key, equals, value = word.text.partition("=")
        if not word.known or "$" in value:
            continue
        if key == "buffer" and not re.fullmatch(r"\d+[kKmM]?", value):
            yield BadValue(word, "a size such as buffer=32k")
        elif key == "flush" and not (re.fullmatch(_TIME, value) and buffered):
            yield BadValue(word, "a time such as flush=5m, and a buffer" if not buffered else "a time such as flush=5m")
        elif key == "gzip" and equals and not re.fullmatch("[1-9]", value):
            yield BadValue(word, "gzip=1 to gzip=9")
        elif key not in ("buffer", "flush", "gzip", "if"):
            yield BadValue(word, "buffer=SIZE, gzip, flush=TIME or if=CONDITION")


def open_files(directive: Directive) -> Iterator[BadValue]:
    """Yield what a cache of open files does not take."""
    if not directive.known or directive.first() == "off":
        return
    for word in directive.args:
        key, _, value = word.text.partition("=")
        if not (key == "max" and value.isdigit() and int(value[:18])) and not (
            key in ("inactive", "valid", "min_uses") and re.fullmatch(_TIME, value)
        ):
            yield BadValue(word, "off, max=NUMBER or inactive=TIME")
    if directive.args and not any(word.text.startswith("max=") for word in directive.args):
        yield BadValue(directive.args[0], "a parameter max=NUMBER beside it")


def log_format(directive: Directive) -> Iterator[BadValue]:
    """Yield an escaping that there is not."""
    for word in directive.args[1:2]:
        if word.known and word.text.startswith("escape=") and word.text[7:] not in ("default", "json", "none"):
            yield BadValue(word, "escape=default, escape=json or escape=none")


def balancing(directive: Directive) -> Iterator[BadValue]:
    """Yield what `hash`, `random` and `zone` of an upstream do not take."""
    if directive.home.name != "upstream" or not directive.known:
        return
    words = directive.args
    if directive.name == "hash":
        if len(words) > 1 and words[1].text != "consistent":
            yield BadValue(words[1], "`consistent`")
    elif directive.name == "random":
        if words and words[0].text != "two":
            yield BadValue(words[0], "`two`")
        elif len(words) > 1 and not re.fullmatch(r"least_conn|least_time=(?:header|last_byte)", words[1].text):
            yield BadValue(words[1], "`least_conn`")
    elif len(words) > 1 and not (re.fullmatch(r"\d+[kKmM]?", words[1].text) and _bytes(words[1].text) >= _SMALLEST):
        yield BadValue(words[1], "a size of 32k at least, such as 64k")
