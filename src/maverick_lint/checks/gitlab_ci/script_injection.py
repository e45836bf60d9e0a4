"""gitlab-ci/script-injection."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import matches, place_in, variables
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

# What people without any right in the project choose: whoever opens a merge request names its branch and its title
# (docs.gitlab.com/ci/variables/predefined_variables/, 2026-11-24).
_OUTSIDE: Final = (
    "CI_MERGE_REQUEST_TITLE", "CI_MERGE_REQUEST_DESCRIPTION", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
    "CI_MERGE_REQUEST_LABELS", "CI_MERGE_REQUEST_MILESTONE", "CI_COMMIT_MESSAGE", "CI_COMMIT_TITLE",
    "CI_COMMIT_DESCRIPTION", "CI_COMMIT_REF_NAME", "CI_COMMIT_BRANCH", "CI_COMMIT_TAG", "CI_COMMIT_TAG_MESSAGE",
    "CI_COMMIT_AUTHOR", "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME", "GITLAB_USER_NAME", "TRIGGER_PAYLOAD",
)  # fmt: skip
_SINKS: Final = (
    r"\b(eval)\b(?P<a>[^\n;]*)"
    r"|\b((?:ba|z|da|a|k)?sh|su|python3?|node|ruby|perl|php)\s+(?:-\w+\s+)*-\w*[cer]\s+(?P<b>\"(?:[^\"\\]|\\.)*\")"
    r"|\b(ssh)\b[^\n;|&\"']*(?P<c>\"(?:[^\"\\]|\\.)*\")"
)
_VARIABLE: Final = r"(?<!\\)\$(?:\{(\w+)[^}\n]*\}|(\w+))"


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each text of outsiders that a second program reads as code."""
    ci = document.model
    through = set(_OUTSIDE)
    for _, name, _, text in variables(ci):
        if any((one[1] or one[2]) in _OUTSIDE for one in re.finditer(_VARIABLE, text)):
            through.add(name)
    for section, match, _ in matches(ci, _SINKS, *through):
        program = next(match[number] for number in (1, 3, 5) if match[number])
        part = next(name for name in ("a", "b", "c") if match[name] is not None)
        for variable in re.finditer(_VARIABLE, match[part]):
            name = variable[1] or variable[2]
            if name in through:
                start = match.start(part) + variable.start()
                place = place_in(section, start, start + len(variable[0]))
                yield Hit(place, {"variable": name, "program": program})
