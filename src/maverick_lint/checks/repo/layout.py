"""A workflow, a container definition or a deploy script is not where the handoff says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Folders whose names say that they hold what deploys; a Dockerfile in another folder belongs to the component there.
_CATCH_ALL: Final = frozenset(
    {"build", "ci", "deploy", "deployment", "deployments", "infra", "misc", "ops", "scripts", "tools"}
)
_WORKFLOWS: Final = ".github/workflows/"


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit for each file in the wrong folder."""
    for path in stack.files:
        if _is_stray_workflow(path, stack.kinds.get(path, "")):
            yield Hit(Place(path, Span(0, 0)), {"path": path}, case="workflow")
    if not stack.paths("dockerfile", "compose"):
        return
    from maverick_lint.stack.deploy_scripts import deploy_scripts  # only where containers could be deployed
    from maverick_lint.stack.deploys import deploys  # as above

    if not deploys(stack):
        return
    for path in stack.paths("dockerfile"):
        folder = path.rpartition("/")[0].rpartition("/")[2].lower()
        if folder in _CATCH_ALL:
            yield Hit(Place(path, Span(0, 0)), {"path": path}, case="docker")
    for one in deploy_scripts(stack):
        path = one.script.path
        if options["scripts"] not in path.split("/")[:-1]:
            values = {"path": path, "role": one.role, "folder": options["scripts"]}
            yield Hit(one.flow.heading, values)


def _is_stray_workflow(path: str, kind: str) -> bool:
    """Say whether a workflow lies where people look for workflows and GitHub does not.

    Folders below .github/workflows/ hold settings of the tools that workflows run, too.
    """
    if path.startswith(".github/workflow/"):
        return path.endswith((".yml", ".yaml"))
    return kind == "github-workflow" and path.startswith(_WORKFLOWS) and "/" in path[len(_WORKFLOWS) :]
