"""Writes the files of a new rule: a rule whose examples fail until its check is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.engine.classify import kinds

if TYPE_CHECKING:
    from pathlib import Path

_RULE: Final = """\
id: {kind}/{name}
level: warning
profile: standard
title: What is wrong, in a few words
message: "`{{value}}` is wrong here; write something else"
why: >-
  What goes wrong in production when nobody finds this, and who is hurt by it.
remedy: >-
  What to write instead, as a person would say it.
needs: [{needs}]
equivalents: none
check: python
examples:
  - bad: |
      the shortest file that must be found
    findings: ["1:1 the"]
  - bad: |
      another way to be wrong
    findings: ["1:1 another"]
  - good: |
      the same file, repaired
  - good: |
      a file that a naive rule would flag
    trap: Why it is fine all the same.
"""

_CHECK: Final = '''\
"""{kind}/{name}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.finding import Hit
    from maverick_lint.core.rule import Options


def check(document: Document[Any], options: Options) -> Iterator[Hit]:
    """Yield a hit for each ..."""
    del document, options
    yield from ()
'''


def create(root: Path, kind: str, name: str) -> list[Path]:
    """Write the rule file and the check of `kind`/`name` below a checkout and return their paths.

    Raises ValueError when the id is malformed or the rule exists.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind):
        message = f"`{kind}/{name}` is no id; ids are in kebab-case, as in compose/latest-tag"
        raise ValueError(message)
    rule = root / "rules" / kind / f"{name}.yaml"
    check = root / "src" / "maverick_lint" / "checks" / kind.replace("-", "_") / f"{name.replace('-', '_')}.py"
    if rule.exists() or check.exists():
        message = f"{kind}/{name} exists"
        raise ValueError(message)
    for path in (rule, check):
        path.parent.mkdir(parents=True, exist_ok=True)
    package = check.parent / "__init__.py"
    if not package.exists():
        package.write_text(f'"""Checks of the {kind} rules."""\n')
    rule.write_text(_RULE.format(kind=kind, name=name, needs=kind if kind in kinds() else "stack"))
    check.write_text(_CHECK.format(kind=kind, name=name))
    return [rule, check]
