"""gitlab-ci/unpinned-include."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import own_jobs
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_BRANCHES: Final = frozenset({"main", "master", "HEAD", "develop", "dev", "trunk", "latest", "stable"})


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each include of another project's file whose version floats."""
    ci = document.model
    given = ci.own.get("include")
    found = [] if given is None else given.items() if given.is_list else [given]
    for job in own_jobs(ci, hidden=True):
        child = job.value.at("trigger", "include")
        if child is not None and child.source is ci.source:
            found = [*found, *(item.node for item in child.listed())]
    for node in found:
        if node.is_map:
            yield from _entry(ci, node)


def _entry(ci: GitlabCi, node: Node) -> Iterator[Hit]:
    path = ci.source.path
    project, ref, component = node.get("project"), node.get("ref"), node.get("component")
    if project is not None and project.text is not None:
        names = {"project": project.raw}
        if ref is None:
            yield Hit(Place(path, project.span), names)
        elif ref.raw in _BRANCHES:
            yield Hit(Place(path, ref.span), {**names, "ref": ref.raw}, "branch")
    elif component is not None and component.text is not None:
        name, _, version = component.raw.rpartition("@")
        if name and "$" not in version and (version == "~latest" or version in _BRANCHES):
            start = component.span.end - len(version) - (component.style in ("single", "double"))
            yield Hit(Place(path, Span(start, start + len(version))), {"project": name, "ref": version}, "component")
