"""Links of alerts lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile, Templated

_LINK: Final = re.compile(r"(?i)(?:_url|_link|_uri)\Z|\A(?:runbook|url|link|dashboard|playbook)(?:url|link)?\Z")
_TEMPLATE: Final = re.compile(r"\{\{.*?\}\}|\$\{[^}]*\}|\$\w+")
# What was meant to be http:// or https:// and is not.
_BROKEN: Final = re.compile(r"(?i)\A(?:https?:/[^/]|https?//|https?:[^/]|h?tt?ps?://|htt?ps?:\\\\)")
_RIGHT: Final = re.compile(r"(?i)\Ahttps?://")
_LONGEST: Final = 10_000
_NO_HOST: Final = re.compile(r"(?i)https?:///\S*")


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each annotation that is named like a link and is none, and each address without a host in another."""
    for _, rule in document.model.alerts():
        for text in rule.annotations:
            if len(text.text) > _LONGEST:
                continue
            if not _LINK.search(text.name):
                for match in _NO_HOST.finditer(text.text):
                    yield Hit(text.span(Span(*match.span())), {"value": match[0], "fault": "no host follows"}, "form")
                continue
            if not text.text.strip():
                yield Hit(text.node, {"key": text.name, "alert": rule.name.raw}, "empty")
                continue
            fault = _fault(text)
            if fault:
                yield Hit(text.node, {"value": text.text, "fault": fault}, "form")


def _fault(text: Templated) -> str:
    # What a template gives is taken for a part of a word.
    value = _TEMPLATE.sub("x", text.text.strip())
    if _RIGHT.match(value):
        rest = value.partition("://")[2]
        if not rest or rest.startswith("/"):
            return "no host follows"
        return "a blank ends it" if any(sign.isspace() for sign in rest) else ""
    return "it does not begin with `https://`" if _BROKEN.match(value) else ""
