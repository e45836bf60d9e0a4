"""compose/loopback-datastore-port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._datastores import datastore
from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose
    from maverick_lint.formats.compose.ports import Port

# What a finding on the long form points at, the most telling first.
_TOKENS: Final = ("host_ip", "published", "target")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port of a datastore that other machines reach."""
    first = FirstTime()
    for service in document.model.variants:
        store = datastore(service)
        if store is None:
            continue
        for port in service.ports:
            if port.problem or port.host_ip is None or not _is_open(port.host_ip) or not first(port.at):
                continue
            values = {
                "service": owner(service, port.at),
                "store": store.name,
                "port": _shown(port),
                "form": _form(port),
            }
            at = next((at for key in _TOKENS if (at := port.at.get(key)) is not None), port.at)
            yield Hit(at.at, values, "" if port.short else "long", related=port.at.via, fix=_fix(port))


def _is_open(address: str) -> bool:
    """Say whether an address stands for every interface; one of a private network is a choice."""
    return address.strip("[]") in ("", "0.0.0.0", "::", "0:0:0:0:0:0:0:0")  # noqa: S104 - compared, not bound


def _shown(port: Port) -> str:
    low, high = port.published or port.target or (0, 0)
    return str(low) if low == high else f"{low}-{high}"


def _form(port: Port) -> str:
    """Return the short form bound to the host itself, as far as it is known."""
    written = port.at.node.raw
    if port.host_ip:
        return "127.0.0.1" + written[len(port.host_ip) :]
    return f"127.0.0.1::{written}" if port.chosen else f"127.0.0.1:{written}"


def _fix(port: Port) -> Fix | None:
    """Return the binding as an edit; other machines may use the port, so it is not safe."""
    text = port.at.text
    node = port.at.node
    if not port.short or text is None or not text.fixed or not port.at.file.home or port.at.via:
        return None
    if node.style not in ("plain", "single", "double") or "\\" in node.raw:
        return None
    quote = 0 if node.style == "plain" else 1
    if node.style == "plain":
        edit = Edit(node.span, f'"{_form(port)}"')
    else:
        edit = Edit(Span(node.span.start + quote, node.span.end - quote), _form(port))
    return Fix("Publish the port on 127.0.0.1 only", (edit,), safe=False)
