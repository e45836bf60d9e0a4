"""github-workflow/unmatched-paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.pipeline import Pipeline, Trigger
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each pattern of `paths` that no file of the repository matches."""
    filtered = [
        (one.path, trigger)
        for one in stack.every(Pipeline)
        if one.system == "github"
        for trigger in one.triggers
        if trigger.patterns
    ]
    if not filtered:
        return
    from maverick_lint.checks.github_workflow._local import root_of  # few workflows name paths
    from maverick_lint.stack.path_filters import starts_for

    known: dict[tuple[str, str], bool] = {}
    for path, trigger in filtered:
        root = root_of(path)
        if root is None:
            continue
        files = [one.removeprefix(f"{root}/") for one in stack.files if not root or one.startswith(f"{root}/")]
        kept = [one for one in trigger.patterns if one.text and not one.text.startswith("!")]
        for one in kept:
            key = (root, one.text or "")
            if key not in known:
                alone = Trigger(trigger.event, trigger.place, filtered=True, paths=(key[1],))
                known[key] = starts_for(alone, files)
        missed = [one for one in kept if not known[root, one.text or ""]]
        every = len(missed) == len(kept)
        for one in missed:
            # A list of which nothing is there starts the workflow never; one pattern may wait for its first file.
            yield Hit(one.place, {"pattern": one.text or ""}, "all" if every else "", level="" if every else "note")
