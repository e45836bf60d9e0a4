"""Where managers keep what they fetched, what fills it and what leaves it empty.

Source: the manual pages and command references of each tool (2026-08); dnf5 keeps its cache in /var/cache/libdnf5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.formats._packages.invocation import Invocation


@record
class Cache:
    """The cache of a manager.

    folders    where it is; a mount on one, or on a folder above it, keeps it out of the layer
    fills      sub-commands that fill it
    off        flags with which nothing is kept
    variables  variables that switch it off when they are true
    remedy     what to write instead, for people
    """

    folders: tuple[str, ...]
    fills: frozenset[str]
    off: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    remedy: str = ""


_INSTALLS: Final = frozenset(
    ("install", "in", "localinstall", "groupinstall", "reinstall", "rei", "upgrade", "up", "update")
)
CACHES: Final = {
    "apt-get": Cache(
        ("/var/lib/apt", "/var/lib/apt/lists"),
        frozenset({"update"}),
        remedy="end this RUN with `rm -rf /var/lib/apt/lists/*`",
    ),
    "apk": Cache(("/var/cache/apk",), frozenset({"add", "update"}), ("--no-cache",), remedy="use `apk add --no-cache`"),
    "yum": Cache(("/var/cache/yum",), _INSTALLS, remedy="end this RUN with `yum clean all`"),
    "dnf": Cache(
        ("/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum"),
        _INSTALLS,
        remedy="end this RUN with `dnf clean all`",
    ),
    "zypper": Cache(
        ("/var/cache/zypp",),
        frozenset({"install", "in", "update", "up", "patch", "dist-upgrade", "dup"}),
        remedy="end this RUN with `zypper clean --all`",
    ),
    "pip": Cache(
        ("/root/.cache/pip",), frozenset({"install"}), ("--no-cache-dir", "--no-cache"), ("PIP_NO_CACHE_DIR",)
    ),
    "yarn": Cache(("/root/.cache/yarn", "/usr/local/share/.cache/yarn"), frozenset({"", "install"})),
}
_FALSE: Final = ("", "0", "false", "no", "off")


def fills(call: Invocation) -> bool:
    """Say whether a call leaves something in its manager's cache; False where a variable may hold the option."""
    cache = CACHES.get(call.manager.name)
    if cache is None or call.action is None or call.action.rpartition(" ")[2] not in cache.fills:
        return False
    return not call.has(*cache.off) and not (call.unknown and call.manager.name != "apt-get")


def switched_off(call: Invocation, variables: Mapping[str, str | None]) -> bool:
    """Say whether a variable keeps the cache empty, or may do so: one without a value is unknown."""
    cache = CACHES.get(call.manager.name)
    assigned = dict(call.command.assigned)
    for name in cache.variables if cache is not None else ():
        if name in assigned or name in variables:
            value = assigned.get(name, variables.get(name))
            return value is None or value.lower() not in _FALSE
    return False
