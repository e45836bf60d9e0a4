"""stack/missing-script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.folders import files_in, paths_named
from maverick_lint.stack.script_calls import script_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each call of a script that is not in the repository, or may not be executed."""
    seen: set[Place] = set()
    for call in script_calls(stack):
        if call.place in seen:
            continue
        seen.add(call.place)
        file = stack.files.get(call.path)
        values: dict[str, Value] = {"path": call.path, "shell": "python" if call.path.endswith(".py") else "bash"}
        if file is None and not stack.exists(call.path):
            close = _near(stack, call.path)
            if call.guarded and not close:
                continue
            hint = f"; did you mean `{close}`?" if close else ""
            related = (Related(Place(close, Span(0, 0)), "the script of the nearest name"),) if close else ()
            yield Hit(call.place, values | {"hint": hint}, related=related)
        elif file is not None and call.direct and not file.executable:
            yield Hit(call.place, values, "mode", (Related(Place(call.path, Span(0, 0)), "has no executable bit"),))


def _near(stack: Stack, path: str) -> str:
    """Return the file that a mistaken path most likely means: one of that name elsewhere, or a like name beside it."""
    folder, _, name = path.rpartition("/")
    same = paths_named(stack, name)
    if len(same) == 1:
        return same[0]
    found = close_matches(path, files_in(stack, folder), 1, 0.8)
    return found[0] if found else ""
