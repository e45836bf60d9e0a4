"""The repository uses more than one cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.repo._banned import counts
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.evidence import by_file, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.repository import Evidence
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield a hit for each cloud but the one that most files use, at the first thing that shows it.

    Related are its other files, and the first place of each other cloud.
    """
    clouds: dict[str, list[Evidence]] = {}
    allowed = {name.lower() for name in options["allow"]}
    for each in evidence(stack, "cloud"):
        if each.name.lower() not in allowed and counts(each):
            clouds.setdefault(each.name, []).append(each)
    if len(clouds) < 2:  # noqa: PLR2004 - two are many
        return
    main = max(clouds, key=lambda name: len(by_file(clouds[name])))
    for name, found in clouds.items():
        if name == main:
            continue
        first, *_ = found
        files = by_file(found)
        others = [each[0] for path, each in files.items() if path != first.place.path]
        related = [Related(clouds[main][0].place, f"{main} by {clouds[main][0].what}")]
        related += [Related(other.place, f"{name} by {other.what}") for other in others]
        values = {
            "what": first.what[:1].upper() + first.what[1:],
            "name": name,
            "main": main,
            "file": clouds[main][0].place.path,
            "why": clouds[main][0].what,
            "files": ", ".join(files),
        }
        yield Hit(first.place, values, case="several" if others else "", related=tuple(related))
