"""Loops that wait for a service, and what happens when it never gets well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.formats._deeds.acts import deed_of, may_probe
from maverick_lint.formats._shell import command_of, unwrapped
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.span import Place

_LEAVING: Final = frozenset({"exit", "return", "false"})
_ENDLESS: Final = frozenset({"true", ":", "[ 1 ]", "((1))"})
_LEAVES_BY_NAME: Final = re.compile(
    r"^(?:die|fail|abort|error_exit|bail|panic|fatal|rollback|roll_back)", re.IGNORECASE
)
_DEEPEST: Final = 6
_DEEPEST_HELPER: Final = 2


class Wait(NamedTuple):
    """A loop that waits, at its head; `stops` when the script goes no further unless the service got well."""

    place: Place
    stops: bool


def wait_of_loop(
    loop: syntax.Loop,
    after: syntax.Block,
    functions: Mapping[str, syntax.Function],
    *,
    errexit: bool,
) -> Wait | None:
    """Return the wait that a loop is, or None when it asks no service; `after` are the statements that follow it."""
    if not any(_probes(block) for block in (loop.condition, loop.body)):
        return None
    place = loop.head_place
    if _leaves_within(loop, functions) or _is_endless(loop):
        return Wait(place, stops=True)
    return Wait(place, stops=_is_checked(after, functions, errexit=errexit))


def _probes(block: syntax.Block) -> bool:
    return any(_is_probing(call) for call in calls_in(block))


def ends_in_probe(body: syntax.Block) -> bool:
    """Say whether the last thing that a try does is to ask, so that the loop fails when the last try does."""
    last = body[-1].node if body else None
    first = last.parts[0][1] if isinstance(last, syntax.AndOr) and last.parts[-1][0] == "&&" else last
    return isinstance(first, syntax.Call) and _is_probing(first)


def _is_probing(call: syntax.Call) -> bool:
    return bool(call.words) and any(may_probe(command) for command, _ in unwrapped(command_of(call)))


def _leaves_within(loop: syntax.Loop, functions: Mapping[str, syntax.Function]) -> bool:
    """Say whether the loop itself ends the script when its tries are used up: `exit 1` or the like inside."""
    return any(_is_leaving(call, functions) and not _leaves_well(call) for call in calls_in(loop.body))


def _is_endless(loop: syntax.Loop) -> bool:
    """Say whether only a healthy service ends the loop: no count, no other condition, no `break` but a probe's."""
    if loop.keyword not in ("while", "until"):
        return False
    if any(isinstance(item.node, syntax.AndOr | syntax.Test) for item in loop.condition) and not (
        len(loop.condition) == 1 and _probes_only(loop.condition[0].node)
    ):
        return False
    if _probes(loop.condition):
        return not any(call.words and _gives_up(call) for call in calls_in(loop.body))
    head = next(iter(calls_in(loop.condition)), None)
    endless = head is not None and bool(head.words) and head.words[0].text in _ENDLESS
    return endless and sum(1 for call in calls_in(loop.body) if call.words and call.words[0].text == "break") <= 1


def _gives_up(call: syntax.Call) -> bool:
    """Say whether a call ends the wait as if all were well: `break`, or `return` of the function that waits."""
    return call.words[0].text in ("break", "return") and not _fails_at(call)


def _fails_at(call: syntax.Call) -> bool:
    return call.words[0].text == "return" and not _leaves_well(call)


def _probes_only(node: syntax.Statement) -> bool:
    if isinstance(node, syntax.Test):
        return any(_probes(block) for block in node.inner)
    return False


def _is_checked(after: syntax.Block, functions: Mapping[str, syntax.Function], *, errexit: bool) -> bool:
    """Say whether what follows a loop, up to the switch, ends the script when the service is not well."""
    for item in after:
        node = item.node
        if isinstance(node, syntax.Loop):
            continue
        if any(_switches(call) for call in calls_in((item,))):
            return isinstance(node, syntax.If | syntax.AndOr) and _conditional_on_health(node)
        if leaves(node, functions):
            return True
        if errexit and isinstance(node, syntax.Call) and _is_probing(node):
            return True
        if errexit and isinstance(node, syntax.Test):
            return True
    return False


def _conditional_on_health(node: syntax.If | syntax.AndOr) -> bool:
    """Say whether the switch stands under a condition, as in `if [ "$healthy" = yes ]; then ... reload`."""
    if isinstance(node, syntax.If):
        return not any(_switches(call) for condition, _ in node.branches for call in calls_in(condition))
    first = node.parts[0][1]
    return isinstance(first, syntax.Test) or (isinstance(first, syntax.Call) and _is_probing(first))


def _switches(call: syntax.Call) -> bool:
    return bool(call.words) and any(deed_of(command) == "reload" for command, _ in unwrapped(command_of(call)))


def switches(node: syntax.Statement, functions: Mapping[str, syntax.Function]) -> bool:
    """Say whether a statement makes the proxy use its configuration, by itself or by a function that it calls."""
    for call in calls_in((syntax.Item(node),)):
        body = functions.get((call.words[0].text or "") if call.words else "")
        if _switches(call) or (body is not None and any(_switches(inner) for inner in calls_in(body.body))):
            return True
    return False


def leaves(node: syntax.Statement, functions: Mapping[str, syntax.Function]) -> bool:
    """Say whether a statement may end the script or function in failure."""
    return any(_is_leaving(call, functions) for call in calls_in((syntax.Item(node),)))


def fails(block: syntax.Block, functions: Mapping[str, syntax.Function]) -> bool:
    """Say whether a block always ends the script in failure: what it does before is a clean-up, and nothing follows."""
    if not block:
        return False
    last = block[-1].node
    if isinstance(last, syntax.Group) and not last.subshell:
        return fails(last.body, functions)
    if not isinstance(last, syntax.Call):
        return False
    # A function that may fail (`wait || ...`) is none that always does.
    body = functions.get((last.words[0].text or "") if last.words else "")
    if body is None:
        # `exit $?` after a command passes on how that one ended
        passes_on = len(last.words) == 2 and last.words[1].raw.strip('"') in ("$?", "${?}")  # noqa: PLR2004 - one argument
        return _is_leaving(last, {}) and not passes_on
    returns = any(call.words and call.words[0].text == "return" for call in calls_in(body.body))
    return not returns and fails(body.body, {})


def _is_leaving(call: syntax.Call, functions: Mapping[str, syntax.Function], depth: int = 0) -> bool:
    name = (call.words[0].text or "") if call.words else ""
    if name in _LEAVING or _LEAVES_BY_NAME.match(name):
        return not _leaves_well(call)
    body = functions.get(name)
    if body is None or depth >= _DEEPEST_HELPER:
        return False
    return any(_is_leaving(inner, functions, depth + 1) for inner in calls_in(body.body))


def _leaves_well(call: syntax.Call) -> bool:
    words = [word.text for word in call.words]
    return words in (["exit", "0"], ["return", "0"], ["return"])


def calls_in(block: syntax.Block, depth: int = 0) -> Iterator[syntax.Call]:
    """Yield the calls of a block and of all blocks in it, substitutions too, but not in functions defined there."""
    if depth > _DEEPEST:
        return
    for item in block:
        node = item.node
        if isinstance(node, syntax.Call):
            yield node
        for inner in blocks_in(node):
            yield from calls_in(inner, depth + 1)


def blocks_in(node: syntax.Statement) -> tuple[syntax.Block, ...]:  # noqa: PLR0911 - one line for each kind of statement
    """Return the blocks directly below a statement, in the order of the text."""
    if isinstance(node, syntax.Call | syntax.Test):
        return node.inner
    if isinstance(node, syntax.AndOr):
        return tuple((syntax.Item(part),) for _, part in node.parts)
    if isinstance(node, syntax.Pipeline):
        return tuple((syntax.Item(member),) for member in node.members)
    if isinstance(node, syntax.Not):
        return ((syntax.Item(node.node),),)
    if isinstance(node, syntax.If):
        pairs = [block for branch in node.branches for block in branch]
        return (*pairs, node.otherwise or ())
    if isinstance(node, syntax.Loop):
        return (*node.inner, node.condition, node.body)
    if isinstance(node, syntax.Case):
        return (*node.inner, *(body for _, body in node.arms))
    if isinstance(node, syntax.Group | syntax.Broken):
        return (node.body,)
    return ()
