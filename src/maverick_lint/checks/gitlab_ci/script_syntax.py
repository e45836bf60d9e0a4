"""gitlab-ci/script-syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import given
from maverick_lint.core.finding import Hit
from maverick_lint.core.record import replace
from maverick_lint.core.span import Place
from maverick_lint.formats.gitlab.jobs import flattened
from maverick_lint.formats.gitlab.lines import own, scripts_of
from maverick_lint.formats.gitlab.script import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi, Job

_STATEMENTS: Final = r"\b(?:if|for|while|until|case|then|else|fi|done|esac)\b"
# What only PowerShell and cmd write, whose runners read scripts of their own.
_OTHER_SHELLS: Final = (
    "$env:", "Write-Host", "-ErrorAction", "New-Item", "Get-ChildItem", "Invoke-", "$PSVersion", "powershell", "pwsh",
    "%CI_", ".exe", ".bat", ".ps1",
)  # fmt: skip


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first place of a script that no shell can read."""
    from maverick_lint.formats._shell import errors_of  # for files with statements of several lines only

    ci = document.model
    if re.search(_STATEMENTS, ci.source.text) is None:
        return
    seen: set[Place] = set()
    for job, key, value in scripts_of(ci):
        for source in scripts(flattened(value, ci.top)):
            text = source.text + "\n"
            if not own(ci, source.path) or re.search(_STATEMENTS, text) is None or _foreign(ci, job, text):
                continue
            for error in errors_of(replace(source, text=text)):
                place = Place(source.path, source.outer(error.span))
                if place not in seen:
                    seen.add(place)
                    yield Hit(place, {"key": key, "problem": error.message})
                break


def _foreign(ci: GitlabCi, job: Job | None, text: str) -> bool:
    """Say whether a script is for another shell, or is filled in before one reads it."""
    if "$[[" in text or "{{" in text or any(word in text for word in _OTHER_SHELLS):
        return True
    tags = given(ci, job, "tags")
    return tags is not None and any("win" in (item.text or "").lower() for item in tags.items())
