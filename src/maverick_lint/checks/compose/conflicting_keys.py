"""compose/conflicting-keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.tree import Value

# Limits that may stand in a service and under deploy.resources, and must then agree.
_TWICE: Final = (
    (("mem_limit",), ("deploy", "resources", "limits", "memory")),
    (("mem_reservation",), ("deploy", "resources", "reservations", "memory")),
    (("cpus",), ("deploy", "resources", "limits", "cpus")),
    (("pids_limit",), ("deploy", "resources", "limits", "pids")),
    (("scale",), ("deploy", "replicas")),
)
_SOURCES: Final = {"secrets": ("file", "environment"), "configs": ("file", "environment", "content")}
_WITH_EXTERNAL: Final = ("driver", "driver_opts", "labels", "file", "environment", "content", "ipam", "internal")
_TRUE: Final = ("true", "yes", "on", "y")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each key that Compose refuses beside another one, with the other one as related place."""
    for model in document.model.views:
        for service in model.services:
            yield from _service(service)
        for section in ("volumes", "networks", "secrets", "configs"):
            for name, entry in model.section(section).items():
                if len(entry.names()) > 1:  # it takes two
                    yield from _resource(section, name, entry)


def _service(service: Service) -> Iterator[Hit]:
    mode, networks = service.get("network_mode"), service.get("networks")
    if mode is not None and networks is not None:
        yield _hit(networks, mode, f"`networks` and `network_mode` of service `{service.name}`", key=True)
    build = service.get("build")
    inline = None if build is None else build.get("dockerfile_inline")
    dockerfile = None if build is None else build.get("dockerfile")
    if inline is not None and dockerfile is not None:
        yield _hit(inline, dockerfile, f"`dockerfile_inline` and `dockerfile` of service `{service.name}`", key=True)
    yield from _platform(service)
    yield from _devices(service)
    name = service.get("container_name")
    count = service.get("scale") or service.get("deploy", "replicas")
    if name is not None and count is not None and _number(count) > 1:
        what = f"`container_name` and {_number(count)} containers of service `{service.name}`"
        yield _hit(name, count, what, key=True)
    for one, other in _TWICE:
        first, second = service.get(*one), service.get(*other)
        if first is not None and second is not None and _differ(first, second):
            what = (
                f"`{'.'.join(one)}: {first.known}` and `{'.'.join(other)}: {second.known}` of service `{service.name}`"
            )
            yield _hit(first, second, what)


def _platform(service: Service) -> Iterator[Hit]:
    """Yield a hit where an image is built for other platforms than the one that it is to run on."""
    platform, platforms = service.get("platform"), service.get("build", "platforms")
    if platform is None or platforms is None or platform.known is None:
        return
    listed = [item.known for item in platforms.items()]
    if listed and None not in listed and platform.known not in listed:
        what = f"`platform: {platform.known}` and `build.platforms` without it, of service `{service.name}`"
        yield _hit(platform, platforms, what)


def _devices(service: Service) -> Iterator[Hit]:
    holders = service.get("deploy", "resources", "reservations", "devices"), service.get("gpus")
    for device in (item for held in holders if held is not None for item in held.items()):
        count, ids = device.get("count"), device.get("device_ids")
        if count is not None and ids is not None:
            yield _hit(ids, count, f"`count` and `device_ids` of a device of service `{service.name}`", key=True)


def _resource(section: str, name: str, entry: Value) -> Iterator[Hit]:
    what = section.removesuffix("s")
    external = entry.get("external")
    if external is not None and (external.is_map or (external.known or "").lower() in _TRUE):
        for key in _WITH_EXTERNAL:
            value = entry.get(key)
            if value is not None:
                yield _hit(value, external, f"`{key}` and `external` of the {what} `{name}`", key=True)
                return
    outer, inner = entry.get("name"), entry.at_path("external", "name")
    if outer is not None and inner is not None and outer.known != inner.known:
        yield _hit(inner, outer, f"`name` and `external.name` of the {what} `{name}`")
    sources = [value for key in _SOURCES.get(section, ()) if (value := entry.get(key)) is not None]
    if len(sources) > 1:
        keys = " and ".join(f"`{value.key.raw}`" for value in sources if value.key is not None)
        yield _hit(sources[1], sources[0], f"{keys} of the {what} `{name}`", key=True)


def _hit(value: Value, other: Value, what: str, *, key: bool = False) -> Hit:
    at = value.key_at if key else value.at
    return Hit(at, {"what": what}, related=(Related(other.key_place, "the other one"), *value.via))


def _number(value: Value) -> int:
    text = value.known or ""
    return int(text[:9]) if text.isdecimal() else 0


def _differ(one: Value, other: Value) -> bool:
    first, second = one.known, other.known
    if first is None or second is None:
        return False
    try:
        return _size(first) != _size(second)
    except ValueError:
        return False


def _size(text: str) -> float:
    """Return a number or a size in bytes. Raises ValueError for another text."""
    bare = text.strip().lower().removesuffix("ib").removesuffix("b")
    factor = {"k": 1, "m": 2, "g": 3, "t": 4}.get(bare[-1:], 0)
    return float(bare[:-1] if factor else bare) * 1024.0**factor
