"""gitlab-ci/impossible-condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._conditions import conditions, within
from maverick_lint.checks.gitlab_ci._scripts import place_of
from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.gitlab.comparisons import comparisons
from maverick_lint.formats.gitlab.worlds import SOURCES, holds, worlds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.comparisons import Comparison
    from maverick_lint.formats.gitlab.model import GitlabCi

# Variables with a closed set of values (docs.gitlab.com/ci/variables/predefined_variables/, 2026-11-24).
_VALUES: Final = {
    "CI_PIPELINE_SOURCE": SOURCES,
    "CI_COMMIT_REF_PROTECTED": ("true", "false"),
    "CI_MERGE_REQUEST_EVENT_TYPE": ("detached", "merged_result", "merge_train"),
    "CI_DEPLOY_FREEZE": ("true",),
    "CI_MERGE_REQUEST_APPROVED": ("true",),
    "GITLAB_CI": ("true",),
    "CI": ("true",),
}


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each condition that holds in no pipeline, at the comparison to blame where there is one."""
    kinds = worlds()
    for rule, condition in conditions(document.model):
        text = condition.text or ""
        found = list(comparisons(text))
        strange = False
        for one in found:
            values = _VALUES.get(one.left.text) if one.left.kind == "variable" else None
            if values and one.right.kind == "text" and one.sign in ("==", "!=") and one.right.text not in values:
                strange = True
                near = close_matches(one.right.text, values, 1, 0.6)
                names = {"value": one.right.text, "variable": one.left.text, "known": near[0] if near else values[0]}
                yield Hit(within(condition, one.right.span), names, "value")
        if strange:
            continue
        clash = _clash(found, text)
        if clash is not None:
            names = {"variable": clash.left.text, "value": clash.right.text}
            yield Hit(within(condition, clash.right.span), names, "twice")
        elif all(holds(rule.value, world) is False for world in kinds):
            yield Hit(place_of(condition))


def _clash(found: list[Comparison], text: str) -> Comparison | None:
    """Return the comparison that wants another value of a variable than one before it, where both must hold."""
    if "||" in text or "(" in text:
        return None
    wanted: dict[str, str] = {}
    for one in found:
        if one.sign != "==" or one.left.kind != "variable" or one.right.kind != "text":
            continue
        if wanted.setdefault(one.left.text, one.right.text) != one.right.text:
            return one
    return None
