"""An upstream's name is defined once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.proxies import Upstream
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# Of the files in one of these folders one may be enabled without the other.
_CHOICE: Final = frozenset({"sites-available", "sites", "snippets", "vhosts", "servers"})
_SAMPLES: Final = (".example", ".sample", ".dist", ".bak", ".disabled", ".template", ".j2", ".erb", ".tpl", ".tmpl")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield each definition of a name after the first, in one file or in files that are loaded together."""
    seen: dict[tuple[str, str], list[Upstream]] = {}
    for upstream in stack.every(Upstream):
        if upstream.path.lower().endswith(_SAMPLES) and upstream.top == upstream.path:
            continue
        before = seen.setdefault((upstream.protocol, upstream.name.lower()), [])
        first = next((other for other in before if _together(other, upstream)), None)
        before.append(upstream)
        if first is not None:
            values = {"upstream": upstream.name, "other": first.path}
            yield Hit(
                upstream.place,
                values,
                case="" if first.path != upstream.path else "same",
                related=(Related(first.place, "the other definition"),),
            )


def _together(one: Upstream, other: Upstream) -> bool:
    """Say whether nginx loads both: they stand in one file, or in folders of one configuration that are both read."""
    if one.path == other.path or one.top == other.top:
        return True
    if (
        one.group != other.group
        or one.path.rpartition("/")[2] == other.path.rpartition("/")[2]
        or not (one.part or other.part)
    ):
        return False
    return one.part != other.part or one.part not in _CHOICE
