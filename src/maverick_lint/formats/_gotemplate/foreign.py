"""Whether the actions in a text are those of its own program, or must be filled in before it is read.

Alerts and notifications hold actions of Go templates in their texts, and Helm, Ansible and others make such files from
templates of theirs. A file that is no YAML is only excused when something else is to fill it in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRING: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|\'(?:[^\'\\\n]|\\.)*\'|/\*.*?\*/', re.DOTALL)
_WORD: Final = re.compile(r"(?<![\w$.])[A-Za-z_]\w*")
_HELM: Final = re.compile(r"\.(?:Values|Release|Chart|Template|Files|Capabilities|Subcharts)\b")
# The words and functions of every Go template (text/template of Go 1.25, read 2026-11).
_LISTED: Final = (
    "if else end range with define template block break continue nil true false and or not eq ne lt le gt ge len index "
    "slice print printf println html js urlquery call"
)
_WORDS: Final = frozenset(_LISTED.split())
_LONGEST: Final = 2_000


def is_foreign(text: str, functions: Iterable[str]) -> bool:
    """Say whether a text holds template tags that are not those of a program with these functions."""
    if "{%" in text:
        return True
    known = _WORDS.union(functions)
    position = 0
    while (start := text.find("{{", position)) >= 0:
        end = text.find("}}", start)
        position = end + 2 if end >= 0 else len(text)
        # An action without an end is broken by whatever broke the file.
        if end >= 0 and not text.startswith("$", start - 1) and not _is_own(text[start + 2 : end][:_LONGEST], known):
            return True
    return False


def _is_own(action: str, known: frozenset[str]) -> bool:
    bare = _STRING.sub(" ", action.replace('\\"', '"')).strip("- \t\r\n")
    written = action.strip("- \t\r\n")
    if written.startswith(('"{{', "'{{", "`{{")) or (written and not bare):
        return written.startswith("/*")  # a text alone is written so that another program leaves it
    return _HELM.search(bare) is None and all(word in known for word in _WORD.findall(bare))
