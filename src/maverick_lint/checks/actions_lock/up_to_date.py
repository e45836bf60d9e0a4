"""actions-lock/up-to-date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import ActionsLock, Pipeline
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.facts.pipeline import LockedWorkflow, Step
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_FILE: Final = ".github/workflows/actions.lock"
# So many versions of one action are looked at.
_FEW: Final = 50
_FILES: Final = ("action.yml", "action.yaml")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit where the lock file of actions and the workflows that it lists disagree."""
    pipelines = {one.path: one for one in stack.every(Pipeline) if one.system == "github"}
    for lock in stack.every(ActionsLock):
        root = lock.path.removesuffix(_FILE)
        commits = dict(lock.commits)
        for listed in lock.workflows:
            pipeline = pipelines.get(f"{root}{listed.path}")
            if f"{root}{listed.path}" not in stack.files:
                yield Hit(listed.place, {"path": listed.path}, "gone")
            elif pipeline is not None:
                yield from _compare(listed, _Uses(root, pipelines, pipeline), commits)


class _Uses:
    """The actions of a workflow and of the repository's own actions that it calls, by their pins."""

    def __init__(self, root: str, pipelines: Mapping[str, Pipeline], first: Pipeline) -> None:
        self.steps: dict[str, Step] = {}
        self.known = True
        self._root = root
        self._pipelines = pipelines
        self._seen: set[str] = set()
        self._read(first)

    def _read(self, pipeline: Pipeline) -> None:
        self._seen.add(pipeline.path)
        for job in pipeline.jobs:
            for step in job.steps:
                if "{{" in step.uses:
                    self.known = False
                elif step.uses.startswith(("./", "$/")):
                    self._local(step.uses[2:].strip("/"))
                elif "@" in step.uses and not step.uses.startswith("docker://"):
                    name, _, ref = step.uses.partition("@")
                    repository = "/".join(name.lower().split("/")[:2])
                    self.steps.setdefault(f"{repository}@{ref}", step)

    def _local(self, folder: str) -> None:
        paths = [f"{self._root}{folder}/{name}" if folder else f"{self._root}{name}" for name in _FILES]
        path = next((one for one in paths if one in self._pipelines), None)
        if path is None:
            self.known = False
        elif path not in self._seen:
            self._read(self._pipelines[path])


def _compare(listed: LockedWorkflow, uses: _Uses, commits: Mapping[str, str]) -> Iterator[Hit]:
    pins: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for pin in listed.pins:
        name, _, ref = pin.name.partition("@")
        pins[f"{name.lower()}@{ref}"] = pin.name
        others.setdefault(name.lower(), []).append(pin.name)
    used: set[str] = set()
    for name, step in uses.steps.items():
        repository, _, ref = name.partition("@")
        # A commit stands for the pin that was resolved to it.
        near = others.get(repository, [])
        found = pins.get(name) or next((pin for pin in near[:_FEW] if commits.get(pin) == ref), None)
        if found is not None:
            used.add(found)
        elif step.uses_place is not None:
            other = near[0] if near else ""
            values = {"uses": step.uses, "workflow": listed.path, "other": other.partition("@")[2]}
            yield Hit(step.uses_place, values, "moved" if other else "")
    for pin in listed.pins if uses.known else ():
        if pin.name not in used:
            yield Hit(pin.place, {"pin": pin.name, "workflow": listed.path}, "stale")
