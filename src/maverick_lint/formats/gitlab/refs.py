"""`only` and `except`.

Source: docs.gitlab.com/ci/yaml/deprecated_keywords/#only--except (2026-11-24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.gitlab.conditions import ConditionError, evaluate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.formats.gitlab.conditions import Known
    from maverick_lint.formats.gitlab.tree import Value

_DEFAULT: Final = ("branches", "tags")
_KEYWORDS: Final = {
    "merge_request_event": frozenset({"merge_requests"}),
    "push": frozenset({"branches", "pushes"}),
}
_ALL_KEYWORDS: Final = frozenset({
    "api", "branches", "chat", "external", "external_pull_requests", "merge_requests", "pipelines", "pushes",
    "schedules", "tags", "triggers", "web",
})  # fmt: skip


def allowed(
    only: Value | None, without: Value | None, pipeline: Mapping[str, Known], variables: Mapping[str, Known]
) -> bool | None:
    """Say whether `only` and `except` let a job into a pipeline."""
    refs = _refs(only)
    ref = _any(refs if refs is not None else list(_DEFAULT), pipeline)
    wanted = [ref, _conditions(only, variables)]
    excluded = _refs(without)
    refused = [_any(excluded, pipeline) if excluded is not None else False]
    if without is not None and without.entries is not None and without.get("variables") is not None:
        refused.append(_conditions(without, variables))
    if False in wanted or True in refused:
        return False
    return None if None in wanted or None in refused else True


def _refs(value: Value | None) -> list[str] | None:
    """Return the refs of a list, of a text or of `refs:`; None when none are given."""
    if value is not None and value.entries is not None:
        value = value.get("refs")
    if value is None:
        return None
    return [text for item in value.listed() if (text := item.text) is not None]


def _any(refs: list[str], pipeline: Mapping[str, Known]) -> bool | None:
    source = pipeline.get("CI_PIPELINE_SOURCE")
    keywords = _KEYWORDS.get(source if isinstance(source, str) else "", frozenset())
    found: bool | None = False
    for ref in refs:
        name = ref.partition("@")[0]
        if name in keywords:
            return True
        if name.startswith("/") and source == "push":
            # Whether a feature branch fits a pattern of names is not known.
            found = None
        elif name.startswith("$") or (name not in _ALL_KEYWORDS and "$" in name):
            found = None
    return found


def _conditions(value: Value | None, variables: Mapping[str, Known]) -> bool | None:
    given = value.get("variables") if value is not None and value.entries is not None else None
    if given is None:
        return True
    results: list[bool | None] = []
    for item in given.listed():
        try:
            results.append(evaluate(item.text or "", variables))
        except ConditionError:
            results.append(None)
    if True in results:
        return True
    return None if None in results else False
