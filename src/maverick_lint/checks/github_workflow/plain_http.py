"""github-workflow/plain-http."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# An address that a program fetches from; a proxy is asked for by its own address, and a header names no server.
_FETCH: Final = re.compile(
    r"\b(?:curl|wget|git clone|pip3? install|npm install|iwr|irm|Invoke-WebRequest)\b[^\n;&|#]*?(?<![\w=:/-])[\"']?"
    r"(http://([\w.-]+\.[A-Za-z]{2,})(?=[/:\s\"']|$)[^\s\"']*)"
)
# Names that lead to no server of the internet (RFC 2606, RFC 6761, RFC 8375).
_OWN: Final = (".local", ".localhost", ".test", ".example", ".invalid", ".internal", ".lan", ".arpa")
# Inputs of actions that are called after what they hold: an address that the action asks.
_NAMES: Final = ("url", "uri", "registry", "repository", "endpoint", "mirror", "server")
_ADDRESS: Final = re.compile(r"http://([\w.-]+\.[A-Za-z]{2,})(?=[/:]|\Z)")
_NOT_FETCHED: Final = re.compile(r"(?:--proxy|-x|-H|--header|-e|--referer|-d|--data)[ =][\"']?[^\s]*\Z")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each address without encryption that a script fetches from."""
    for _, match, span in matches(document.model, _FETCH, "http://"):
        host = match[2].lower()
        before = match[0][: match.start(1) - match.start()]
        if host.endswith(_OWN) or _NOT_FETCHED.search(before):
            continue
        start = span.end - (match.end() - match.start(1))
        yield Hit(Span(start, span.end), {"host": match[2]})
    for step in document.model.steps:
        for name, node in step.inputs.items() if step.uses is not None else ():
            found = _ADDRESS.match(node.raw) if name.lower().endswith(_NAMES) and node.is_scalar else None
            if found is not None and not found[1].lower().endswith(_OWN):
                yield Hit(node, {"host": found[1]})
