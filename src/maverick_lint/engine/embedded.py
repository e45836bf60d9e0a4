"""What texts that stand in a file of another kind state: as if they were files, with places in the file around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maverick_lint.core.facts import Fact
from maverick_lint.core.record import field_names
from maverick_lint.core.source import Source
from maverick_lint.core.span import Place, Span
from maverick_lint.engine import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document, Reader


def facts_of_embedded(document: Document[Any], reader: Reader) -> Iterator[Fact]:
    """Yield the facts of the Dockerfiles in a document; their path is that of the file, `#` and where the text begins.

    What a script writes elsewhere (a configuration of nginx) is not there before it runs, and states nothing.
    """
    for kind, source in document.embedded:
        if kind != "dockerfile":
            continue
        inner = load.parse(kind, Source(source.path, source.text), reader)
        path = f"{source.path}#{source.outer(Span(0, 0)).start}"
        for fact in load.facts_of(inner):
            key = path if fact.key == source.path else fact.key
            value = _moved(fact.value, source)
            if getattr(value, "path", "") == source.path:
                names = field_names(value)
                value = type(value)(**{name: path if name == "path" else getattr(value, name) for name in names})
            yield Fact(fact.kind, key, value, _moved(fact.place, source))


def _moved(value: Any, source: Source) -> Any:  # noqa: ANN401 - any value that a fact may hold
    """Return a value whose places are those of the file around."""
    if isinstance(value, Place):
        return Place(source.path, source.outer(value.span))
    if isinstance(value, tuple):
        return tuple(_moved(item, source) for item in value)
    names = field_names(value)
    if names and not isinstance(value, type):
        return type(value)(**{name: _moved(getattr(value, name), source) for name in names})
    return value
