"""A query inside a text is PromQL, and its result has the labels that the text reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._promql import Promql, parse_promql
from maverick_lint.formats._promql.labels import branches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._gotemplate import Asked
    from maverick_lint.formats.prometheus.model import RuleFile, Templated

# A verb of printf: what stands for it decides nothing in a string, and may be a name or a number elsewhere.
_VERB: Final = re.compile(r"%[-+# 0-9.]*[a-zA-Z%]")
_LABELS: Final = 2


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each query that is no PromQL, and each label that the result of one cannot have."""
    for _, rule in document.model.alerts():
        for text in (*rule.labels, *rule.annotations):
            if text.template.queries:
                yield from _judge(text)


def _judge(text: Templated) -> Iterator[Hit]:
    read = [_read(asked) for asked in text.template.queries]
    for asked, promql in zip(text.template.queries, read, strict=True):
        for span, problem in promql.errors[:1] if promql is not None else ():
            exact = promql is not None and len(promql.text) == asked.span.end - asked.span.start
            at = Span(asked.span.start + span.start, asked.span.start + span.end) if exact else asked.span
            yield Hit(text.span(at), {"where": text.name, "problem": problem})
    for use in text.template.uses:
        promql = read[use.dot] if use.dot is not None and 0 <= use.dot < len(read) else None
        if promql is None or promql.tree is None or len(use.path) < _LABELS or use.path[0] != ".Labels":
            continue
        results = branches(promql.tree)
        reasons = [branch.gone(use.path[1]) for branch in results]
        why = next((reason for reason in reasons if reason is not None), None)
        if why is not None:
            values = {"where": text.name, "label": use.path[1], "by": why.by}
            yield Hit(text.span(use.span), values, "label")


def _read(asked: Asked) -> Promql | None:
    """Return the query as read; None when a function makes it."""
    if asked.text is None:
        return None
    if asked.formatted:
        tries = [_filled(asked.text, letter) for letter in ("x", "1")]
        read = [parse_promql(_unquoted(one)) for one in tries]
        return next((one for one in read if not one.errors), read[0])
    return parse_promql(_unquoted(asked.text))


def _filled(text: str, letter: str) -> str:
    def filled(match: re.Match[str]) -> str:
        verb = match.group()[-1]
        if verb == "q":
            return '"' + letter * (len(match.group()) - 2) + '"'
        return "%".ljust(len(match.group())) if verb == "%" else letter * len(match.group())

    return _VERB.sub(filled, text)


def _unquoted(text: str) -> str:
    return text.replace('\\"', '"').replace("\\\\", "\\") if "\\" in text else text
