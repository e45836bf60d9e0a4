"""gitlab-ci/condition-type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._conditions import conditions, within
from maverick_lint.core.finding import Hit
from maverick_lint.formats.gitlab.comparisons import comparisons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_VARIABLE: Final = r"\$\{?\w+\}?\Z"


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each comparison of things that never are equal, or never match, because of their types."""
    for _, condition in conditions(document.model):
        for one in comparisons(condition.text or ""):
            left, right = one.left, one.right
            if one.sign in ("==", "!="):
                for side in (left, right):
                    if side.kind == "pattern":
                        yield Hit(within(condition, side.span), {"sign": one.sign, "text": side.text}, "pattern")
                if right.kind == "text" and "*" in right.text and left.kind == "variable":
                    yield Hit(within(condition, right.span), {"sign": one.sign, "text": right.text}, "wildcard")
                quoted = next(
                    (side for side in (left, right) if side.kind == "text" and re.match(_VARIABLE, side.text)), None
                )
                if quoted is not None:
                    yield Hit(within(condition, quoted.span), {"sign": one.sign, "text": quoted.text}, "quoted")
                elif left.kind == right.kind == "text":
                    yield Hit(within(condition, left.span), {"left": left.text, "right": right.text}, "texts")
            elif right.kind == "null" or (right.kind == "text" and not _is_pattern(right.text)):
                yield Hit(within(condition, right.span), {"sign": one.sign, "text": right.text})


def _is_pattern(text: str) -> bool:
    """Say whether a text is a pattern between slashes, which GitLab reads as one."""
    return text.startswith("/") and text.count("/") > 1
