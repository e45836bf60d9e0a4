"""github-workflow/runner-label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._labels import included, row_of, values_of
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.github.runners import AS_OF, GONE, HOSTED, LEAVING, system_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

_VERSION: Final = re.compile(r"(?:ubuntu|windows|macos)-\d+(?:\.\d+)*")
_EXAMPLES: Final = {"linux": "ubuntu-24.04", "windows": "windows-2025", "macos": "macos-15"}
# What each case is called by others.
_UNKNOWN: Final = ("actionlint:runner-label", "jactionlint:unknown-runner-label")
_CONFLICT: Final = ("actionlint:runner-label", "jactionlint:conflicting-runner-labels")
_LEAVING: Final = ("jactionlint:deprecated-runner-label",)
_SLIM: Final = ("jactionlint:ubuntu-slim-limits",)


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:
    """Yield a hit for each label that no runner has, or that no one runner has together with another."""
    own = {label.lower() for label in options["labels"]}
    for job in document.model.jobs:
        labels, alone = _labels(job)
        yield from _slim(job, labels)
        for node in labels:
            yield from _label(node, own)
        yield from _conflict(labels) if not alone else ()


def _labels(job: Job) -> tuple[list[Node], bool]:
    """Return the nodes of the labels that are known, and whether each stands for a runner of its own."""
    given = job.runs_on
    if given is not None and given.is_map:
        given = given.get("labels")
    if given is None:
        return [], True
    nodes = given.items() if given.is_list else [given]
    found: list[Node] = []
    for node in nodes:
        row = row_of(node.raw)
        rows = [*values_of(job, row), *included(job, row)]
        if rows and len(nodes) == 1:
            return [one for one in rows if one.text is not None and "{{" not in one.raw], True
        if node.text is not None and "{{" not in node.raw:
            found.append(node)
    return found, False


def _label(node: Node, own: set[str]) -> Iterator[Hit]:
    label = node.raw.lower()
    if label in GONE:
        yield Hit(node, {"label": node.raw, "instead": GONE[label]}, "gone", equivalents=_UNKNOWN)
        return
    if label in LEAVING:
        day, instead = LEAVING[label]
        yield Hit(
            node, {"label": node.raw, "day": day, "instead": instead}, "leaving", level="note", equivalents=_LEAVING
        )
        return
    # What begins like no hosted label is somebody's own runner, and its name is theirs to choose.
    if label in HOSTED or label in own or "self-hosted" in label or system_of(label) == "":
        return
    near = close_matches(label, sorted(HOSTED), 1, 0.75)
    if not near and _VERSION.fullmatch(label) is not None:
        # Nobody calls a machine of their own after a version of a system as GitHub does.
        near = [_EXAMPLES[system_of(label)]]
    if near and not label.startswith(tuple(f"{one}-" for one in HOSTED)):
        yield Hit(node, {"label": node.raw, "near": near[0], "as_of": AS_OF}, equivalents=_UNKNOWN)


def _slim(job: Job, labels: list[Node]) -> Iterator[Hit]:
    """Yield a hit for what the small runner cannot do: it is a container itself, and starts no others."""
    if not any(node.raw.lower() == "ubuntu-slim" for node in labels):
        return
    for key in ("container", "services"):
        node = job.node.get(key)
        if node is not None:
            yield Hit(node.key or node, {"what": f"`{key}`"}, "slim", equivalents=_SLIM)
    for step in job.steps:
        if step.uses is not None and step.uses.raw.startswith("docker://"):
            yield Hit(step.uses, {"what": "an action that is a container"}, "slim", equivalents=_SLIM)


def _conflict(labels: list[Node]) -> Iterator[Hit]:
    first: Node | None = None
    for node in labels:
        system = system_of(node.raw.lower())
        if not system:
            continue
        if first is not None and system_of(first.raw.lower()) != system:
            related = (Related(first, "the other label"),)
            yield Hit(node, {"label": node.raw, "other": first.raw}, "conflict", related=related, equivalents=_CONFLICT)
        first = first or node
