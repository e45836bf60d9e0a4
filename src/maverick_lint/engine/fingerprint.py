"""A name for each finding that stays the same when lines move."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maverick_lint.core.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.check import Sources

_LONGEST = 2000


def with_fingerprints(findings: Iterable[Finding], sources: Sources) -> Iterator[Finding]:
    """Yield the findings with their fingerprints: rule, path, way in the document, the line's text, and a count.

    The count tells findings apart that are alike in all of these; it follows the order of the file.
    """
    import hashlib  # only where there are findings

    seen: Counter[str] = Counter()
    for finding in findings:
        source = sources.source(finding.location.path)
        line = source.line_span(finding.location.start.line)
        text = " ".join(source.text[line.start : min(line.end, line.start + _LONGEST)].split())
        parts = (finding.rule, finding.location.path, finding.structure, text)
        digest = hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]
        yield replace(finding, fingerprint=f"{digest}:{seen[digest]}")
        seen[digest] += 1
