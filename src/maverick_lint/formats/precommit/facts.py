"""States the hooks of a pre-commit configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import Hook, HookSettings
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.precommit.model import PreCommit


def facts(document: Document[PreCommit]) -> Iterator[Fact]:
    """Yield a fact for the configuration itself and one for each hook."""
    model, path = document.model, document.source.path
    start = model.root.span.start
    place = Place(path, model.ci.key_span() if model.ci is not None else Span(start, start))
    settings = HookSettings(path, place, ci_skip=model.ci_skip, ci=model.ci is not None)
    yield Fact("hook-settings", path, settings, place)
    for hook in model.hooks():
        place = Place(path, hook.id_node.span)
        value = Hook(hook.id, hook.repository, path, place, hook.entry, hook.stages, hook.args)
        yield Fact("hook", hook.id, value, place)
