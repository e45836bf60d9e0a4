"""github-workflow/script-syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._acts import posix_steps
from maverick_lint.core.finding import Hit
from maverick_lint.core.record import replace
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_STATEMENTS: Final = re.compile(r"\b(?:if|for|while|until|case|then|else|fi|done|esac)\b")
_EXPRESSION: Final = re.compile(r"\$\{\{[^\n]*?\}\}")
# What only PowerShell and cmd write, on runners whose system is not known.
_OTHER_SHELLS: Final = ("$env:", "Write-Host", "-ErrorAction", "New-Item", "Get-ChildItem", "Invoke-", "$PSVersion")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first place of each script that no shell can read."""
    from maverick_lint.formats._shell import errors_of  # for files with statements of several lines only

    for place in posix_steps(
        document.model, "if", "for", "while", "until", "case", "fi", "done", "esac", "then", "else"
    ):
        run = place.step.run
        if run is None or _STATEMENTS.search(run.raw) is None or any(sign in run.raw for sign in _OTHER_SHELLS):
            continue
        inner = embedded(document.source, run)
        text = _EXPRESSION.sub(lambda match: "_" * len(match[0]), inner.text)
        if "{{" in text or "{%" in text:
            continue
        for error in errors_of(replace(inner, text=text)):
            yield Hit(inner.outer(error.span), {"problem": error.message})
            break
