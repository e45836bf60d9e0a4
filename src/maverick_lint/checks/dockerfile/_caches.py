"""Caches of the system's package managers that a RUN leaves in its layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages.caches import CACHES, fills

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.formats._packages import Invocation
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_PARENTS: Final = (
    "/var/cache",
    "/var/lib/apt",
    "/var/cache/libdnf",
    "/var/lib/{apt",
    "/var/{lib",
    "/var/{cache",
    "/var/lib/cache",
)
_CODES: Final = {
    "apt-get": ("hadolint:DL3009", "trivy:DS-0017"),
    "apk": ("hadolint:DL3019", "trivy:DS-0025"),
    "yum": ("hadolint:DL3032", "trivy:DS-0015"),
    "dnf": ("hadolint:DL3040", "trivy:DS-0019"),
    "zypper": ("hadolint:DL3036", "trivy:DS-0020"),
}


def kept_caches(
    model: Dockerfile, instruction: Instruction, calls: Sequence[Invocation], names: tuple[str, ...]
) -> Iterator[Hit]:
    """Yield a hit at the first command of each manager in a RUN whose cache stays in the layer.

    `names` are those of the stages whose image has the layer.
    """
    told: set[str] = set()
    for number, call in enumerate(calls):
        name = call.manager.name
        if name not in _CODES or name in told or not fills(call) or _elsewhere(instruction, name):
            continue
        later = calls[number + 1 :]
        if name != "apt-get" and any(
            other.manager is call.manager and other.action in call.manager.clean for other in later
        ):
            continue
        if not _removes(model, instruction, call):
            told.add(name)
            values = {"command": f"{call.command.name} {call.action}", "remedy": CACHES[name].remedy}
            yield Hit(call.word.place, values, "cache", equivalents=_CODES[name], stages=names)


def _elsewhere(instruction: Instruction, name: str) -> bool:
    """Say whether the cache is mounted for the time of the RUN only."""
    mounts = [flag.value or "" for flag in instruction.flags if flag.name == "mount"]
    return any(
        ("type=cache" in mount or "type=tmpfs" in mount)
        and ("/var/cache" in mount or "$" in mount or any(folder in mount for folder in CACHES[name].folders))
        for mount in mounts
    )


def _removes(model: Dockerfile, instruction: Instruction, call: Invocation) -> bool:
    """Say whether a command after the call empties the cache, or may do so in a way that cannot be seen."""
    folders = CACHES[call.manager.name].folders
    start = call.word.place.span.start
    for command in model.commands(instruction):
        if command.place.span.end <= start:
            continue
        if command.name in ("rm", "find", "apt-clean", "cleanup_apt", "clean-install", "cleanup.sh"):
            texts = [word.text or word.raw for word in command.words[1:]]
            if any(text.startswith((*folders, *_PARENTS)) for text in texts):
                return True
        first = command.words[0].text if command.words else None
        if first is None or "clean" in command.name:
            return True  # a command that cannot be seen may clean up
    return False
