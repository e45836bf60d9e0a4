"""dependabot/cooldown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Dependabot


def check(document: Document[Dependabot], options: Options) -> Iterator[Hit]:
    """Yield a hit for each ecosystem whose new versions are taken on the day they appear."""
    least = int(options["days"])
    for update in document.model.updates:
        ecosystem = update.get("package-ecosystem")
        if ecosystem is None or ecosystem.text is None:
            continue
        days = update.at("cooldown", "default-days")
        if days is None:
            yield Hit(
                ecosystem,
                {"ecosystem": ecosystem.raw, "days": least},
                "" if update.get("cooldown") is None else "default",
            )
        elif isinstance(days.value, int) and days.value < least:
            yield Hit(days, {"ecosystem": ecosystem.raw, "given": days.value, "days": least}, "short")
