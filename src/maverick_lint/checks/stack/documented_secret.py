"""stack/documented-secret: the secrets that workflows read are those that the documentation asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.documents import DocumentFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.secret_uses import secret_uses

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from maverick_lint.core.facts.documents import SecretList
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_LIKE: Final = 0.8
_FEW: Final = 2


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each secret of a workflow that no document names, where one lists the secrets of workflows."""
    documents = stack.every(DocumentFact)
    used = secret_uses(stack) if documents else {}
    lists = [one for document in documents for one in document.secrets if _is_of_workflows(one, used)]
    if not lists:
        return
    named = {name.upper() for document in documents for name in document.names}
    listed = [name for one in lists for name in one.names]
    for name, place in used.items():
        if name in named:
            continue
        left = [one for one in listed if one not in used]
        close = close_matches(name, left, 1, _LIKE)
        at = next((one for one in lists if close and close[0] in one.names), lists[0])
        hint = f"; it names `{close[0]}`, which no workflow reads" if close else ""
        values = {"name": name, "path": at.place.path, "hint": hint}
        yield Hit(place, values, related=(Related(at.place, "lists the secrets"),))


def _is_of_workflows(one: SecretList, used: Container[str]) -> bool:
    """Say whether a list is one of the secrets that workflows read: two of them, or most of it."""
    shared = sum(name in used for name in one.names)
    return shared >= _FEW or (shared > 0 and shared * 2 >= len(one.names))
