"""An alert says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each alert without a summary at its name, and each empty summary at its key."""
    wanted = options["annotations"]
    for _, rule in document.model.alerts():
        texts = {annotation.name: annotation for annotation in rule.annotations}
        given = [texts[name] for name in wanted if name in texts]
        if any(annotation.text.strip() for annotation in given):
            continue
        values = {"alert": rule.name.raw, "annotation": given[0].name if given else wanted[0]}
        if given:
            yield Hit(given[0].node.key or given[0].node, values, case="empty")
        else:
            yield Hit(rule.name, values)
