"""Workflows and actions as checks read them: names, and the nodes that say where they stand.

A field that holds a node is None when the file does not give it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source


@record
class Event:
    """An event that starts a workflow; `node` is its name, `settings` what is given below it."""

    name: str
    node: Node
    settings: Node | None = None

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the texts of a filter (`types`, `branches`), which may be one text or a list."""
        given = None if self.settings is None else self.settings.get(key)
        if given is None:
            return ()
        nodes = given.items() if given.is_list else [given]
        return tuple(node.text for node in nodes if node.text is not None)

    def gives(self, *keys: str) -> bool:
        """Say whether one of the keys stands below the event."""
        return self.settings is not None and any(self.settings.get(key) is not None for key in keys)


@record
class Step:
    """A step; `inputs` is what stands under `with`, `env` its variables, by name."""

    node: Node
    name: Node | None = None
    id: Node | None = None
    uses: Node | None = None
    run: Node | None = None
    shell: Node | None = None
    condition: Node | None = None
    ignored: Node | None = None
    inputs: Mapping[str, Node] = field(default_factory=dict)
    env: Mapping[str, Node] = field(default_factory=dict)

    @property
    def action(self) -> str:
        """The action it calls without its version, in lower case; "" for a script or a local action."""
        text = "" if self.uses is None else self.uses.raw
        return "" if text.startswith((".", "docker://")) else text.partition("@")[0].lower()

    def given(self, name: str) -> Node | None:
        """Return an input by name, in any case of letters."""
        wanted = name.lower()
        return next((node for key, node in self.inputs.items() if key.lower() == wanted), None)


@record
class Job:
    """A job; `key` is the node of its id, `needs` the nodes of the ids it waits for."""

    id: str
    key: Node
    node: Node
    name: Node | None = None
    needs: tuple[Node, ...] = ()
    condition: Node | None = None
    runs_on: Node | None = None
    uses: Node | None = None
    inputs: Mapping[str, Node] = field(default_factory=dict)
    secrets: Node | None = None
    env: Mapping[str, Node] = field(default_factory=dict)
    environment: Node | None = None
    permissions: Node | None = None
    matrix: Node | None = None
    container: Node | None = None
    ignored: Node | None = None
    shell: Node | None = None
    steps: tuple[Step, ...] = ()

    @property
    def environment_name(self) -> Node | None:
        """The node of the environment's name, given alone or as `name:`."""
        given = self.environment
        return given.get("name") if given is not None and given.is_map else given


@record
class Workflow:
    """A workflow file.

    texts   the scalars that hold expressions, conditions among them
    locked  the actions, as `owner/name@ref` in lower case before the `@`, that the lock file pins to commits for it
    """

    source: Source
    root: Node
    name: Node | None = None
    events: tuple[Event, ...] = ()
    permissions: Node | None = None
    env: Mapping[str, Node] = field(default_factory=dict)
    shell: Node | None = None
    jobs: tuple[Job, ...] = ()
    texts: tuple[Node, ...] = ()
    locked: frozenset[str] = frozenset()

    def event(self, name: str) -> Event | None:
        """Return an event by its name, None when it does not start the workflow."""
        return next((event for event in self.events if event.name == name), None)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of all jobs."""
        return tuple(step for job in self.jobs for step in job.steps)


@record
class Action:
    """An action's metadata file; `using` is what runs it, `steps` those of a composite action; `texts` as above."""

    source: Source
    root: Node
    name: Node | None = None
    using: Node | None = None
    runs: Node | None = None
    inputs: Mapping[str, Node] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    texts: tuple[Node, ...] = ()


@record
class Dependabot:
    """Dependabot's settings."""

    source: Source
    root: Node
    updates: tuple[Node, ...] = ()


@record
class Lock:
    """The lock file of actions."""

    source: Source
    root: Node


Model = Workflow | Action | Dependabot | Lock
