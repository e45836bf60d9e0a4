"""Joining two values of a project as Compose does: mappings deeply, lists by what their items stand for.

Compose specification, 13-merge and 05-services (`extends`). `over` is the later one: the file that
overrides, or the service that extends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.compose.tree import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Replaced as a whole, never joined.
_REPLACED: Final = frozenset({"command", "entrypoint", "test"})
# `NAME=value` in a list and `NAME: value` in a mapping are the same; the name decides.
_NAMED: Final = frozenset({
    "environment", "labels", "args", "sysctls", "annotations", "extra_hosts", "depends_on", "networks", "ulimits",
    "driver_opts", "additional_contexts", "links", "external_links",
})  # fmt: skip
# What may be of one kind or another, so that one may stand in the place of the other.
_EITHER: Final = frozenset({"ulimits", "external", "nofile", "nproc", "core", "memlock", "gpus", "include"})
# One text or a list of texts: those of the later file are added.
_ADDED: Final = frozenset({"env_file", "label_file", "dns", "dns_search", "dns_opt", "tmpfs"})
# Mappings for which a text may stand: the value of this key.
_SHORT: Final = {"build": "context", "extends": "service"}


@record
class Clash:
    """Two values that cannot be joined: a mapping and a list, or a collection and a scalar."""

    key: str
    over: Value
    base: Value


def merged(base: Value, over: Value, clashes: list[Clash], name: str = "") -> Value | None:
    """Return `over` on top of `base`; None when `over` takes the value away (`!reset`)."""
    tag = over.node.tag
    if tag == "!reset":
        return None
    if base.node.tag == "!reset":
        return over  # nothing is there to put it on
    if tag == "!override" or name in _REPLACED or base.is_null or over.is_null:
        return base if over.is_null and tag != "!override" else over
    return _put_on(base, over, clashes, name)


def stacked(roots: Sequence[Value], clashes: list[Clash]) -> Value:
    """Return the documents of one file as Compose reads them: each one put on those before it."""
    whole = roots[0]
    for further in roots[1:]:
        if further.is_map:
            whole = merged(whole, further, clashes) or whole
    return whole


def _put_on(base: Value, over: Value, clashes: list[Clash], name: str) -> Value:
    if name in _NAMED and not (base.is_map and over.is_map):
        return _joined(base, over, _NAMERS.get(name, _name_of), clashes)
    if name in _ADDED:
        return _joined(base, over, _itself, clashes)
    if over.is_map and base.is_map:
        return _mapping(base, over, clashes)
    if over.is_list and base.is_list:
        return _joined(base, over, _KEYS.get(name, _itself), clashes)
    if over.kind != base.kind:
        if name in _SHORT and not (over.is_list or base.is_list):
            return _mapping(_long(base, _SHORT[name]), _long(over, _SHORT[name]), clashes)
        if name not in _EITHER:
            clashes.append(Clash(name, over, base))
    return over


def _long(value: Value, key: str) -> Value:
    """Return the mapping that a text stands for."""
    return value if value.is_map else Value.joined(value, entries={key: value})


def without_resets(value: Value, *, depth: int = 1) -> Value:
    """Return a mapping, and `depth` of those below it, without the entries that `!reset` takes away."""
    if not value.is_map:
        return value
    entries = value.entries()
    kept = {name: entry for name, entry in entries.items() if entry.node.tag != "!reset"}
    if depth:
        kept = {name: without_resets(entry, depth=depth - 1) for name, entry in kept.items()}
    if len(kept) == len(entries) and all(kept[name] is entry for name, entry in entries.items()):
        return value
    return Value.joined(value, entries=kept)


def _mapping(base: Value, over: Value, clashes: list[Clash]) -> Value:
    entries = dict(base.entries())
    if over.get("driver") is not None and "options" in entries and _differs(base.get("driver"), over.get("driver")):
        del entries["options"]  # the options of another logging driver mean nothing to this one
    for name, value in over.entries().items():
        if name in entries:
            joined = merged(entries.pop(name), value, clashes, name)
            if joined is not None:
                entries[name] = joined
        elif value.node.tag != "!reset":
            entries[name] = value
    return Value.joined(_stands(base, over), entries=entries)


def _stands(base: Value, over: Value) -> Value:
    """Return the one of two joined collections whose place is that of both: the one in the file at hand."""
    return base if base.file.home and not over.file.home else over


def _differs(one: Value | None, other: Value | None) -> bool:
    return one is None or other is None or one.known != other.known


def _joined(base: Value, over: Value, key: Callable[[Value], str], clashes: list[Clash]) -> Value:
    """Return the items of both, a later one in the place of an earlier one with the same key."""
    found: dict[str, Value] = {}
    for item in [*_parts(base), *_parts(over)]:
        name = key(item)
        earlier = found.get(name)
        if earlier is not None and earlier.is_map and item.is_map and item.key is not None:
            item = _mapping(earlier, item, clashes)  # noqa: PLW2901 - what is kept is the joined item
        elif earlier is not None and earlier.is_map and key is _network_of:
            continue  # the name alone says nothing against the settings that are there
        found[name] = item
    return Value.joined(_stands(base, over), items=[item for item in found.values() if item.node.tag != "!reset"])


def _parts(value: Value) -> list[Value]:
    if value.is_map:
        return list(value.entries().values())
    # a text that stands for a list of one is an item of it, and no longer the value of its key
    return value.items() if value.is_list else [Value(value.node, value.file, None, value.via)]


def _itself(item: Value) -> str:
    return item.node.raw if item.is_scalar else f"{item.file.path}:{item.node.span.start}"


def _name_of(item: Value) -> str:
    if item.key is not None:
        return item.key.raw
    if not item.is_scalar:
        return _itself(item)
    raw = item.node.raw
    equals = raw.find("=")
    return raw[:equals] if equals >= 0 else raw


def _network_of(item: Value) -> str:
    return _name_of(item)


def _host_of(item: Value) -> str:
    """Return the host of `HOST:ADDRESS` or `HOST=ADDRESS` together with the address: a host may have several."""
    if item.key is not None:
        return item.key.raw
    return item.node.raw.replace("=", ":", 1)


def _port_of(item: Value) -> str:
    """Return what makes a published port one: address, ports and protocol, whichever form it is written in."""
    if item.is_map:
        found = [item.get(key) for key in ("host_ip", "published", "target", "protocol")]
        ip, published, target, protocol = ["" if value is None else value.node.raw for value in found]
        return f"{ip}:{published}:{target}/{protocol or 'tcp'}"
    text, _, protocol = item.node.raw.partition("/")
    head, _, target = text.rpartition(":")
    ip, _, published = head.rpartition(":")
    return f"{ip}:{published}:{target}/{protocol or 'tcp'}"


def _target_of(item: Value) -> str:
    if item.is_map:
        target = item.get("target") or item.get("source")
        return _itself(item) if target is None else target.node.raw
    masked = "" if item.text is None else item.text.masked
    parts = masked.split(":")
    return parts[1] if len(parts) > 1 else parts[0]


def _config_of(item: Value) -> str:
    """Return where a config is put: at its `target`, at the root under its name where none is given."""
    target = item.get("target") if item.is_map else None
    source = item.get("source") if item.is_map else item
    if target is not None:
        return target.node.raw
    return _itself(item) if source is None else f"/{source.node.raw}"


_NAMERS: Final[dict[str, Callable[[Value], str]]] = {"extra_hosts": _host_of, "networks": _network_of}
_KEYS: Final[dict[str, Callable[[Value], str]]] = {
    "ports": _port_of, "volumes": _target_of, "devices": _target_of, "secrets": _target_of, "configs": _config_of,
}  # fmt: skip
