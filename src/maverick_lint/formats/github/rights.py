"""What the calls of GitHub's REST interface in a script need of the token, as `dev/github_rights.py` made the table."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._tables import beside

if TYPE_CHECKING:
    from collections.abc import Iterator

# A call in a script of actions/github-script, with `rest` or, in its first versions, without.
_CALL: Final = re.compile(r"\bgithub\.(?:rest\.)?(\w{1,40})\.(\w{1,60})\(")
# A comment on a pull request is one on an issue: either right will do.
_EITHER: Final = ("issues", "pull-requests")


def rest_calls(script: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Yield the calls that change the repository: start, end, the method, and the scopes of which one is needed."""
    for match in _CALL.finditer(script):
        name = f"{match[1]}.{match[2]}"
        scope = _scopes().get(name)
        line = script[script.rfind("\n", 0, match.start()) + 1 : match.start()].lstrip()
        if scope is not None and not line.startswith(("//", "*", "/*")):
            either = match[1] == "issues" and match[2] != "create"
            yield match.start(), match.end() - 1, name, _EITHER if either else (scope,)


@lru_cache(maxsize=1)
def _scopes() -> dict[str, str]:
    table = json.loads(beside(__file__, "rights.json"))["write"]
    return {name: scope for scope, names in table.items() for name in names.split()}
