"""deploy/restart-policy: a container comes back after a crash or a reboot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_commands import script_name
from maverick_lint.stack.docker_runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield containers run in the background with no restart policy, or with `no`, that no systemd unit looks after."""
    supervised = _run_by_systemd(stack)
    for one in runs(stack):
        if not one.run.detached or one.run.has("--rm"):
            continue
        script = one.at.script
        if script is not None and script.script.path.rpartition("/")[2] in supervised:
            continue
        policy = next(iter(one.run.values("--restart")), None)
        if policy is None:
            if not _is_unknown(one.run.options):
                yield Hit(one.word.place)
        elif policy.text is not None and policy.text.removeprefix("--restart=") == "no":
            yield Hit(policy.place, case="no")


def _is_unknown(options: tuple[tuple[str, Word | None], ...]) -> bool:
    """Say whether an option may hide others: a variable that stands in the place of several."""
    return any(name.startswith("-$") or "$" in name for name, _ in options)


def _run_by_systemd(stack: Stack) -> frozenset[str]:
    names = set()
    for unit in stack.every(UnitFact):
        for command in unit.commands:
            names.add(script_name(command).rpartition("/")[2])
    return frozenset(names)
