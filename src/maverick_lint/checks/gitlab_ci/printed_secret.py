"""gitlab-ci/printed-secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import matches, place_in
from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import secret_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_PRINT: Final = r"(?m)^[ \t]*(?:echo|printf)\b([^\n|>;&]*)(?=$|;|&&)"
_VARIABLE: Final = r"(?<!\\)\$(?:\{(\w+)\}|(\w+))"
_DUMP: Final = r"(?m)^[ \t]*(env|printenv|export -p|declare -[px]|set)[ \t]*(?:\|[ \t]*sort[ \t]*)?$"
_TRACE: Final = r"(?m)^[ \t]*set -(?:[a-wyz]*x[a-z]*|o xtrace)\b[^\n]*$"
_UNTRACE: Final = r"set \+[a-z]*x|set \+o xtrace"


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each command that writes a secret, all variables, or every command into the job's log."""
    ci = document.model
    for section, match, _ in matches(ci, _PRINT, "echo", "printf"):
        for variable in re.finditer(_VARIABLE, _outside_single(match[1])):
            name = variable[1] or variable[2]
            if secret_name(name):
                start = match.start(1) + variable.start()
                yield Hit(place_in(section, start, start + len(variable[0])), {"name": name})
    for _, match, place in matches(ci, _DUMP, "env", "export", "declare", "set"):
        yield Hit(place, {"name": match[1]}, "all")
    for section, match, place in matches(ci, _TRACE, "set -"):
        rest = section.source.text[match.end() :]
        rest = rest[: end.start()] if (end := re.search(_UNTRACE, rest)) else rest
        found = next((one[1] or one[2] for one in re.finditer(_VARIABLE, rest) if secret_name(one[1] or one[2])), "")
        if found:
            yield Hit(place, {"name": found}, "trace")


def _outside_single(text: str) -> str:
    """Return a text of the same length with blanks for what stands in single quotes."""
    return re.sub(r"'[^']*'", lambda match: " " * len(match[0]), text)
