"""The repository as a whole: its paths, technologies in use, and its backlog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place

Technology = Literal["kubernetes", "helm", "service-mesh", "swarm", "nomad", "cloud"]


@record
class PathFact:
    """A file of the repository: size in bytes, and whether it may be executed."""

    path: str
    size: int
    executable: bool


@record
class Evidence:
    """A technology is used here: by a manifest, a provider, a command at command position, an action.

    name  the product: "Istio", "Hetzner", "kubectl"; for clouds the provider
    what  what shows it, as it reads in a message: "the command `kubectl apply`", "provider `aws`"
    """

    technology: Technology
    name: str
    what: str
    place: Place


@record
class Deliverable:
    """A path that a task promises, relative to the root."""

    path: str
    place: Place


@record
class Task:
    """A task of the backlog; `id`, `status` and `kind` (of work: "deployment") are "" where the file has none."""

    id: str
    path: str
    place: Place
    status: str
    status_place: Place
    id_place: Place
    deliverables: tuple[Deliverable, ...] = ()
    references: tuple[tuple[str, Place], ...] = ()
    kind: str = ""
