"""A file and the local files that it includes, joined."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import builder, field
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.gitlab.model import Include, Problem
from maverick_lint.formats.gitlab.tree import Value, merged, value_of
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._yaml import Parsed

# GitLab reads 150 files at most (docs.gitlab.com/ci/yaml/#include, 2026-11-24).
_MOST: Final = 150
_ELSEWHERE: Final = ("remote", "template", "project", "component", "artifact")


@builder
class Assembly:
    """The top-level keys of all files; a later file wins over an earlier one, and the file itself over its includes."""

    top: dict[str, Value] = field(default_factory=dict)
    keys: dict[str, tuple[Node, Source]] = field(default_factory=dict)
    includes: list[Include] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def content_of(parsed: Parsed) -> Node | None:
    """Return the mapping that holds the jobs: the second document when the first is a header with `spec`."""
    if parsed.fatal or not parsed.roots:
        return None
    first = parsed.roots[0]
    header = first.is_map and set(first.pairs()) == {"spec"}
    return parsed.roots[1] if header and len(parsed.roots) > 1 else first


def assemble(source: Source, root: Node, reader: Reader | None) -> Assembly:
    """Read a file with its includes; never raises. A file that includes itself is a problem, and read once."""
    assembly = Assembly()
    _join(assembly, source, root, reader, (source.path,), {source.path: 1})
    return assembly


def _join(  # noqa: PLR0913 - the state of one walk
    assembly: Assembly,
    source: Source,
    root: Node,
    reader: Reader | None,
    way: tuple[str, ...],
    count: dict[str, int],
) -> None:
    given = root.get("include")
    for node in [] if given is None else given.items() if given.is_list else [given]:
        paths, include = _entry(assembly, source, node, reader, way)
        for path in paths:
            if sum(count.values()) >= _MOST:
                break
            count[path] = count.get(path, 0) + 1
            text = reader.read(path) if reader is not None else None
            inner = None if text is None else content_of(read_yaml(text, "ruby"))
            if text is None or inner is None or not inner.is_map:
                include = Include(include.name, node, include.path)
                continue
            _join(assembly, text, inner, reader, (*way, path), count)
        assembly.includes.append(include)
    for key, _ in root.children:
        if key is not None and key.raw != "<<":
            assembly.keys[key.raw] = (key, source)
    for name, child in root.pairs().items():
        value = value_of(child, source)
        below = assembly.top.get(name)
        assembly.top[name] = value if below is None else merged(below, value)


def _entry(
    assembly: Assembly, source: Source, node: Node, reader: Reader | None, way: tuple[str, ...]
) -> tuple[list[str], Include]:
    """Return the files that an entry names, and what is known of it."""
    local = node.get("local") if node.is_map else node
    text = None if local is None else local.text
    if text is None or local is None or text.startswith(("http://", "https://")):
        name = next((f"{key}: {node.get(key).text}" for key in _ELSEWHERE if node.get(key)), text or "include")  # type: ignore[union-attr]
        return [], Include(name, node)
    if "$" in text:
        return [], Include(text, local)
    path = posixpath.normpath(text.lstrip("/"))
    if path.startswith("..") or reader is None:
        if reader is not None:
            message = f"`{text}` leaves the repository; GitLab includes local files from its root"
            assembly.problems.append(Problem(source, local.span, message))
        return [], Include(text, local, path)
    found = sorted(one for one in reader.paths() if matches(path, one)) if "*" in path else [path]
    if "*" in path and not found:
        return [], Include(text, local, path, read=True)  # GitLab takes a pattern that fits nothing for no include
    if "*" not in path and reader.read(path) is None:
        if node.get("rules") is None:
            message = f"includes `{text}`, which is not in the repository"
            assembly.problems.append(Problem(source, local.span, message))
        return [], Include(text, local, path)
    fresh = [one for one in found if one not in way]
    if not fresh:
        message = f"includes `{text}`, which includes this file again: " + " -> ".join((*way, path))
        assembly.problems.append(Problem(source, local.span, message))
    return fresh, Include(text, local, path, read=True)
