"""The values that are addresses: what servers listen on, where upstreams are, who may come in.

Source: ngx_parse_url() (src/core/ngx_inet.c), ngx_ptocidr() and the parameters of nginx.org/en/docs/http/
ngx_http_core_module.html#listen and ngx_http_upstream_module.html#server, with `nginx -t` of 1.22.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.conditions import BadValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive, Word

_TIME: Final = r"(?:\d+[yMwdhms]? *)+"
_SIZE: Final = r"\d+[kKmM]?"
_V4: Final = r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})"
_V6: Final = r"[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:\d+\.\d+\.\d+\.\d+)?"
_LISTEN: Final = frozenset(
    {
        *("default_server", "default", "ssl", "http2", "quic", "spdy", "proxy_protocol"),
        *("deferred", "bind", "reuseport", "udp", "multipath"),
    }
)
_MEMBER: Final = frozenset({"backup", "down", "resolve", "drain"})
_MEMBER_PAIRS: Final = frozenset(
    {"weight", "max_conns", "max_fails", "fail_timeout", "service", "route", "slow_start", "id"}
)
# The parameters of `listen` that take a value, and its form.
_LISTEN_PAIRS: Final = {
    "setfib": r"\d+",
    "fastopen": r"\d+",
    "backlog": r"0*[1-9]\d*",
    "rcvbuf": _SIZE,
    "sndbuf": _SIZE,
    "accept_filter": r".+",
    "ipv6only": r"on|off",
    "so_keepalive": r"on|off|(?=.*\d)(?:\d+[wdhms]?)*:(?:\d+[wdhms]?)*:\d*",
}
# An address of IPv6 stands in brackets; of other hosts nothing but a colon before the port is asked here.
_HOST: Final = r"\[[^\]\s/]*\](?::\S*)?|[^\s/:\[]*(?::[^\s/:]*)?"
_SCHEMES: Final = {"uwsgi_pass": ("uwsgi://", "suwsgi://"), "grpc_pass": ("grpc://", "grpcs://")}
_LARGEST_PORT: Final = 65535
_OCTET: Final = 255
_BITS_V4, _BITS_V6 = 32, 128


def is_network(text: str) -> bool:
    """Say whether a text is an address, or a network in the notation with a slash."""
    host, slash, bits = text.partition("/")
    if slash and not (bits.isdigit() and int(bits[:4]) <= (_BITS_V6 if ":" in host else _BITS_V4)):
        return False
    match = re.fullmatch(_V4, host)
    if match is not None:
        return all(int(octet) <= _OCTET for octet in match.groups())
    return bool(re.fullmatch(_V6, host))


def listen(directive: Directive) -> Iterator[BadValue]:
    """Yield a port that none can have, and parameters that `listen` does not take."""
    if not directive.args or not directive.known or directive.block is not None:
        return
    word = directive.args[0]
    if not word.text.startswith("unix:") and "$" not in word.text:
        if not re.fullmatch(_HOST, word.text):
            yield BadValue(word, "a port, or an address and a port such as 127.0.0.1:8000 or [::1]:8000")
            return
        yield from _port(word, ranged=True)
        if word.text.startswith(":") and word.text.count(":") == 1:
            yield BadValue(word, "a port, or an address before the colon")
    for parameter in directive.args[1:]:
        key, equals, value = parameter.text.partition("=")
        if equals and key in _LISTEN_PAIRS and not re.fullmatch(_LISTEN_PAIRS[key], value):
            yield BadValue(parameter, f"another value of {key}")
        elif key not in (_LISTEN_PAIRS if equals else _LISTEN):
            yield BadValue(parameter, "a parameter of `listen` such as `ssl` or `default_server`")


def _port(word: Word, *, ranged: bool = False) -> Iterator[BadValue]:
    text = word.text
    if text.endswith("]") and text.startswith("["):
        return
    host, colon, port = text.rpartition(":")
    first, dash, last = port.partition("-")
    if port.isdigit():
        if not 0 < int(port[:9]) <= _LARGEST_PORT:
            yield BadValue(word, f"a port from 1 to {_LARGEST_PORT}")
    elif colon and not (ranged and dash and first.isdigit() and last.isdigit()):
        yield BadValue(word, "an address and a port, such as 127.0.0.1:8000")
        return
    if colon and "]" in host and not host.startswith("["):
        yield BadValue(word, "an address and a port, such as 127.0.0.1:8000")


def member(directive: Directive) -> Iterator[BadValue]:
    """Yield an address that no server has, and parameters that an upstream's server does not take."""
    if directive.block is not None or directive.home.name != "upstream" or not directive.known or not directive.args:
        return
    word = directive.args[0]
    if not word.text.startswith("unix:"):
        if "/" in word.text:
            yield BadValue(word, "a host and a port only, without scheme and path")
        elif ":" in word.text:
            yield from _port(word)
    elif word.text == "unix:":
        yield BadValue(word, "the path of a socket, as in unix:/run/app.sock")
    for parameter in directive.args[1:]:
        key, equals, value = parameter.text.partition("=")
        if key not in (_MEMBER_PAIRS if equals else _MEMBER):
            yield BadValue(parameter, "a parameter of an upstream server such as `max_fails=3` or `backup`")
        elif key in ("fail_timeout", "slow_start") and not re.fullmatch(_TIME, value):
            yield BadValue(parameter, f"a time such as {key}=30s")
        elif key in ("weight", "max_fails", "max_conns") and not (value.isdigit() and (key != "weight" or int(value))):
            yield BadValue(parameter, f"a number such as {key}=3")


def address(directive: Directive) -> Iterator[BadValue]:
    """Yield an address or network that is none."""
    word = directive.args[0] if directive.args else None
    if word is None or not word.known or "$" in word.text or word.text == "unix:":
        return
    if word.text == "all" and directive.name != "set_real_ip_from":
        return
    # host names are allowed there since 1.13.1
    named = directive.name == "set_real_ip_from" and not re.fullmatch(r"[\d./]+|.*:.*|.*/.*|all", word.text)
    if not named and not is_network(word.text):
        every = ", or all" if directive.name != "set_real_ip_from" else "; 0.0.0.0/0 is every one of IPv4"
        yield BadValue(word, f"an address, a network such as 10.0.0.0/8{every}")


def passed(directive: Directive) -> Iterator[BadValue]:
    """Yield an address without a port, as FastCGI and its like have no usual one; and paths, which they have not."""
    word = directive.args[0] if directive.args else None
    if word is None or not word.known or "$" in word.text:
        return
    text = word.text
    for scheme in _SCHEMES.get(directive.name, ()):
        text = text.removeprefix(scheme)
    if text.startswith("unix:"):
        return
    if text.startswith("/"):
        yield BadValue(word, f"unix: before the path of a socket, as in unix:{text}")
    elif "/" in text:
        yield BadValue(word, "a host and a port only, without scheme and path")
    elif re.fullmatch(_V4, text) and directive.name != "grpc_pass":
        yield BadValue(word, f"a port too, such as {text}:9000")


def bound(directive: Directive) -> Iterator[BadValue]:
    """Yield a word that is no address to connect from."""
    for word in directive.args[:1]:
        host = word.text.strip("[]") if word.text.endswith("]") else word.text
        plain = host.rpartition(":")[0].strip("[]") if host.count(":") == 1 or "]:" in host else host
        if word.known and "$" not in host and host != "off" and not is_network(plain):
            yield BadValue(word, "an address of this machine, or off")


def resolver(directive: Directive) -> Iterator[BadValue]:
    """Yield the name servers and parameters that `resolver` does not take."""
    for word in directive.args:
        text = word.text
        key, equals, value = text.partition("=")
        if not word.known or "$" in text:
            continue
        if text.endswith((",", ";")):
            yield BadValue(word, "addresses with blanks between them, and no comma")
        elif text.startswith(":") or (text.count(":") > 1 and not text.startswith("[")):
            yield BadValue(word, "an address such as 127.0.0.1 or [::1], with or without a port")
        elif key == "valid" and equals and not re.fullmatch(_TIME, value):
            yield BadValue(word, "a time such as valid=30s")
        elif key in ("ipv6", "ipv4") and equals and value not in ("on", "off"):
            yield BadValue(word, f"{key}=on or {key}=off")
        elif equals and key not in ("valid", "ipv6", "ipv4", "status_zone"):
            yield BadValue(word, "an address, or a parameter such as valid=30s")
        elif not equals and ":" in text:
            yield from _port(word)
