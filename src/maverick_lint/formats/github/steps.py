"""Which kind of step a mapping is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.core.node import Node

STEP_DEFINITIONS: Final = frozenset({"steps-item", "composite-step"})
_KINDS: Final = {
    "steps-item": {
        "run": "run-step", "uses": "regular-step", "wait": "wait-step", "wait-all": "wait-all-step",
        "cancel": "cancel-step", "parallel": "parallel-step",
    },
    "composite-step": {"run": "run-step", "uses": "uses-step"},
}  # fmt: skip


def step_definition(name: str, node: Node) -> tuple[str, str, str]:
    """Return the definition of a step by the key that makes it one, what is wrong, and the key that is too much."""
    pairs = node.pairs()
    kinds = _KINDS[name]
    found = [key for key in pairs if key in kinds]
    if not found:
        if any(key.startswith("${{") or "{{" in key for key in pairs):
            return "", "", ""
        return "", "this step has neither `run` nor `uses`, so it does nothing", ""
    if len(found) > 1:
        return "", f"this step has both `{found[0]}` and `{found[1]}`; make two steps of it", found[1]
    return kinds[found[0]], "", ""
