"""github-workflow/script-syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._acts import posix_steps
from maverick_lint.checks.github_workflow._quotes import open_quote
from maverick_lint.core.finding import Hit
from maverick_lint.core.record import replace
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Action, Workflow

_CLOSING: Final = {"if": "fi", "case": "esac", "for": "done"}
_OPENS: Final = re.compile(
    r"(?:^|[;&|({!`]|\b(?:then|do|else)\b)[ \t]*(if|for|while|until|case|select)(?=[ \t(])", re.MULTILINE
)
_CLOSES: Final = re.compile(r"(?:^|(?<=[;&|)} \t]))(fi|done|esac)(?=[ \t;)&|\n>]|$)", re.MULTILINE)
# What belongs to a statement that is open, at the beginning of the first line.
_STRAY: Final = re.compile(r"\A\s*(?:then|else|elif)\b")
_WORDS: Final = ("if", "for", "while", "until", "case", "fi", "done", "esac", "then", "else", "'", '"')
_EXPRESSION: Final = re.compile(r"\$\{\{[^\n]*?\}\}")
# What only PowerShell and cmd write, on runners whose system is not known.
_OTHER_SHELLS: Final = ("$env:", "Write-Host", "-ErrorAction", "New-Item", "Get-ChildItem", "Invoke-", "$PSVersion")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first place of each script that no shell can read."""
    for place in posix_steps(document.model, *_WORDS):
        run = place.step.run
        if run is None or any(sign in run.raw for sign in _OTHER_SHELLS):
            continue
        # Most scripts close as much as they open, and are not looked at any further.
        odd = run.raw.count('"') % 2 or run.raw.count("'") % 2
        if odd or not _is_even(run.raw):
            yield from _script(document.source, run, odd=bool(odd))


def _script(source: Source, run: Node, *, odd: bool) -> Iterator[Hit]:
    inner = embedded(source, run)
    text = _EXPRESSION.sub(lambda match: "_" * len(match[0]), inner.text)
    if "{{" in text or "{%" in text:
        return
    quote = open_quote(text) if odd else None
    if quote is not None:
        yield Hit(inner.outer(Span(quote, quote + 1)), {"problem": f"this `{text[quote]}` is never closed"})
    elif not _is_even(text):
        from maverick_lint.formats._shell import errors_of  # for the few scripts that look faulty

        for error in errors_of(replace(inner, text=text))[:1]:
            yield Hit(inner.outer(error.span), {"problem": error.message})


def _is_even(text: str) -> bool:
    """Say whether a script has as many words that close a statement of several lines as words that open one."""
    balance = dict.fromkeys(_CLOSING.values(), 0)
    for match in _OPENS.finditer(text):
        balance[_CLOSING.get(match[1], "done")] += 1
    for match in _CLOSES.finditer(text):
        balance[match[1]] -= 1
    return not any(balance.values()) and _STRAY.search(text) is None
