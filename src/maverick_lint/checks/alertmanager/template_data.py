"""The texts of notifications read what a notification has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.alertmanager.texts import OWN, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager
    from maverick_lint.formats.alertmanager.texts import Templated

# What the data of a notification has, and what each of its alerts has (alerting/notifications, read 2026-11).
_DATA: Final = (
    "Receiver", "Status", "Alerts", "GroupLabels", "CommonLabels", "CommonAnnotations", "ExternalURL", "GroupKey",
)  # fmt: skip
_ALERT: Final = frozenset({"Labels", "Annotations", "StartsAt", "EndsAt", "GeneratorURL", "Fingerprint"})


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each field that the data does not have, and each template that nothing defines."""
    model = document.model
    found = list(texts(document.source, model))
    defined = {name for text in found for name in text.template.defined}
    listed = model.root.get("templates")
    own_files = listed is not None and bool(listed.items())
    for text in found:
        yield from _fields(text)
        for name, span in text.template.called:
            if not own_files and name not in defined and not name.startswith(OWN):
                yield Hit(text.span(span), {"where": text.name, "name": name}, "template")


def _fields(text: Templated) -> Iterator[Hit]:
    for use in text.template.uses:
        if use.dot is not None or not use.path[0].startswith(".") or len(use.path[0]) == 1:
            continue
        field = use.path[0][1:]
        if field in _DATA:
            continue
        if field in _ALERT:
            yield Hit(text.span(use.span), {"where": text.name, "field": field}, "alert")
        elif near := close_matches(field, _DATA, 1, 0.8):
            yield Hit(text.span(use.span), {"where": text.name, "field": field, "near": near[0]})
