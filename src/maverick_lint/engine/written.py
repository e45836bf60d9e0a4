"""What configurations state that a script writes when it runs, at their places in the script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.record import field_names, replace
from maverick_lint.core.source import Source
from maverick_lint.core.span import Place
from maverick_lint.engine.load import facts_of, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of a text that stands in a script, what it hands requests to is sure; what it listens on may be anywhere.
_KINDS: Final = frozenset({"upstream", "proxy"})


class _Alone:
    """Reads nothing: what a script writes has no files beside it."""

    def read(self, path: str) -> Source | None:  # noqa: ARG002 - the signature of every reader
        """Return nothing."""
        return None

    def paths(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()


def facts_of_written(kind: str, source: Source) -> Iterator[Fact]:
    """Yield what a text states that a script writes; `source` knows where its characters stand in the script."""
    document = parse(kind, Source(source.path, source.text), _Alone())
    for fact in facts_of(document):
        if fact.kind in _KINDS:
            yield Fact(fact.kind, fact.key, _moved(fact.value, source), _moved(fact.place, source))


def _moved(value: Any, source: Source) -> Any:  # noqa: ANN401 - any value of a fact
    """Return a value with each place in it moved to where it is in the script."""
    if isinstance(value, Place):
        return Place(value.path, source.outer(value.span)) if value.path == source.path else value
    if isinstance(value, tuple):
        return tuple(_moved(one, source) for one in value)
    names = field_names(value)
    return replace(value, **{name: _moved(getattr(value, name), source) for name in names}) if names else value
