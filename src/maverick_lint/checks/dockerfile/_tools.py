"""Packages of a system that only building needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Word

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


def package_name(word: Word) -> str:
    """Return the name of a package in an install, without version, architecture or repository; "" when unknown."""
    return re.split(r"[=<>~/:@]", word.text or "", maxsplit=1)[0]


def is_for_building(name: str) -> bool:
    """Say whether a package is a compiler, a build tool, or holds headers."""
    return name in _TOOLS or _DEVELOPMENT.match(name) is not None
