"""The typed views, built from the nodes; what has the wrong kind is left out, the grammar speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.github.model import Action, Dependabot, Event, Job, Step, Workflow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source


def workflow(source: Source, root: Node) -> Workflow:
    """Return the view of a workflow."""
    jobs = root.get("jobs")
    return Workflow(
        source,
        root,
        name=_scalar(root, "name"),
        events=events(root.get("on")),
        permissions=root.get("permissions"),
        env=_map(root, "env"),
        shell=root.at("defaults", "run", "shell"),
        jobs=tuple(
            job(key, node)
            for key, node in (jobs.children if jobs is not None and jobs.is_map else ())
            if key is not None and key.text is not None and node.is_map
        ),
    )


def events(on: Node | None) -> tuple[Event, ...]:
    """Return the events under `on`: one name, a list of names, or a mapping."""
    if on is None:
        return ()
    if on.is_map:
        return tuple(
            Event(key.raw, key, node if node.is_map or node.is_list else None)
            for key, node in on.children
            if key is not None
        )
    nodes = on.items() if on.is_list else [on]
    return tuple(Event(node.text, node) for node in nodes if node.text is not None)


def job(key: Node, node: Node) -> Job:
    """Return the view of a job."""
    needs = node.get("needs")
    wanted = [] if needs is None else needs.items() if needs.is_list else [needs]
    return Job(
        key.raw,
        key,
        node,
        name=_scalar(node, "name"),
        needs=tuple(need for need in wanted if need.text is not None),
        condition=_scalar(node, "if"),
        runs_on=node.get("runs-on"),
        uses=_scalar(node, "uses"),
        inputs=_map(node, "with"),
        secrets=node.get("secrets"),
        env=_map(node, "env"),
        environment=node.get("environment"),
        permissions=node.get("permissions"),
        matrix=node.at("strategy", "matrix"),
        container=node.get("container"),
        ignored=_scalar(node, "continue-on-error"),
        shell=node.at("defaults", "run", "shell"),
        steps=steps(node.get("steps")),
    )


def steps(node: Node | None) -> tuple[Step, ...]:
    """Return the steps of a job or of a composite action, those of a `parallel` group among them."""
    found: list[Step] = []
    for item in node.items() if node is not None else ():
        group = item.get("parallel")
        if group is not None and group.is_list:
            found.extend(steps(group))
        elif item.is_map:
            found.append(_step(item))
    return tuple(found)


def _step(node: Node) -> Step:
    return Step(
        node,
        name=_scalar(node, "name"),
        id=_scalar(node, "id"),
        uses=_scalar(node, "uses"),
        run=_scalar(node, "run"),
        shell=_scalar(node, "shell"),
        condition=_scalar(node, "if"),
        ignored=_scalar(node, "continue-on-error"),
        inputs=_map(node, "with"),
        env=_map(node, "env"),
    )


def action(source: Source, root: Node) -> Action:
    """Return the view of an action."""
    runs = root.get("runs")
    return Action(
        source,
        root,
        name=_scalar(root, "name"),
        using=root.at("runs", "using"),
        runs=runs,
        inputs=_map(root, "inputs"),
        steps=steps(runs.get("steps")) if runs is not None else (),
    )


def dependabot(source: Source, root: Node) -> Dependabot:
    """Return the view of Dependabot's settings."""
    updates = root.get("updates")
    return Dependabot(
        source, root, tuple(item for item in (updates.items() if updates is not None else ()) if item.is_map)
    )


def _scalar(node: Node, key: str) -> Node | None:
    found = node.get(key)
    return found if found is not None and found.text is not None else None


def _map(node: Node, key: str) -> Mapping[str, Node]:
    found = node.get(key)
    return {} if found is None else found.pairs()
