"""github-workflow/adhoc-package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_INSTALL: Final = re.compile(
    r"\b(npm|pnpm|yarn|gem)\b(?:[ ]+-\S+)*[ ]+(?:install|i|add|global add)\b"
    r"(?:[ ]+-\S+)*[ ]+(?=[@\w])(?!\.)[^\s;&|]+"
    r"|\b(bundle) add [@\w][^\s;&|]*"
)

_SAME: Final = ("zizmor:adhoc-packages", "jactionlint:unlocked-install", "jactionlint:adhoc-packages")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each package that a script installs by name."""
    for _, match, span in matches(document.model, _INSTALL, "npm", "yarn", "pnpm", "gem", "bundle"):
        # A tool for the whole machine that names no version is two things at once to jactionlint.
        behind = match.string[match.end() : match.end() + 10].lstrip()
        everywhere = " -g" in match[0] or " --global" in match[0] or behind.startswith(("-g", "--global"))
        loose = match.group(1) == "npm" and everywhere and "@" not in match[0].rpartition(" ")[2][1:]
        same = (*_SAME, "jactionlint:unpinned-tools") if loose else _SAME
        yield Hit(span, {"tool": match.group(1) or match.group(2)}, equivalents=same)
