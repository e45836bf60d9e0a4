"""Prometheus, its rules, Alertmanager and Grafana on the map."""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import (
    AlertReceiver,
    DashboardFact,
    DashboardSource,
    DataSource,
    JobUse,
    Monitoring,
    PrometheusFact,
    RuleFile,
    ScrapeJob,
)
from maverick_lint.stack.joints import address_of
from maverick_lint.stack.map.model import MapNode

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.map.sketch import Sketch

_ALERTMANAGER: Final = 9093


def draw(sketch: Sketch) -> None:
    """Draw what is scraped, which rules judge it, whom they tell, and who shows it."""
    stack = sketch.stack
    for file in stack.every(RuleFile):
        detail = f"alerts {file.alerts}, recording rules {file.records}"
        sketch.add(MapNode(f"rules:{file.path}", "rules", file.path, detail, (file.place,)))
    for sign in stack.every(Monitoring):
        if sign.part == "alertmanager" and stack.kinds.get(sign.path) == "alertmanager":
            sketch.add(MapNode(f"alertmanager:{sign.path}", "alertmanager", sign.path, "", (sign.place,)))
    for receiver in stack.every(AlertReceiver):
        node = f"receiver:{receiver.path}:{receiver.name}"
        how = ", ".join(receiver.integrations) or "tells nobody"
        sketch.add(MapNode(node, "receiver", receiver.name, how, (receiver.place,)))
        sketch.join(f"alertmanager:{receiver.path}", node, "tells", receiver.place)
    for server in stack.every(PrometheusFact):
        _draw_server(sketch, server)
    _draw_grafana(sketch)
    known = {job.name for server in stack.every(PrometheusFact) for job in server.jobs}
    for use in stack.every(JobUse):
        if use.job not in known and f"rules:{use.path}" in sketch.nodes:
            sketch.join(f"rules:{use.path}", sketch.outside(f"job {use.job}"), "watches", use.place)


def _draw_server(sketch: Sketch, server: PrometheusFact) -> None:
    jobs = f"{len(server.jobs)} scrape jobs" if len(server.jobs) != 1 else "1 scrape job"
    node = sketch.add(MapNode(f"prometheus:{server.path}", "prometheus", server.path, jobs, (server.place,)))
    for job in server.jobs:
        for text, place in zip(job.targets, job.places, strict=False):
            _scrape(sketch, node, job, text, place)
    for glob, place in server.rule_files:
        for file in sketch.stack.every(RuleFile):
            if _loads(glob, server.path, file.path):
                sketch.join(node, f"rules:{file.path}", "loads", place)
    managers = [one for one in sketch.nodes.values() if one.kind == "alertmanager"]
    for text, place in server.receivers:
        address = address_of(text)
        if address is None:
            sketch.join(node, sketch.outside(text, "as written"), "sends alerts to", place)
            continue
        for target in sketch.reach(*address, server.path):
            sketch.join(node, target, f"sends alerts to {text}", place)
            # an Alertmanager beside it that no file publishes is the one whose settings are here
            if target.startswith("outside:") and address[1] in (None, _ALERTMANAGER) and len(managers) == 1:
                sketch.join(target, managers[0].id, "reads", managers[0].places[0])


def _scrape(sketch: Sketch, node: str, job: ScrapeJob, text: str, place: Place) -> None:
    address = address_of(text)
    if address is None:
        sketch.join(node, sketch.outside(text, "as written"), f"scrapes {job.name}", place)
        return
    host, port = address
    if job.rewritten:
        sketch.join(node, sketch.outside(text), f"probes {job.name}", place)
        return
    said = f"{job.name} :{port}" if port else job.name
    tail = job.metrics_path if job.metrics_path != "/metrics" else ""
    for target in sketch.reach(host, port, place.path):
        sketch.join(node, target, f"scrapes {said}{tail}", place)


def _loads(glob: str, path: str, file: str) -> bool:
    """Say whether a glob means a file: relative to the configuration, or by its last part on another machine."""
    if glob.startswith("/"):
        return fnmatchcase(file.rpartition("/")[2], glob.rpartition("/")[2])
    return fnmatchcase(file, posixpath.normpath(posixpath.join(path.rpartition("/")[0], glob)))


def _draw_grafana(sketch: Sketch) -> None:
    by_uid: dict[str, str] = {}
    for source in sketch.stack.every(DataSource):
        name = source.name or source.uid or "data source"
        node = f"datasource:{source.path}:{name}"
        sketch.add(MapNode(node, "datasource", name, source.type or "", (source.place,)))
        if source.uid:
            by_uid.setdefault(source.uid, node)
        address = address_of(source.url) if source.url else None
        if address is not None and source.url_place is not None:
            for target in sketch.reach(*address, source.path):
                sketch.join(node, target, f"asks :{address[1]}" if address[1] else "asks", source.url_place)
    titles = {fact.path: fact for fact in sketch.stack.every(DashboardFact)}
    for use in sketch.stack.every(DashboardSource):
        fact = titles.get(use.path)
        name = fact.title if fact is not None and fact.title else use.path
        place = fact.place if fact is not None else use.place
        node = sketch.add(MapNode(f"dashboard:{use.path}", "dashboard", name, use.path, (place,)))
        if "$" not in use.uid:
            source_node = by_uid.get(use.uid) or sketch.outside(f"data source {use.uid}")
            sketch.join(node, source_node, "reads", use.place)
