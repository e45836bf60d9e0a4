"""Published ports, in short and long form.

Short: `[HOST:]CONTAINER[/PROTOCOL]`, HOST being `[IP:](PORT | RANGE)` (Compose specification, 05-services).
Without an address the port is open on every interface of the host.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.compose.interpolate import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.tree import Value

# Compiled at their first use: many files publish nothing.
_RANGE: Final = r"(\d{1,6})(?:-(\d{1,6}))?\Z"
_OCTET: Final = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
# four numbers, or groups of hexadecimal digits of which a `::` may leave some out
_IP: Final = (
    rf"(?:{_OCTET}(?:\.{_OCTET}){{3}}"
    r"|\[?(?=[^\]%]*::|(?:[^:]*:){6,7}[^:]*\Z)[0-9A-Fa-f:]+[0-9A-Fa-f:.]*(?:%\w+)?\]?)\Z"
)
_HIGHEST: Final = 65535
PROTOCOLS: Final = ("tcp", "udp", "sctp")

Range = tuple[int, int]


@record
class Port:
    """A published port.

    at         the item of the list, or for a fault in the long form the value that has it
    host_ip    the address as written, "" for every interface, None when unknown
    published  the ports of the host, None when unknown or left to Docker (`chosen` tells the two apart)
    target     the ports of the container, None when unknown
    chosen     Docker chooses the port of the host
    short      it is written in short form
    problem    what is wrong with it, as a sentence without a subject; "" for nothing
    """

    at: Value
    host_ip: str | None
    published: Range | None
    target: Range | None
    protocol: str = "tcp"
    chosen: bool = False
    short: bool = True
    problem: str = ""

    @property
    def loopback(self) -> bool | None:
        """Whether only the host itself reaches it; None when that is unknown."""
        if self.host_ip is None:
            return None
        bare = self.host_ip.strip("[]").lower()
        return bare.startswith("127.") or bare in ("::1", "localhost", "0:0:0:0:0:0:0:1")


def read_ports(value: Value | None) -> Iterator[Port]:
    """Yield the ports of a service's `ports`."""
    for item in value.items() if value is not None else ():
        if item.is_map:
            yield _long(item)
        elif item.text is not None:
            yield parse_port(item, item.text.masked)


def parse_port(item: Value, text: str) -> Port:
    """Return the port of a short form; unknown parts are UNKNOWN characters."""
    body, slash, written = text.partition("/")
    *before, container = body.split(":")
    host = before[-1] if before else ""
    address = ":".join(before[:-1])
    protocol = "tcp" if not slash or UNKNOWN in written else written.lower()
    fault = _fault(address, host, container, protocol)
    if fault:
        return Port(item, None, None, None, problem=fault)
    if UNKNOWN in container:
        # what is unknown may hold colons of its own
        return Port(item, None, None, None, protocol)
    target = _range(container)
    if UNKNOWN in body:
        # so may an unknown port of the host: `127.0.0.1:8080`
        known = UNKNOWN not in address and bool(address)
        return Port(item, address if known else None, _range(host), target, protocol)
    published = _range(host) if host else None
    return Port(item, address, published, target, protocol, not host, problem=_lengths(published, target))


def _fault(address: str, host: str, container: str, protocol: str) -> str:
    if protocol not in PROTOCOLS:
        return f"has the protocol `{protocol}`, which is none of tcp, udp and sctp"
    for what, text in (("container", container), ("host", host)):
        if UNKNOWN not in text and _range(text) is None and (text or what == "container"):
            return f"has the {what} port `{text}`, which is no number up to {_HIGHEST} and no range"
    if address and UNKNOWN not in address and not re.match(_IP, address):
        return f"has the host address `{address}`, which is no IP address"
    return ""


def _lengths(published: Range | None, target: Range | None) -> str:
    if target is None:
        return ""
    for low, high in (published or target, target):
        if low > high:
            return f"has the range {low}-{high}, which runs backwards"
    count = target[1] - target[0]
    if published is not None and count and published[1] - published[0] != count:
        return f"maps {published[1] - published[0] + 1} ports of the host to {count + 1} of the container"
    return ""


def _range(text: str) -> Range | None:
    match = re.match(_RANGE, text)
    if match is None:
        return None
    low = int(match.group(1))
    high = int(match.group(2) or low)
    return (low, high) if max(low, high) <= _HIGHEST else None


def _long(item: Value) -> Port:
    target, published, host_ip = item.get("target"), item.get("published"), item.get("host_ip")
    protocol = item.get("protocol")
    name = "tcp" if protocol is None else (protocol.known or "tcp").lower()
    if target is None:
        return Port(item, None, None, None, short=False, problem="names no `target`, the port of the container")
    found = {}
    for key, value in (("target", target), ("published", published)):
        text = None if value is None else value.known
        found[key] = None if text is None or not text else _range(text)
        if value is not None and text and found[key] is None:
            problem = f"has `{key}: {text}`, which is no number up to {_HIGHEST}"
            return Port(value, None, None, None, short=False, problem=problem)
    address = "" if host_ip is None else host_ip.known
    if address and host_ip is not None and not re.match(_IP, address):
        return Port(host_ip, None, None, None, short=False, problem=f"has `{address}`, which is no IP address")
    return Port(item, address, found["published"], found["target"], name, chosen=published is None, short=False)
