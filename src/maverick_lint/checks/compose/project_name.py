"""compose/project-name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_TESTS: Final = frozenset({"test", "tests", "e2e", "testdata", "fixtures"})


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for a whole project without a name of its own."""
    model = document.model
    services = model.root.get("services") or model.root.get("include")
    if options["everywhere"]:
        first = next((value for value in model.root.entries().values() if value.file.home), None)
        if first is not None and "name" not in model.root.entries():
            yield Hit((services or first).key_at if services is None or services.file.home else first.key_at)
        return
    if services is None or not services.file.home or "name" in model.root.entries():
        return
    if not _TESTS.isdisjoint(model.path.lower().split("/")):
        return  # tests name their projects as they start them
    if not model.fragment and not model.part and not leans_on_others(model):
        yield Hit(services.key_at)


def leans_on_others(model: Compose) -> bool:
    """Say whether a service names what another file must declare, so that this one is no project alone."""
    references = (reference for service in model.services for reference in service.references)
    return any(not model.has(reference.section, reference.name) for reference in references)
