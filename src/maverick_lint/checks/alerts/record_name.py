"""Recording rules are named level:metric:operations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each name of a recording rule that the pattern does not match."""
    pattern = re.compile(options["pattern"])
    for _, rule in document.model.rules():
        if rule.kind == "record" and pattern.fullmatch(rule.name.raw) is None and "{{" not in rule.name.raw:
            yield Hit(rule.name, {"name": rule.name.raw})
