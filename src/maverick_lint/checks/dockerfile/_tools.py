"""Packages of a system that only building needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.facts.command import Word
    from maverick_lint.formats._packages import Invocation

_TOOLS_WORDS: Final = (
    "build-essential build-base base-devel gcc g++ gcc-c++ clang llvm make cmake ninja-build meson autoconf "
    "automake libtool pkg-config pkgconf pkgconfig git git-core subversion mercurial linux-headers cargo rust "
    "rustc golang golang-go go default-jdk maven gradle nasm yasm bison flex gfortran devscripts debhelper dpkg-dev "
    "rpm-build patch"
)
_TOOLS: Final = frozenset(_TOOLS_WORDS.split())
_DEVELOPMENT: Final = re.compile(
    r".+-(?:dev|devel|headers)(?:-[\d.]+)?\Z|(?:gcc|g\+\+|clang|llvm)-\d+\Z|openjdk-\d+-jdk(?:-headless)?\Z"
)


# They are needed for building, and often to run as well: a CI server clones, an updater pulls.
HISTORIES: Final = frozenset({"git", "git-core", "subversion", "mercurial"})


def package_name(word: Word) -> str:
    """Return the name of a package in an install, without version, architecture or repository; "" when unknown."""
    return re.split(r"[=<>~/:@]", word.text or "", maxsplit=1)[0]


def is_for_building(name: str) -> bool:
    """Say whether a package is a compiler, a build tool, or holds headers."""
    return name in _TOOLS or _DEVELOPMENT.match(name) is not None


def kept_tools(call: Invocation, later: Sequence[Invocation]) -> list[Word]:
    """Return the build packages that a call installs and that no later call of the same RUN removes."""
    if call.manager.scope != "system" or not call.installs or _all_removed(call, later):
        return []
    found = []
    for word in call.operands:
        name = package_name(word)
        if is_for_building(name) and not _removed(name, later):
            found.append(word)
    return found


def _all_removed(call: Invocation, later: Sequence[Invocation]) -> bool:
    """Say whether a later command of the RUN removes the virtual package, or what it removes cannot be seen."""
    virtual = call.value("-t", "--virtual")
    for other in later:
        if other.manager is not call.manager or other.action not in other.manager.remove:
            continue
        if other.unknown or other.has("--auto-remove", "--autoremove") or (other.action or "").startswith("auto"):
            return True
        if virtual is not None and any(word.text == virtual for word in other.operands):
            return True
    return call.has("-t", "--virtual") and virtual is None


def _removed(name: str, later: Sequence[Invocation]) -> bool:
    return any(
        other.action in other.manager.remove and any(package_name(word) == name for word in other.operands)
        for other in later
    )
