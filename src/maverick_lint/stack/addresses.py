"""Addresses in settings and commands: URLs, `host:port`, and a host and its port in two variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.stack.joints import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.span import Place

Named = tuple[str, str | None, "Place"]

_URL: Final = re.compile(r"(?:jdbc:|r2dbc:)?([a-z][a-z0-9+]*)://[^\s,]+\Z")
_PLAIN: Final = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):([1-9]\d{2,4})\Z")
_OPTION: Final = re.compile(r"--?[A-Za-z][\w.-]*\Z")
# A version stands behind the colon of an image, a number of a user or a group behind others.
_OTHER: Final = re.compile(r"IMAGE|TAG|VERSION|USER|UID|GID|OWNER", re.IGNORECASE)
_HOST: Final = re.compile(r"(\w*?)_?(HOST|HOSTNAME|SERVER|ADDR|ADDRESS|URL)\Z", re.IGNORECASE)
# Programs speak these among themselves; a browser, which runs on the host, speaks http.
_INNER: Final = re.compile(
    r"(?:postgres|postgresql|mysql|mariadb|redis|rediss|amqp|amqps|mongodb|memcached?|valkey|nats|tcp)(?:\+\w+)?\Z"
)
_PORTS: Final = {
    "postgres": 5432, "postgresql": 5432, "mysql": 3306, "mariadb": 3306, "redis": 6379, "valkey": 6379, "amqp": 5672,
    "mongodb": 27017, "nats": 4222,
}  # fmt: skip
_LOCAL_SIGNS: Final = ("0", "*", "[", "127.")


@record
class AddressUse:
    """An address that a setting or a command names.

    written  as a message shows it, without what follows the port
    inner    a program of the network asks there, no browser
    url      it has a scheme
    """

    name: str
    host: str
    port: int | None
    written: str
    place: Place
    inner: bool = True
    url: bool = False


def in_variables(variables: Sequence[Named]) -> Iterator[AddressUse]:
    """Yield the addresses in variables, each a name, a value and a place."""
    texts: dict[str, tuple[str, Place]] = {}
    for name, text, place in variables:
        plain = (text or "").strip("\"'")
        if not plain or "$" in plain:
            continue
        texts[name] = (plain, place)
        found = _url(name, plain, place)
        if found is not None:
            yield found
        elif ":" in plain and _OTHER.search(name) is None:
            yield from _plain(name, plain, place)
    yield from _pairs(texts)


def in_words(words: Sequence[str | None], places: Sequence[Place]) -> Iterator[AddressUse]:
    """Yield the addresses in the words of a command: `--redis=redis:6379`, `--wait db:5432`."""
    for index, word in enumerate(words[: len(places)]):
        option, equals, value = (word or "").partition("=")
        before = words[index - 1] or "" if index else ""
        given = value if equals and _OPTION.match(option) else (word or "")
        name = option if given is value and equals else before if _OPTION.match(before) else given
        if not given or given.startswith(_LOCAL_SIGNS) or "$" in given:
            continue
        found = _url(name, given, places[index])
        if found is not None:
            yield found
        elif _OTHER.search(name) is None:
            yield from _plain(name, given, places[index])


def _url(name: str, text: str, place: Place) -> AddressUse | None:
    match = _URL.match(text)
    if match is None:
        return None
    address = address_of(text[match.start(1) :])
    if address is None:
        return None
    host, port = address
    written = host if port is None or f":{port}" not in text else f"{host}:{port}"
    usual = _PORTS.get(match[1].partition("+")[0])
    return AddressUse(name, host, port or usual, written, place, _INNER.match(match[1]) is not None, url=True)


def _plain(name: str, text: str, place: Place) -> Iterator[AddressUse]:
    for part in text.split(","):
        match = _PLAIN.match(part.strip())
        if match is not None:
            yield AddressUse(name, match[1], int(match[2]), match[0], place)


def _pairs(texts: dict[str, tuple[str, Place]]) -> Iterator[AddressUse]:
    """Yield the addresses of which DB_HOST has the host and DB_PORT the port; the place is that of the port."""
    for name, (host, _) in texts.items():
        match = _HOST.match(name)
        if match is None or not host.replace("-", "").replace("_", "").isalnum() or host.isdecimal():
            continue
        for ending in (f"{match[1]}_PORT", f"{name}_PORT", f"{match[1]}PORT") if match[1] else ():
            port, at = texts.get(ending, ("", None))
            if at is not None and port.isdecimal() and len(port) < 6:  # noqa: PLR2004 - 65535
                yield AddressUse(ending, host, int(port), f"{host}:{port}", at)
                break
