"""A command looks like a JSON array and is none."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_FORMS: Final = frozenset({"RUN", "CMD", "ENTRYPOINT", "SHELL", "VOLUME", "COPY", "ADD", "HEALTHCHECK"})
# A list of words between brackets; a test of the shell has a blank behind its bracket and no comma between words.
_LIST: Final = re.compile(r"""\[\s*(?:'[^']*'|"[^"]*"|[\w./:-]+)\s*(?:,|"|'|\]\Z)""")
_LONGEST: Final = 4096


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each rest of an instruction that is written as an array and that no JSON parser reads."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name in _FORMS and not instruction.json and not instruction.heredocs:
            problem = _problem(instruction)
            if problem:
                yield Hit(instruction.rest_span, {"problem": problem})


def _problem(instruction: Instruction) -> str:
    """Return why a text that is meant as an array is none; "" for what is meant as something else."""
    rest = instruction.rest
    if not rest.startswith("[") or not rest.endswith("]") or len(rest) > _LONGEST or _LIST.match(rest) is None:
        return ""
    if "," not in rest and not rest.startswith(("['", '["')):
        return ""
    try:
        json.loads(rest)
    except ValueError:
        if "'" in rest and '"' not in rest:
            return "single quotes"
        if rest[:-1].rstrip().endswith(","):
            return "a comma before the bracket"
        return "words without double quotes" if '"' not in rest else "a comma or a quote is missing"
    return ""
