"""Reverse proxies: what listens, and where requests go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class UpstreamServer:
    """A server of an upstream.

    address     host without port, or "unix:/path"; None when a template decides it
    port        80 where none is written; None for a socket or when it is unknown
    parameters  the others as written: "max_fails=3", "weight=2"
    """

    address: str | None
    port: int | None
    place: Place
    backup: bool = False
    down: bool = False
    parameters: tuple[str, ...] = ()


@record
class Upstream:
    """A named group of servers.

    protocol  "http" or "stream": each has names of its own
    group     the folder whose configurations are loaded together, `part` the folder of it that holds this file
              ("conf.d", "sites-available"; "" for the folder itself)
    top       the file that includes this one, directly or through others; its own path where none does
    """

    name: str
    path: str
    place: Place
    servers: tuple[UpstreamServer, ...] = ()
    protocol: str = "http"
    group: str = ""
    part: str = ""
    top: str = ""


@record
class Proxy:
    """A location that hands requests on.

    location  its path as written, "" in a fragment
    target    what is written after `proxy_pass`; its `host` may name an upstream; host and port are None where unknown
    """

    location: str
    path: str
    place: Place
    target: str
    host: str | None
    port: int | None
    protocol: str = "proxy_pass"


@record
class ServerBlock:
    """A virtual server: the ports it listens on (known ones only), whether with TLS, and its names.

    certificate  the path of its own certificate with its place, None where it has none or it is unknown; so `key`
    name_places  where each of `names` stands
    """

    path: str
    place: Place
    ports: tuple[int, ...] = ()
    ssl: bool = False
    names: tuple[str, ...] = ()
    certificate: tuple[str, Place] | None = None
    key: tuple[str, Place] | None = None
    name_places: tuple[Place, ...] = ()


@record
class OpenRoot:
    """A `location /`, or one of a metrics page, of a server on the internet that hands requests on, to everyone.

    place     its path
    target    where it hands requests to: a host or the name of an upstream, and a port
    location  its path, "/" for all
    answered  the other locations of the server, each with its modifier ("", "=", "^~", "~", "~*") and its path
    """

    path: str
    place: Place
    host: str
    port: int | None
    answered: tuple[tuple[str, str], ...] = ()
    location: str = "/"
