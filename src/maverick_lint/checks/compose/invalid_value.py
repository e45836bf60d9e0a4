"""compose/invalid-value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.checks.compose._values import further_faults
from maverick_lint.core.finding import Hit
from maverick_lint.formats.compose.durations import seconds
from maverick_lint.formats.compose.interpolate import interpolate
from maverick_lint.formats.compose.tree import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service

# Compiled at their first use: few files have all of these keys.
_RESTART: Final = r"(?:no|always|unless-stopped|on-failure(?::\d+)?)\Z"
_SIZE: Final = r"(?i)\d+(?:\.\d+)?\s?(?:[kmgtp]i?b?|b)?\Z"
_NAME: Final = r"[A-Za-z0-9][A-Za-z0-9_.-]+\Z"
_PROJECT: Final = r"[a-z0-9][a-z0-9_-]*\Z"
_PULL: Final = r"(?:always|never|missing|if_not_present|build|daily|weekly|every_\w+|refresh)\Z"
_UNITS: Final = "a positive duration with its unit, as in `30s` or `1m30s`"
_DURATIONS: Final[tuple[tuple[str, ...], ...]] = (
    ("healthcheck", "interval"), ("healthcheck", "timeout"), ("healthcheck", "start_period"),
    ("healthcheck", "start_interval"), ("stop_grace_period",), ("deploy", "restart_policy", "delay"),
    ("deploy", "restart_policy", "window"), ("deploy", "update_config", "delay"),
    ("deploy", "update_config", "monitor"),
    ("deploy", "rollback_config", "delay"), ("deploy", "rollback_config", "monitor"),
)  # fmt: skip
_SIZES: Final[tuple[tuple[str, ...], ...]] = (
    ("mem_limit",), ("mem_reservation",), ("shm_size",), ("build", "shm_size"),
    ("deploy", "resources", "limits", "memory"), ("deploy", "resources", "reservations", "memory"),
)  # fmt: skip
_TESTS: Final = ("CMD", "CMD-SHELL", "NONE")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each known value that Compose cannot read: ports, mounts, durations, sizes, conditions, tests."""
    first = FirstTime()
    yield from _sources(document.model)
    if ":?" in document.source.text:
        yield from _unset(document)
    for view in document.model.views:
        yield from _contexts(view, first)
    name = document.model.root.get("name")
    if name is not None and (text := name.known) is not None and not re.match(_PROJECT, text):
        wanted = "lower-case letters, digits, `-` and `_`, a letter or digit first"
        yield Hit(name.at, {"what": f"the project name `{text}`", "wanted": wanted})
    for service in document.model.variants:
        for value, what, wanted, case in _faults(service):
            if first(value):
                values = {"what": what, "wanted": wanted, "service": owner(service, value)}
                yield Hit(value.at, values, case, related=value.via)


def _unset(document: Document[Compose]) -> Iterator[Hit]:
    """Yield a hit for each variable that must hold something and that the `.env` beside the file leaves empty."""
    file = document.model.root.file
    for node in document.tree.walk() if document.tree is not None and file.known else ():
        if not node.is_scalar or ":?" not in node.raw:
            continue
        for variable in interpolate(node.raw, file.known).variables:
            if variable.operator == ":?" and file.known.get(variable.name) == "":
                at = Value(node, file).part(variable.start, variable.end)
                yield Hit(at, {"what": variable.name, "wanted": "a value"}, "unset", level="warning")


def _contexts(model: Compose, first: FirstTime) -> Iterator[Hit]:
    """Yield a hit for each further build context that is a service without a build."""
    for service in model.services:
        for link in service.links if not model.fragment else ():
            target = model.service(link.service) if link.how == "additional_contexts" else None
            if target is not None and target.build is None and not target.open and first(link.at):
                what = f"the context `service:{target.name}`"
                values = {"what": what, "wanted": "a service with a `build`", "service": owner(service, link.at)}
                yield Hit(link.at.at, values, "service", related=link.at.via)


def _sources(model: Compose) -> Iterator[Hit]:
    """Yield a hit for each secret and config that names nothing to be made of."""
    if model.fragment or model.others:
        return
    for section, keys in (("secrets", ("file", "environment")), ("configs", ("file", "environment", "content"))):
        for name, entry in model.section(section).items():
            if entry.is_map and all(entry.get(key) is None for key in (*keys, "external", "driver", "template_driver")):
                wanted = ", ".join(f"`{key}`" for key in keys)
                values = {"what": f"the {section.removesuffix('s')} `{name}` without content", "wanted": wanted}
                yield Hit(entry.key_at, values, "source", related=entry.via)


def _faults(service: Service) -> Iterator[tuple[Value, str, str, str]]:
    """Yield each value with how it is called, what it must be, and the case of the message."""
    for port in service.ports:
        if port.problem:
            yield port.at, "the port", port.problem, "problem"
    for mount in service.mounts:
        if mount.problem:
            yield mount.at, "the mount", mount.problem, "problem"
    for keys in _DURATIONS:
        value = service.get(*keys)
        if value is None or not isinstance(value.node.value, str) or value.known is None:
            continue  # a number without a unit is an error of the file's syntax
        if seconds(value.known) is None or value.known.startswith("-"):
            yield value, f"`{keys[-1]}: {value.known}`", _UNITS, "service"
    for keys in _SIZES:
        value = service.get(*keys)
        if value is not None and value.known is not None and not re.match(_SIZE, value.known):
            yield value, f"`{keys[-1]}: {value.known}`", "a size, as in `512m` or `1gb`", "service"
    yield from _words(service)
    yield from _test(service)
    yield from further_faults(service)


def _words(service: Service) -> Iterator[tuple[Value, str, str, str]]:
    for key, pattern, wanted in (
        ("restart", _RESTART, "one of no, always, on-failure[:TIMES] and unless-stopped"),
        ("container_name", _NAME, "two or more letters, digits, `_`, `.` or `-`, a letter or digit first"),
        ("pull_policy", _PULL, "one of always, never, missing, build, daily, weekly and every_TIME"),
    ):
        value = service.get(key)
        if value is not None and value.known is not None and value.known and not re.match(pattern, value.known):
            yield value, f"`{key}: {value.known}`", wanted, "service"


def _test(service: Service) -> Iterator[tuple[Value, str, str, str]]:
    test = service.get("healthcheck", "test")
    items = test.items() if test is not None and test.is_list else []
    if test is not None and test.is_list and not items:
        yield test, "the empty `test`", "a list that begins with CMD or CMD-SHELL, or a text", "service"
    if items and items[0].known is not None and items[0].known not in _TESTS:
        what = f"the test that begins with `{items[0].known}`"
        yield items[0], what, "a list that begins with CMD, CMD-SHELL or NONE, or a text", "service"
    elif len(items) == 1 and items[0].known in ("CMD", "CMD-SHELL"):
        yield items[0], f"the test `{items[0].known}`", "followed by the command", "service"
