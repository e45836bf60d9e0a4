"""The documents that rules over several files ask for: only these are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.record import record
from maverick_lint.stack.folders import files_in
from maverick_lint.stack.secret_uses import secret_uses

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack

_LINK: Final = re.compile(
    r"https?://(?:www\.)?([\w.-]+/[\w./-]+?)/(?:-/)?(?:blob|tree|raw|src/branch)/[\w.-]+/([\w./-]+\.\w+)(?:#(.*))?\Z"
)
_PATH: Final = re.compile(r"(?:\./)?((?:[\w.-]+/)+[\w.-]+\.(?:md|rst|adoc|txt))(?:#(.*))?\Z")
_FOLDERS: Final = ("", "docs", ".github", ".github/workflows", "docs/ci", "docs/deployment", "doc", "deploy")
_MOST: Final = 40
_LONGEST: Final = 300_000


@record
class Link:
    """A link to a document: the repository, "" for this one, the path in it, and what stands behind `#`."""

    home: str
    path: str
    anchor: str


def link_of(alert: Alert) -> Link | None:
    """Return the runbook of an alert; None when it has none, or not all of its address is known."""
    text = next((value for name, value in alert.annotations if name.startswith("runbook")), "")
    if "{{" in text or "$" in text:
        return None
    match = _LINK.match(text)
    if match is not None:
        return Link(match[1].lower(), match[2], match[3] or "")
    match = _PATH.match(text)
    return None if match is None else Link("", match[1], match[2] or "")


def asked(stack: Stack) -> tuple[list[str], list[str]]:
    """Return the documents whose headings are linked, and those that may list secrets; few in any repository."""
    linked: dict[str, None] = {}
    for alert in stack.every(Alert):
        link = link_of(alert)
        if link is not None and link.anchor and link.path in stack.files and _is_document(link.path):
            linked[link.path] = None
    listing: list[str] = []
    for folder in _FOLDERS if secret_uses(stack) else ():
        listing.extend(
            path
            for path in files_in(stack, folder)
            if _is_document(path) and path not in linked and stack.files[path].size <= _LONGEST
        )
    return list(linked), listing[:_MOST]


def _is_document(path: str) -> bool:
    return path.lower().endswith((".md", ".markdown"))
