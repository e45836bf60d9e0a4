"""Caches of the system's package managers that a RUN leaves in its layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.formats._packages import Invocation
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_FOLDERS: Final = {
    "apt-get": "/var/lib/apt",
    "apk": "/var/cache/apk",
    "yum": "/var/cache/yum",
    "dnf": "/var/cache/dnf",
    "zypper": "/var/cache/zypp",
}
_PARENTS: Final = (
    "/var/cache",
    "/var/lib/apt",
    "/var/cache/libdnf",
    "/var/lib/{apt",
    "/var/{lib",
    "/var/{cache",
    "/var/lib/cache",
)
_REMEDIES: Final = {
    "apt-get": "end this RUN with `rm -rf /var/lib/apt/lists/*`",
    "apk": "use `apk add --no-cache`",
    "yum": "end this RUN with `yum clean all`",
    "dnf": "end this RUN with `dnf clean all`",
    "zypper": "end this RUN with `zypper clean --all`",
}
_CODES: Final = {
    "apt-get": ("hadolint:DL3009", "trivy:DS-0017"),
    "apk": ("hadolint:DL3019", "trivy:DS-0025"),
    "yum": ("hadolint:DL3032", "trivy:DS-0015"),
    "dnf": ("hadolint:DL3040", "trivy:DS-0019"),
    "zypper": ("hadolint:DL3036", "trivy:DS-0020"),
}


def kept_cache(model: Dockerfile, instruction: Instruction, calls: Sequence[Invocation]) -> Hit | None:
    """Return a hit at the first command of a RUN whose manager's cache stays in the layer, None when none does."""
    for call in calls:
        name = call.manager.name
        if name not in _FOLDERS or not _fills(call) or _elsewhere(instruction, name):
            continue
        if (
            any(other.manager is call.manager and other.action in call.manager.clean for other in calls)
            and name != "apt-get"
        ):
            continue
        if not _removes(model, instruction, name):
            values = {"command": f"{call.command.name} {call.action}", "remedy": _REMEDIES[name]}
            return Hit(call.word.place, values, "cache", equivalents=_CODES[name])
    return None


def _fills(call: Invocation) -> bool:
    if call.manager.name == "apt-get":
        return call.action in call.manager.update
    if call.manager.name == "apk":
        return call.action in ("add", "update") and not call.has("--no-cache") and not call.unknown
    return call.installs and not call.unknown


def _elsewhere(instruction: Instruction, name: str) -> bool:
    """Say whether the cache is mounted for the time of the RUN only."""
    mounts = [flag.value or "" for flag in instruction.flags if flag.name == "mount"]
    return any(
        ("type=cache" in mount or "type=tmpfs" in mount)
        and (_FOLDERS[name] in mount or "/var/cache" in mount or "$" in mount)
        for mount in mounts
    )


def _removes(model: Dockerfile, instruction: Instruction, name: str) -> bool:
    for command in model.commands(instruction):
        if command.name in ("rm", "find", "apt-clean", "cleanup_apt", "clean-install", "cleanup.sh"):
            texts = [word.text or word.raw for word in command.words[1:]]
            if any(text.startswith((_FOLDERS[name], *_PARENTS)) for text in texts):
                return True
        first = command.words[0].text if command.words else None
        if first is None or "clean" in command.name:
            return True  # a command that cannot be seen may clean up
    return False
