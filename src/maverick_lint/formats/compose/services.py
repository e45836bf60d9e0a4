"""From the mapping of a service to the view that checks read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.compose.images import Image, read_image
from maverick_lint.formats.compose.interpolate import UNKNOWN
from maverick_lint.formats.compose.model import BuildView, Link, Reference, Service
from maverick_lint.formats.compose.mounts import read_mounts
from maverick_lint.formats.compose.ports import read_ports
from maverick_lint.formats.compose.words import read_pairs, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import Health
    from maverick_lint.formats.compose.mounts import Mount
    from maverick_lint.formats.compose.tree import Value

# Keys whose value may be `service:NAME`: the service shares a namespace of another one.
_SHARED: Final = ("network_mode", "ipc", "pid", "uts", "cgroup")
_NO_NETWORK: Final = ("none", "host", "bridge")


def read_service(name: str, value: Value, *, unresolved: bool) -> Service:
    """Return the view of a service; `unresolved` says that it extends something unknown."""
    image_at = value.get("image")
    reference = None if image_at is None else image_at.known
    image = read_image(reference) if reference else None
    mounts = tuple(read_mounts(value))
    profiles = value.get("profiles")
    restart = value.get("restart")
    return Service(
        name=name,
        value=value,
        image_at=image_at,
        image=image,
        build=_build(value.get("build")),
        health=_health(value.get("healthcheck")),
        open=unresolved,
        ports=tuple(read_ports(value.get("ports"))),
        mounts=mounts,
        environment=tuple(read_pairs(value.get("environment"))),
        links=tuple(_links(value)),
        references=tuple(_references(value, mounts)),
        command=read_words(value.get("command")),
        entrypoint=read_words(value.get("entrypoint")),
        profiles=tuple(item.known or UNKNOWN for item in profiles.items()) if profiles is not None else (),
        restart=None if restart is None else restart.known,
        program=image or _program(image_at),
    )


def _program(image_at: Value | None) -> Image | None:
    """Return the image of a reference of which only the tag is unknown, without a tag."""
    masked = "" if image_at is None or image_at.text is None else image_at.text.masked
    image = read_image(masked)
    if not image.name or UNKNOWN in image.host + image.name:
        return None
    return Image(image.host, image.name, "", "")


def _build(value: Value | None) -> BuildView | None:
    if value is None:
        return None
    if value.is_scalar:
        return BuildView(value, value.known, "Dockerfile", "", inline=False)
    context, dockerfile, target = value.get("context"), value.get("dockerfile"), value.get("target")
    return BuildView(
        value,
        "." if context is None else context.known,
        "Dockerfile" if dockerfile is None else dockerfile.known,
        "" if target is None else target.known,
        inline=value.get("dockerfile_inline") is not None,
        args=tuple(read_pairs(value.get("args"))),
    )


def _health(value: Value | None) -> Health:
    if value is None:
        return "absent"
    disable = value.get("disable")
    if disable is not None:
        text = disable.known
        if text is None:
            return "unknown"
        if text.lower() in ("true", "yes", "on", "y"):
            return "disabled"
    test = value.get("test")
    if test is None:
        # only the timing is set: the test, if there is one, comes from the image
        return "absent"
    words = [item.known for item in test.items()] if test.is_list else [test.known]
    if words and words[0] == "NONE":
        return "disabled"
    return "own" if words else "absent"


def _links(service: Value) -> Iterator[Link]:
    depends_on = service.get("depends_on")
    if depends_on is not None:
        for item in depends_on.entries().values() if depends_on.is_map else depends_on.items():
            yield from _dependency(item)
    for key in ("links", "volumes_from"):
        listed = service.get(key)
        for item in listed.items() if listed is not None else ():
            text = item.known
            name = "" if text is None else text.partition(":")[0]
            if name and name != "container":
                yield Link(name, item, key)
    for key in _SHARED:
        shared = service.get(key)
        text = None if shared is None else shared.known
        if shared is not None and text is not None and text.startswith("service:"):
            yield Link(text.removeprefix("service:"), shared, key)
    build = service.get("build")
    for pair in read_pairs(None if build is None else build.get("additional_contexts")):
        if pair.text is not None and pair.text.startswith("service:"):
            yield Link(pair.text.removeprefix("service:"), pair.at, "additional_contexts")


def _dependency(item: Value) -> Iterator[Link]:
    if item.key is not None:
        condition = item.get("condition")
        text = "" if condition is None else condition.known
        yield Link(item.key.raw, item, "depends_on", text, condition)
    elif item.known:
        yield Link(item.known, item, "depends_on")


def _references(service: Value, mounts: tuple[Mount, ...]) -> Iterator[Reference]:
    for mount in mounts:
        if mount.type == "volume" and mount.source and not mount.problem:
            yield Reference("volumes", mount.source, mount.source_at)
    networks = service.get("networks")
    if networks is not None:
        for item in networks.entries().values() if networks.is_map else networks.items():
            name = item.key.raw if item.key is not None else item.known
            if name and name != "default":
                yield Reference("networks", name, item)
    models = service.get("models")
    if models is not None:
        for item in models.entries().values() if models.is_map else models.items():
            name = item.key.raw if item.key is not None else item.known
            if name:
                yield Reference("models", name, item)
    for section, holder in (("secrets", service), ("configs", service), ("secrets", service.get("build"))):
        listed = None if holder is None else holder.get(section)
        for item in listed.items() if listed is not None else ():
            source = item.get("source") if item.is_map else item
            if source is not None and source.known:
                yield Reference(section, source.known, source)
