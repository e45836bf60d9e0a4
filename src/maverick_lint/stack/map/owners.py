"""Jobs, scripts and units on the map, and whose commands stand at a place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.span import Place, Span
from maverick_lint.stack.map.model import MapNode

if TYPE_CHECKING:
    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.stack.map.sketch import Sketch


class Owners:
    """The jobs, scripts, units and targets that hold commands; each is put on the map once something needs it."""

    def __init__(self, sketch: Sketch) -> None:
        """Take the sketch whose owners these are."""
        self._sketch = sketch
        self._waiting: dict[str, MapNode] = {}
        self._by_path: dict[str, list[tuple[int, str]]] = {}
        self.jobs: dict[str, tuple[Pipeline, Job]] = {}
        stack = sketch.stack
        for pipeline in stack.every(Pipeline):
            for job in pipeline.jobs:
                action = pipeline.role == "action"
                name = pipeline.path.rpartition("/")[0] if action else job.id
                node = MapNode(f"job:{pipeline.path}:{job.id}", "job", name, pipeline.path, (job.place,))
                self.jobs[node.id] = (pipeline, job)
                self._keep(node)
        for script in stack.every(Script):
            self._keep(_script(script.path, script.place))
        for unit in stack.every(UnitFact):
            self._keep(MapNode(f"unit:{unit.path}", "unit", unit.name, unit.path, (unit.place,)))
        for target in stack.every(TaskTarget):
            name = f"{target.runner} {target.name}"
            node = MapNode(f"script:{target.path}:{target.name}", "script", name, target.path, (target.place,))
            self._keep(node)
        for owners in self._by_path.values():
            owners.sort()

    def _keep(self, node: MapNode) -> None:
        self._waiting.setdefault(node.id, node)
        place = node.places[0]
        start = 0 if node.kind == "unit" or node.id == f"script:{place.path}" else place.span.start
        self._by_path.setdefault(place.path, []).append((start, node.id))

    def of(self, place: Place) -> str | None:
        """Return the node that holds the command at a place; it is on the map then."""
        known = self._by_path.get(place.path)
        if not known:
            return None
        index = bisect_right(known, (place.span.start, "\U0010ffff")) - 1
        return self.put(known[max(index, 0)][1])

    def put(self, node: str) -> str:
        """Put a job, script or unit on the map and return it."""
        return self._sketch.add(self._waiting[node])

    def script(self, path: str) -> str:
        """Put a script on the map by its path, one that no fact speaks of (Python) too."""
        node = f"script:{path}"
        if node in self._waiting:
            return self.put(node)
        if path in self._sketch.stack.files:
            return self._sketch.add(_script(path, Place(path, Span(0, 0))))
        return self._sketch.outside(path, "no such file")


def _script(path: str, place: Place) -> MapNode:
    return MapNode(f"script:{path}", "script", path, "", (place,))
