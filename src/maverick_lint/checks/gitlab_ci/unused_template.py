"""gitlab-ci/unused-template."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

# The settings of gitlabci-local, a program that runs pipelines at home (its README, 13.2, 2026-11-24).
_LOCAL: Final = ".local"
_ABOVE: Final = 400
_OFF: Final = re.compile(r"\bdisabl|\bre-?enable|\btemporar|\bswitched off|\bturned off", re.IGNORECASE)
_REFERENCE: Final = r"!reference\s*\[?\s*-?\s*[\"']?([^\s,\]\"']+)"


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each hidden job that nothing extends, refers to or repeats."""
    ci = document.model
    if not ci.entry or not ci.complete:
        return
    text = ci.source.text
    used = set(re.findall(_REFERENCE, text)) if "!reference" in text else set()
    for job in ci.jobs:
        extends = ci.top[job.name].get("extends")
        used.update(item.text or "" for item in (extends.listed() if extends is not None else ()))
    shared = any(include.read for include in ci.includes)
    for key, node in ci.own.children:
        if key is None or shared or not key.raw.startswith(".") or key.raw in (*used, _LOCAL) or not node.is_map:
            continue
        after = text[key.span.end : node.span.start]
        if "&" not in text[key.span.start : node.span.start + 1] and "&" not in after and not _is_off(text, key):
            yield Hit(Place(ci.source.path, key.span), {"name": key.raw})


def _is_off(text: str, key: Node) -> bool:
    """Say whether the comment above a key says that the job is switched off, for which GitLab has the dot too."""
    above = text[max(0, key.span.start - _ABOVE) : key.span.start].rstrip().split("\n")
    comment = takewhile(lambda line: line.lstrip().startswith("#"), reversed(above))
    return any(_OFF.search(line) for line in comment)
