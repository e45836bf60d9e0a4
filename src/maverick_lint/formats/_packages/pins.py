"""Whether a package that a command names has a version, for every manager in its own form.

Source: the manual pages and command references of each tool (2026-08).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Word
    from maverick_lint.formats._packages.invocation import Invocation


@record
class _Form:
    """How a manager writes versions.

    actions  its sub-commands that name packages
    write    a package with a version, for people
    """

    actions: frozenset[str]
    write: str


def _form(actions: str, write: str) -> _Form:
    return _Form(frozenset(actions.split(",")), write)


FORMS: Final = {
    "apt-get": _form("install", "{name}=VERSION"),
    "apk": _form("add", "{name}=VERSION"),
    "yum": _form("install,localinstall,reinstall,module install", "{name}-VERSION"),
    "dnf": _form("install,in,localinstall,reinstall,rei,module install", "{name}-VERSION"),
    "zypper": _form("install,in", "{name}=VERSION"),
    "pip": _form("install", "{name}==VERSION"),
    "uv": _form("pip install,tool install,add", "{name}==VERSION"),
    "poetry": _form("add", "{name}@VERSION"),
    "npm": _form("install,i,add,in,ins", "{name}@VERSION"),
    "yarn": _form("add,global add", "{name}@VERSION"),
    "pnpm": _form("add,install,i", "{name}@VERSION"),
    "bun": _form("add,install,i", "{name}@VERSION"),
    "gem": _form("install,i", "{name}:VERSION"),
    "composer": _form("require,global require", "{name}:VERSION"),
    "cargo": _form("install", "{name}@VERSION"),
    "go": _form("install,get,run", "a version after the @"),
}
_FILES: Final = (".deb", ".apk", ".rpm", ".whl", ".tar.gz", ".tgz", ".zip", ".gem")
_NODE: Final = frozenset({"npm", "yarn", "pnpm", "bun"})
_PYTHON: Final = frozenset({"pip", "uv", "poetry"})
_MODULES: Final = "module install"
# A name with a variable within it or after a `-`, and no `=` that would begin a version.
_PARTLY: Final = re.compile(r"\"?[a-z0-9][^$=]*(?:\$\{?\w+\}?[a-z0-9.-]*-[a-z0-9.-]+|-\$\{?\w+\}?)\"?\Z")
_DIGIT: Final = re.compile(r"-\d")
_GIT: Final = re.compile(r"(?:git[+:]|github:|gitlab:|bitbucket:|gist:)|[\w-]+/[\w.-]+\Z|.*\.git\Z")
# Of `git+ssh://git@host/a/b@v1` what stands behind the host's first slash.
_AFTER_HOST: Final = re.compile(r"git\+[a-z]+://[^/]*/(.*)")


def floating(call: Invocation) -> Word | None:
    """Return the first package of a call that has no version; None when there is none, or when it cannot be known."""
    form = FORMS.get(call.manager.name)
    if form is None or call.action is None or call.action not in form.actions or _excused(call):
        return None
    words = call.operands[:1] if call.manager.name == "go" and call.action == "run" else call.operands
    return next((word for word in words if _floats(call, _name(call, word))), None)


def written(call: Invocation, word: Word) -> str:
    """Return how people write a package of a call with its version."""
    name = word.text or word.raw
    if "git+" in name or (call.manager.name in _NODE and _GIT.match(name) is not None and name[:1] != "@"):
        return f"{name}{'#' if call.manager.name in _NODE else '@'}COMMIT"
    if call.action == _MODULES:
        return f"{name}:STREAM"
    return FORMS[call.manager.name].write.replace("{name}", name)


def _excused(call: Invocation) -> bool:
    """Say whether something beside the names fixes the versions."""
    name = call.manager.name
    if name in ("pip", "uv"):
        return call.has("-c", "--constraint", "--override", "--overrides")
    if name == "gem":
        return call.has("-v", "--version")
    if name == "cargo":
        return call.has("--version", "--vers", "--path", "--rev", "--tag")
    return False


def _name(call: Invocation, word: Word) -> str | None:
    """Return a package as written; of Debian's also one with a variable that can be no version: php${V}-xml."""
    if word.text is not None or call.manager.name != "apt-get":
        return word.text
    return word.raw if _PARTLY.match(word.raw) is not None else None


def _floats(call: Invocation, text: str | None) -> bool:
    name = call.manager.name
    if not text or text.startswith((".", "/", "~")):
        return False
    if name in _PYTHON or name in _NODE:
        return _floats_in_python(text) if name in _PYTHON else _floats_in_node(text)
    if "://" in text or text.endswith(_FILES):
        return False
    if call.action == _MODULES:
        return ":" not in text
    fixed = {
        "go": not text.endswith(("@latest", "@none")),
        "gem": ":" in text,
        "yum": _DIGIT.search(text) is not None or text.startswith("@"),
        "dnf": _DIGIT.search(text) is not None or text.startswith("@"),
        "apt-get": "=" in text or "/" in text or text.endswith(("-", "+")),
        "composer": ":" in text or "=" in text,
        "cargo": "@" in text,
    }
    if name in fixed:
        return not fixed[name]
    return not any(sign in text for sign in "=<>~@/") and text[0] not in "-!"


def _floats_in_python(text: str) -> bool:
    if (match := _AFTER_HOST.search(text)) is not None:
        return "@" not in match[1].partition("#")[0]
    if "://" in text or text.endswith(_FILES):
        return False
    return not any(sign in text for sign in "=<>~@/")


def _floats_in_node(text: str) -> bool:
    if text.startswith("@"):
        return "@" not in text[1:]
    if _GIT.match(text) is not None:
        return "#" not in text and not text.endswith(_FILES)
    return "://" not in text and not text.endswith(_FILES) and "@" not in text[1:] and "/" not in text
