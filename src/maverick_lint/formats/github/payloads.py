"""What `github.event` holds under each event, as `dev/github_payloads.py` makes it of GitHub's own description."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.formats._tables import beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Events whose payload is that of another one.
_SAME: Final = {"pull_request_target": "pull_request", "pull_request_comment": "issue_comment"}
_OF_CALLER: Final = ("workflow_call",)
# What every payload may hold besides: who the event concerns, and GitHub's own additions in Actions.
_ALWAYS: Final = {"repository": "?", "organization": "?", "enterprise": "?", "sender": "?", "installation": "?"}
_SCHEDULE: Final = {"schedule": "f", "workflow": "f", **_ALWAYS}


def payload_kind(event: str, path: Sequence[str]) -> str | None:
    """Return the kind of a property of an event's payload, None when it has none such; "?" when that is not known.

    A kind is f (a number, a date, a word of GitHub's own, a commit), s (an address, a login), a (any text), { for an
    object or [ for a list. `path` is what follows `github.event`, in lower case; `*` stands for the items of a list.
    """
    kind: str | int = _start(event)
    for index, name in enumerate(path):
        listed = str(kind).startswith("[")
        if listed and (name == "*" or name.isdecimal()):
            kind = _unlisted(kind)
            continue
        kind = _unlisted(kind) if listed else kind
        if kind == "?" or name == "*":
            return "?"
        if str(kind) in "fsa":
            return None
        shape = _shape(int(kind))
        if name not in shape:
            return "?" if "*" in shape or (index == 0 and name in _ALWAYS) else None
        kind = shape[name]
    return str(kind) if str(kind) in ("f", "s", "a", "?") else "[" if str(kind).startswith("[") else "{"


def known_names(event: str, path: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the properties below a path of an event's payload; () where they are not known."""
    kind: str | int = _start(event)
    for name in path:
        if str(kind) in "fsa?":
            return ()
        kind = _unlisted(kind)
        if name != "*":
            kind = _shape(int(kind)).get(name, "?") if str(kind).isdecimal() else "?"
    kind = _unlisted(kind)
    return tuple(_shape(int(kind))) if str(kind).isdecimal() else ()


def kind_under(events: Iterable[str], path: Sequence[str]) -> str | None:
    """Return the widest kind of a property under any of the events; None when no event has it.

    A workflow that others call runs under the events of its callers; all of them then are asked.
    """
    known = [event for event in events if event not in _OF_CALLER]
    found = [kind for event in known or _table()["events"] if (kind := payload_kind(event, path)) is not None]
    return max(found, key="fs[{a?".index, default=None)


def _start(event: str) -> str | int:
    if event == "schedule":
        return -1
    start: str | int = _table()["events"].get(_SAME.get(event, event), "?")
    return start


def _unlisted(kind: str | int) -> str | int:
    return str(kind).lstrip("[") if isinstance(kind, str) else kind


@lru_cache(maxsize=256)
def _shape(number: int) -> dict[str, str]:
    if number < 0:
        return dict(_SCHEDULE)
    return dict(pair.rsplit(":", 1) for pair in _table()["shapes"][number].split())


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(beside(__file__, "payloads.json"))
    return table
