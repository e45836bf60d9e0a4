"""deploy/strict-mode: a deploy script stops at the first failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span
from maverick_lint.stack.deploy_scripts import deploy_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.flow import ScriptFlow
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_WANTED: Final = ("errexit", "nounset", "pipefail")
_WITHOUT_PIPEFAIL: Final = frozenset({"sh", "dash", "ash"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield deploy, rollback and pre-deploy scripts that go on after a failure."""
    for one in deploy_scripts(stack, "deploy", "rollback", "pre-deploy"):
        flow = one.flow
        wanted = _WANTED[:2] if flow.shell in _WITHOUT_PIPEFAIL else _WANTED
        missing = [name for name in wanted if name not in flow.options]
        if missing:
            whole = "set -eu" if len(wanted) < len(_WANTED) else "set -euo pipefail"
            values = {"role": one.role, "missing": _listed(missing), "set": whole}
            case = "some" if flow.options_at is not None else ""
            yield Hit(flow.options_at or flow.heading, values, case=case, fix=_fix(flow, whole))


def _fix(flow: ScriptFlow, whole: str) -> Fix | None:
    """Return the line to put below the first one; a script that has a `set` of its own is left to its author."""
    if not flow.shell or flow.options_at is not None or flow.options:
        return None
    end = flow.heading.span.end
    return Fix(f"Put `{whole}` below the first line", (Edit(Span(end, end), f"\n{whole}"),), safe=False)


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
