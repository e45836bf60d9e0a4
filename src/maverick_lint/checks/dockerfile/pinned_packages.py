"""A package is installed in whatever version there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import MANAGERS, Invocation, invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_PINNED: Final = {
    "apt-get": ("DL3008", "{name}=VERSION"),
    "pip": ("DL3013", "{name}==VERSION"),
    "npm": ("DL3016", "{name}@VERSION"),
    "apk": ("DL3018", "{name}=VERSION"),
    "gem": ("DL3028", "{name}:VERSION"),
    "yum": ("DL3033", "{name}-VERSION"),
    "zypper": ("DL3037", "{name}=VERSION"),
    "dnf": ("DL3041", "{name}-VERSION"),
    "go": ("DL3062", "a version after the @"),
}
_PROGRAMS: Final = tuple(program for one in MANAGERS if one.name in _PINNED for program in one.programs)
_FILES: Final = (".deb", ".apk", ".rpm", ".whl", ".tar.gz", ".tgz", ".zip", ".gem")
# A name with a variable within it or after a `-`, and no `=` that would begin a version.
_PARTLY: Final = re.compile(r"\"?[a-z0-9][^$=]*(?:\$\{?\w+\}?[a-z0-9.-]*-[a-z0-9.-]+|-\$\{?\w+\}?)\"?\Z")
_DIGIT: Final = re.compile(r"-\d")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each package without a version, the first of each command."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, _PROGRAMS):
            call = invocation(command)
            if call is None or call.manager.name not in _PINNED or not _names_packages(call):
                continue
            word = next((word for word in call.operands if _floats(call, _name(call, word))), None)
            if word is not None:
                code, form = _PINNED[call.manager.name]
                name = word.text or word.raw
                values = {"package": name, "form": form.replace("{name}", name)}
                yield Hit(word.place, values, equivalents=(f"hadolint:{code}",))


def _names_packages(call: Invocation) -> bool:
    name, action = call.manager.name, call.action
    if name == "pip":
        listed = call.has("-r", "--requirement", "-c", "--constraint", "-e", "--editable")
        return action == "install" and not listed
    if name == "npm":
        return action in ("install", "i", "add")
    if name in ("go", "gem"):
        return action in ("install", "get", "i")
    return action in ("install", "add", "in")


def _name(call: Invocation, word: Word) -> str | None:
    """Return a package as written; of Debian's also one with a variable that can be no version: php${V}-xml."""
    if word.text is not None or call.manager.name != "apt-get":
        return word.text
    return word.raw if _PARTLY.match(word.raw) is not None else None


def _floats(call: Invocation, text: str | None) -> bool:
    if text is None or text.startswith((".", "/", "~")) or "://" in text or text.endswith(_FILES):
        return False
    fixed = {
        "npm": "@" in text[1:] or (not text.startswith("@") and "/" in text),
        "go": not text.endswith(("@latest", "@none")),
        "gem": ":" in text or call.has("-v", "--version"),
        "yum": _DIGIT.search(text) is not None or text.startswith("@"),
        "dnf": _DIGIT.search(text) is not None or text.startswith("@"),
        "apt-get": "=" in text or "/" in text or text.endswith(("-", "+")),
    }
    name = call.manager.name
    return not fixed[name] if name in fixed else not any(sign in text for sign in "=<>~@/") and text[0] not in "-!"
