"""JSON Schema at a node: every violation, at the node that it is about.

jsonschema-rs validates; of the branches of a oneOf or anyOf the error of the one that fits best is shown.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from maverick_lint.core.record import record
from maverick_lint.select.data import TooLargeError, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.node import Node


@record
class Violation:
    """A demand of a schema that a node does not meet.

    keyword  the keyword that failed ("type", "required", "additionalProperties", "enum" ...)
    detail   what it says about: the missing or unknown key, "" for others
    """

    node: Node
    message: str
    keyword: str
    detail: str = ""


def violations(schema: Any, node: Node) -> Iterator[Violation]:  # noqa: ANN401 - a schema is any JSON
    """Yield what a node violates, in the order of the validator; nothing for a tree too large to expand."""
    try:
        data = plain(node)
    except TooLargeError:
        return
    for error in _validator(json.dumps(schema, sort_keys=True)).iter_errors(data):
        yield from _violation(best(error), node)


def best(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Return the most telling error below a oneOf or anyOf: the deepest, of branches whose type fits."""
    context = getattr(error.kind, "context", None)
    if not context:
        return error
    depth = len(error.instance_path)
    fitting = [branch for branch in context if not _wrong_type(branch, depth)] or context
    candidates = [best(inner) for branch in fitting for inner in branch[:1]]
    if len(fitting) != 1 and not any(len(candidate.instance_path) > depth for candidate in candidates):
        return error
    return max(candidates, key=lambda candidate: len(candidate.instance_path), default=error)


def _wrong_type(branch: Sequence[jsonschema_rs.ValidationError], depth: int) -> bool:
    return any(keyword_of(inner) in ("type", "const", "enum") and len(inner.instance_path) == depth for inner in branch)


def keyword_of(error: jsonschema_rs.ValidationError) -> str:
    """Return the keyword that failed."""
    last = error.schema_path[-1] if error.schema_path else ""
    return next((str(step) for step in reversed(error.schema_path) if isinstance(step, str)), str(last))


@lru_cache(maxsize=256)
def _validator(schema: str) -> Any:  # noqa: ANN401 - the library names its validators by draft
    return jsonschema_rs.validator_for(json.loads(schema))


def _violation(error: jsonschema_rs.ValidationError, root: Node) -> Iterator[Violation]:
    node = root.at(*error.instance_path) or root
    keyword = keyword_of(error)
    unexpected = getattr(error.kind, "unexpected", None)
    if keyword in ("additionalProperties", "unevaluatedProperties") and unexpected:
        for name in unexpected:
            child = node.get(name)
            at = child.key if child is not None and child.key is not None else node
            yield Violation(at, f"unknown key `{name}`", keyword, name)
        return
    missing = str(getattr(error.kind, "property", "")) if keyword == "required" else ""
    message = f"the key `{missing}` is missing" if missing else error.message
    yield Violation(node, message, keyword, missing)
