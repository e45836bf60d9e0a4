"""Reads Prometheus configurations and rule files."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._yaml import Parsed
    from maverick_lint.formats.prometheus.model import Prometheus, RuleFile
    from maverick_lint.formats.prometheus.web import Web

# Nobody reads more, and each costs a search for the nearest word.
_FAULTS: Final = 500


def parse(
    source: Source,
    kind: str,
    reader: Reader,  # noqa: ARG001 - the signature of every format
) -> Document[Prometheus | RuleFile | Web | None]:
    """Return the document of a file of any of the kinds; the model is None when it could not be understood."""
    parsed = read_yaml(source, "go", template=_is_foreign if kind == "prometheus-rules" else None)
    root = parsed.root
    errors: list[ParseError] = list(parsed.errors)
    if root is None or parsed.templated:
        return _document(parsed, kind, None, errors)
    if not root.is_map:
        errors.append(ParseError(root.span, "must be a mapping at its top, and this is none"))
        return _document(parsed, kind, None, errors)
    errors.extend(_later(parsed.roots[1:]))
    model: Prometheus | RuleFile | Web
    if kind == "prometheus-web":
        from maverick_lint.formats.prometheus.web import Web, web_faults

        model = Web(root)
        errors.extend(islice(web_faults(root), _FAULTS))
    elif kind == "prometheus":
        from maverick_lint.formats.prometheus import config

        model = config.read(root)
        errors.extend(islice(config.faults(source, model), _FAULTS))
    else:
        from maverick_lint.formats.prometheus import rules

        model = rules.read(source, root)
        errors.extend(islice(rules.faults(source, root, model), _FAULTS))
    return _document(parsed, kind, model, errors)


def _is_foreign(text: str) -> bool:
    """Say whether a rule file is to be filled in first; the templates of its own alerts are texts to YAML."""
    from maverick_lint.formats._gotemplate.foreign import is_foreign  # only for a file that is no YAML
    from maverick_lint.formats.prometheus.rules import FUNCTIONS

    return is_foreign(text, FUNCTIONS)


def _later(roots: Iterable[Node]) -> Iterable[ParseError]:
    for root in roots:
        span = Span(root.span.start, min(root.span.start + 1, root.span.end)) if root.children else root.span
        yield ParseError(span, "a second YAML document: Prometheus reads the first one and passes over the rest")


def _document(
    parsed: Parsed, kind: str, model: Prometheus | RuleFile | Web | None, errors: list[ParseError]
) -> Document[Prometheus | RuleFile | Web | None]:
    return Document(
        parsed.source,
        kind,
        model,
        tree=parsed.root,
        errors=tuple(errors),
        comments=parsed.comments,
        scopes=parsed.scopes,
    )
