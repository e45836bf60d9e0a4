"""What a service mounts, in short and long form.

Short: `[SOURCE:]TARGET[:MODE]` (Compose specification, 05-services). A source that begins with `.`, `/`,
`~` or a drive is a path of the host, another one the name of a volume.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.compose.interpolate import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.tree import Value

_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")


@record
class Mount:
    """A mount of a service.

    at         the item of the list; for the tmpfs key its item
    type       "bind", "volume", "tmpfs" ..., None when unknown
    source     a path of the host or the name of a volume; "" for an anonymous one, None when unknown
    target     the path in the container, None when unknown
    source_at  where the source stands: the item in short form, its value in long form
    mode       the options after the second colon (`ro`, `rshared`)
    problem    what is wrong with it, as a sentence without a subject; "" for nothing
    """

    at: Value
    type: str | None
    source: str | None
    target: str | None
    source_at: Value
    mode: str = ""
    problem: str = ""
    read_only: bool = False

    @property
    def anonymous(self) -> bool:
        """Whether it is a volume without a name."""
        return self.type == "volume" and self.source == ""


def read_mounts(service: Value) -> Iterator[Mount]:
    """Yield what `volumes` and `tmpfs` of a service mount."""
    volumes = service.get("volumes")
    for item in volumes.items() if volumes is not None else ():
        if item.is_map:
            yield _long(item)
        elif item.text is not None:
            yield parse_mount(item, item.text.masked)
    tmpfs = service.get("tmpfs")
    if tmpfs is not None:
        for item in tmpfs.items() if tmpfs.is_list else [tmpfs]:
            text = None if item.text is None else item.text.masked.partition(":")[0]
            yield Mount(item, "tmpfs", "", None if text is None or UNKNOWN in text else text.rstrip("/"), item)


def parse_mount(item: Value, text: str) -> Mount:
    """Return the mount of a short form; unknown parts are UNKNOWN characters."""
    parts = _split(text)
    if len(parts) == 1:
        unknown = UNKNOWN in text
        return Mount(item, None if unknown else "volume", None if unknown else "", _path(parts[0]), item)
    source, target, *rest = parts
    if not source or not target:
        problem = f"names no {'source' if not source else 'target'}"
        return Mount(item, None, None, None, item, problem=problem)
    if len(rest) > 1 and UNKNOWN not in text:
        return Mount(item, None, None, None, item, problem="has more than two colons")
    if not rest and not target.startswith(("/", UNKNOWN)) and target in ("ro", "rw", "z", "Z"):
        # `data:ro` is the target `data:ro` to nobody, but a path without its source
        return Mount(item, None, None, None, item, problem=f"has `{target}` where the path in the container belongs")
    if UNKNOWN not in text and not _is_absolute(target):
        return Mount(item, None, None, None, item, problem=_relative(target))
    kind = None if source.startswith(UNKNOWN) else "bind" if is_host_path(source) else "volume"
    known = None if UNKNOWN in source else source
    mode = rest[0] if rest else ""
    return Mount(item, kind, known, _path(target), item, mode=mode, read_only="ro" in mode.split(","))


def _is_absolute(target: str) -> bool:
    return target.startswith(("/", "\\")) or _DRIVE.match(target) is not None


def _relative(target: str) -> str:
    return f"has the target `{target}`, which is no absolute path in the container"


def is_host_path(source: str) -> bool:
    """Say whether a source is a path of the host rather than the name of a volume."""
    return source.startswith((".", "/", "~", "\\")) or _DRIVE.match(source) is not None


def _path(text: str) -> str | None:
    return None if UNKNOWN in text else text.rstrip("/") or "/"


def _split(text: str) -> list[str]:
    parts: list[str] = []
    rest = text
    while True:
        start = 2 if _DRIVE.match(rest) else 0
        colon = rest.find(":", start)
        if colon < 0:
            return [*parts, rest]
        parts.append(rest[:colon])
        rest = rest[colon + 1 :]


def _long(item: Value) -> Mount:
    type_at, source, target = item.get("type"), item.get("source"), item.get("target")
    kind = "volume" if type_at is None else type_at.known
    known = "" if source is None else source.known
    source_at = source or item
    mode = item.at_path("bind", "propagation")
    propagation = "" if mode is None else mode.known or ""
    path = None if target is None or target.known is None else target.known.rstrip("/") or "/"
    problem = ""
    if target is None:
        problem = "names no `target`, the path in the container"
    elif target.known and not _is_absolute(target.known):
        problem = _relative(target.known)
    elif kind == "bind" and (source is None or known == ""):
        problem = "names no `source`, the path on the host"
    flag = item.get("read_only")
    read_only = flag is not None and flag.known == "true"
    return Mount(item, kind, known, path, source_at, mode=propagation, problem=problem, read_only=read_only)
