"""stack/runbook-link: the runbook that an alert names is in the repository."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.folders import files_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_LINK: Final = re.compile(
    r"https?://(?:www\.)?([\w.-]+/[\w./-]+?)/(?:-/)?(?:blob|tree|raw|src/branch)/[\w.-]+/([\w./-]+\.\w+)(?:#.*)?\Z"
)
_PATH: Final = re.compile(r"(?:\./)?((?:[\w.-]+/)+[\w.-]+\.(?:md|rst|adoc|txt))(?:#.*)?\Z")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each alert whose runbook is not there, where those of others are found in the same repository."""
    links = [(alert, *found) for alert in stack.every(Alert) if (found := _link(alert)) is not None]
    ours = {home for _, home, path in links if stack.exists(path)}
    for alert, home, path in links:
        if stack.exists(path) or home not in ours:
            continue
        folder = path.rpartition("/")[0]
        close = close_matches(path, files_in(stack, folder), 1, 0.7)
        at = Place(close[0], Span(0, 0)) if close else None
        if at is None:
            other = next(one for _, known, one in links if known == home and stack.exists(one))
            at = Place(other, Span(0, 0))
        hint = f"; did you mean `{close[0]}`?" if close else ""
        yield Hit(alert.place, {"alert": alert.name, "path": path, "hint": hint}, related=(Related(at, "the runbook"),))


def _link(alert: Alert) -> tuple[str, str] | None:
    """Return the repository that the runbook of an alert is in, "" for this one, and its path there."""
    text = next((value for name, value in alert.annotations if name.startswith("runbook")), "")
    if "{{" in text or "$" in text:
        return None
    match = _LINK.match(text)
    if match is not None:
        return match[1].lower(), match[2]
    match = _PATH.match(text)
    return None if match is None else ("", match[1])
