"""A TOML file: its values, and where its keys stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maverick_lint.core.record import record
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@record
class Toml:
    """A file that was read.

    data   its values
    spans  the span of each table's name and of each key at the start of a line, by dotted path ("tool.ruff.lint")
    """

    data: Mapping[str, Any]
    spans: Mapping[str, Span]

    def at(self, *keys: str) -> Any:  # noqa: ANN401 - a TOML value may be anything
        """Follow keys from the root; None where one leads nowhere."""
        value: Any = self.data
        for key in keys:
            if not isinstance(value, dict) or key not in value:
                return None
            value = value[key]
        return value

    def table(self, *keys: str) -> Mapping[str, Any]:
        """Return the table under these keys; {} where there is none."""
        value = self.at(*keys)
        return value if isinstance(value, dict) else {}

    def span(self, *keys: str) -> Span:
        """Return where a table or key is named: itself, else the nearest table around it, else the start."""
        for length in range(len(keys), 0, -1):
            found = self.spans.get(".".join(keys[:length]))
            if found is not None:
                return found
        prefix = ".".join(keys) + "."
        below: Iterator[Span] = (span for name, span in self.spans.items() if name.startswith(prefix))
        return next(below, Span(0, 0))
