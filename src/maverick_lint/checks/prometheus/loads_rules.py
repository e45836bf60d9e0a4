"""Every rule file of the repository is loaded by a Prometheus configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.prometheus._loading import servers, unloaded
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each configuration beside which rule files stand that nothing loads."""
    forgotten = unloaded(stack)
    for server in servers(stack):
        files = forgotten.get(server.path)
        if not files:
            continue
        others = len(files) - 1
        more = f" and {others} more" if others else ""
        related = tuple(Related(file.place, f"{file.path}: {_content(file.alerts, file.records)}") for file in files)
        values = {"files": files[0].path + more, "verb": "are" if others else "is"}
        case = "unmatched" if server.rule_files else ""
        yield Hit(server.rules_place or server.place, values, case=case, related=related)


def _content(alerts: int, records: int) -> str:
    return f"alerts {alerts}, recording rules {records}"
