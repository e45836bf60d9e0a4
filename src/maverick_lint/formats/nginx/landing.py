"""Which files of a repository end up under /etc/nginx, as Dockerfiles copy and Compose files mount them.

Only the lines that speak of nginx's folder are read; Dockerfiles and Compose files have formats of their own. Where a
folder is copied, each of its files lands.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.document import Reader

HOME: Final = "/etc/nginx/"
_MOST_FILES: Final = 400
# Compiled where they are asked for: few repositories have a line that speaks of nginx's folder.
_CONTINUED: Final = r"\\[ \t]*\r?\n"
_COPY: Final = r"(?mi)^[ \t]*(?:COPY|ADD)[ \t]+(.*)$"
_FROM: Final = r"(?mi)^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)"
_MOUNT: Final = r"(?m)^[ \t]*-[ \t]*[\"']?(\.{0,2}/?[^:\"'\s#]+):(/etc/nginx[^:\"'\s]*)"
_LONG: Final = (
    r"source:[ \t]*[\"']?([^\"'\s]+)[\"']?[ \t]*\r?\n(?:[ \t]*[\w-]+:.*\r?\n)?"
    r"[ \t]*target:[ \t]*[\"']?(/etc/nginx[^\"'\s]*)"
)
_IMAGE: Final = r"(?m)^[ \t]*image:[ \t]*[\"']?([^\s\"']+)"
_TAG: Final = r"(?:.*/)?nginx(?:-unprivileged)?:(\d+\.\d+(?:\.\d+)?)(?![\w.])"
# What stands there and is no configuration.
_OTHERS: Final = (
    *(".pem", ".crt", ".key", ".cer", ".htpasswd", ".html", ".htm", ".js", ".css", ".lua", ".so", ".sh", ".json"),
    *(".txt", ".md", ".png", ".svg", ".dhparam", ".csr", ".p12", ".mmdb", ".dat", ".njs", ".xsl", ".xml", ".yml"),
    *(".yaml", ".ico"),
)  # fmt: skip
_FOLDERS: Final = (".d", "/nginx", "-enabled", "-available", "/snippets", "/templates")


class Landing(NamedTuple):
    """A file of the repository, where it lands, the version of nginx there ("" if unknown), and which file says so."""

    path: str
    target: str
    version: str
    source: str


def landings(reader: Reader) -> tuple[Landing, ...]:
    """Return what lands under /etc/nginx, sorted by path."""
    paths = sorted(reader.paths())
    known = frozenset(paths)
    found: dict[tuple[str, str, str], Landing] = {}
    for path in paths:
        name = path.rpartition("/")[2].lower()
        docker = name.startswith(("dockerfile", "containerfile")) or name.endswith((".dockerfile", ".containerfile"))
        compose = name.endswith((".yml", ".yaml")) and ("compose" in name)
        if not docker and not compose:
            continue
        source = reader.read(path)
        if source is None or "/etc/nginx" not in source.text:
            continue
        folder = posixpath.dirname(path)
        lines = _copied(source.text) if docker else _mounted(source.text)
        for written, target, version in lines:
            for one, place in _placed(written, target, folder, paths, known, docker=docker):
                found.setdefault((one, place, path), Landing(one, place, version, path))
    return tuple(found[key] for key in sorted(found))


def can_be_configuration(target: str) -> bool:
    """Say whether a file that lands at a path can be a configuration."""
    name = target.rpartition("/")[2].lower()
    return not name.startswith(".") and not name.endswith(_OTHERS) and "/html/" not in target


def _copied(text: str) -> Iterator[tuple[str, str, str]]:
    joined = re.sub(_CONTINUED, " ", text)
    bases = [(match.start(), match[1]) for match in re.finditer(_FROM, joined)]
    for match in re.finditer(_COPY, joined):
        words = match[1].replace("[", " ").replace("]", " ").replace(",", " ").replace('"', " ").split()
        flags = [word for word in words if word.startswith("--")]
        words = [word for word in words if not word.startswith("--")]
        if len(words) < 2 or not words[-1].startswith("/etc/nginx") or any(f.startswith("--from") for f in flags):  # noqa: PLR2004 - a source and a target
            continue
        base = next((name for start, name in reversed(bases) if start < match.start()), "")
        tag = re.match(_TAG, base)
        several = len(words) > 2  # noqa: PLR2004 - as above
        for written in words[:-1]:
            yield written, words[-1] + ("/" if several and not words[-1].endswith("/") else ""), tag[1] if tag else ""


def _mounted(text: str) -> Iterator[tuple[str, str, str]]:
    tags = {
        match[1] for match in (re.match(_TAG, image[1]) for image in re.finditer(_IMAGE, text)) if match is not None
    }
    images = [image[1] for image in re.finditer(_IMAGE, text) if "nginx" in image[1]]
    version = next(iter(tags)) if len(tags) == 1 and len(images) == 1 else ""
    for pattern in (_MOUNT, _LONG):
        for match in re.finditer(pattern, text):
            yield match[1], match[2], version


def _placed(  # noqa: PLR0913 - a line, and what the repository has
    written: str, target: str, folder: str, paths: Sequence[str], known: frozenset[str], *, docker: bool
) -> Iterator[tuple[str, str]]:
    """Yield the files that a source stands for, and where each lands."""
    if "$" in written or "*" in written or "://" in written:
        return
    bases = [folder]
    while docker and bases[-1]:
        bases.append(posixpath.dirname(bases[-1]))
    for base in bases:
        source = posixpath.normpath(posixpath.join(base, written.lstrip("/") if docker else written))
        if source.startswith("../"):
            continue
        if source in known:
            name = source.rpartition("/")[2]
            into = target.endswith("/") or target.rstrip("/").endswith(
                (".d", "nginx", "-enabled", "-available", "snippets", "templates")
            )
            yield source, posixpath.join(target, name) if into else target
            return
        prefix = "" if source == "." else source + "/"
        first = bisect_left(paths, prefix)
        inside = [path for path in paths[first : first + _MOST_FILES] if path.startswith(prefix)]
        if inside and prefix:
            for path in inside:
                yield path, posixpath.join(target, path[len(prefix) :])
            return
