"""Follows a script in the order in which it runs, and tells what it does to a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.core.facts.flow import Act
from maverick_lint.core.record import record, replace
from maverick_lint.formats._deeds.acts import deed_of, edits_by_redirect, executed, may_probe
from maverick_lint.formats._deeds.loops import ends_in_probe, fails, leaves, switches, wait_of_loop
from maverick_lint.formats._deeds.strictness import from_words, options_of
from maverick_lint.formats._deeds.traps import ends_script, guards
from maverick_lint.formats._shell import command_of, scripts_in, unwrapped
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEEPEST_CALL: Final = 4
_JUST_DONE: Final = frozenset({"sleep", "echo", "printf", "cd", ":", "true", "wait", "set", "date"})
_MOST_STEPS: Final = 20_000


def acts_of(script: syntax.Script, functions: Mapping[str, syntax.Function], *, errexit: bool) -> Iterator[Act]:
    """Yield what a script does, functions followed; `errexit` says that its shell ends at the first failure."""
    return _Walk(functions, errexit=errexit).block(script.body, _Context(script))


@record
class _Context:
    """Where a statement stands: in the background, its failure looked at or thrown away, under a condition."""

    script: syntax.Script
    background: bool = False
    checked: bool = False
    ignored: bool = False
    guarded: bool = False
    depth: int = 0


class _After(NamedTuple):
    """What follows a part of a list: a switch of traffic behind `&&`, and the statement behind the next `||`."""

    guards: bool
    rescue: syntax.Statement | None


class _Walk:
    """One walk over a script; `errexit` holds from the `set -e` that switches it on."""

    def __init__(self, functions: Mapping[str, syntax.Function], *, errexit: bool) -> None:
        self._functions = functions
        self._errexit = errexit
        self._steps = 0

    def block(self, block: syntax.Block, context: _Context) -> Iterator[Act]:
        for number, item in enumerate(block):
            self._steps += 1
            if self._steps > _MOST_STEPS:
                return
            inside = replace(context, background=True) if item.background else context
            if isinstance(item.node, syntax.Loop):
                yield from self._loop(item.node, block[number + 1 :], inside)
            else:
                yield from self._statement(item.node, inside)

    def _statement(self, node: syntax.Statement, context: _Context) -> Iterator[Act]:
        if isinstance(node, syntax.Call):
            yield from self._call(node, context)
        elif isinstance(node, syntax.AndOr):
            yield from self._and_or(node, context)
        elif isinstance(node, syntax.If):
            yield from self._if(node, context)
        elif isinstance(node, syntax.Pipeline):
            for member in node.members:
                yield from self._statement(member, context)
        elif isinstance(node, syntax.Not):
            yield from self._statement(node.node, replace(context, checked=True))
        elif isinstance(node, syntax.Loop):
            yield from self._loop(node, (), context)
        else:
            inside = replace(context, guarded=True) if isinstance(node, syntax.Case) else context
            for block in _blocks_of(node):
                yield from self.block(block, inside)

    def _and_or(self, node: syntax.AndOr, context: _Context) -> Iterator[Act]:
        guarded = False  # by a part before it that only asks: `[ -f x ] && ...`, `docker inspect app && ...`
        for part, after in zip(node.parts, self._after(node), strict=True):
            if fails((syntax.Item(part[1]),), self._functions):
                continue
            inside = replace(context, guarded=context.guarded or guarded)
            guarded = guarded or _asks(part[1])
            if after is not None:
                # `probe && x` alone: its failure is passed over, but x does not happen.
                stops = after.rescue is None or leaves(after.rescue, self._functions)
                checked = after.guards or (after.rescue is not None and stops) or context.checked
                ignored = context.ignored or not (stops and checked)
                rescued = inside.guarded or after.rescue is not None
                inside = replace(context, checked=checked, ignored=ignored, guarded=rescued)
            yield from self._statement(part[1], inside)

    def _after(self, node: syntax.AndOr) -> list[_After | None]:
        """Return for each part of a list what follows it; None for the last one."""
        found: list[_After | None] = [None]
        guards, rescue = False, None
        for operator, part in reversed(node.parts[1:]):
            guards = guards or (operator == "&&" and switches(part, self._functions))
            rescue = part if operator == "||" else rescue
            found.append(_After(guards, rescue))
        return found[::-1]

    def _if(self, node: syntax.If, context: _Context) -> Iterator[Act]:
        bodies = [body for _, body in node.branches]
        everything = [*bodies, node.otherwise or ()]
        stops = any(leaves(item.node, self._functions) for body in everything for item in body)
        switched = any(switches(item.node, self._functions) for body in everything for item in body)
        checked = stops or switched
        inside = replace(context, checked=checked, ignored=context.ignored or not checked)
        branch = replace(context, guarded=True)
        for condition, body in node.branches:
            yield from self.block(condition, replace(inside, guarded=True))
            if not fails(body, self._functions):
                yield from self.block(body, branch)
        if node.otherwise is not None and not fails(node.otherwise, self._functions):
            yield from self.block(node.otherwise, branch)

    def _loop(self, node: syntax.Loop, after: syntax.Block, context: _Context) -> Iterator[Act]:
        wait = wait_of_loop(node, after, self._functions, errexit=self._errexit)
        if wait is None:
            for block in (*node.inner, node.condition, node.body):
                yield from self.block(block, replace(context, guarded=True))
            return
        quiet = replace(context, checked=True)
        for block in (node.condition, node.body):
            yield from (act for act in self.block(block, quiet) if act.deed != "wait")
        # `for ...; do sleep 1; probe && break; done || exit 1`: the last try is the loop's own status
        stops = wait.stops or (context.checked and ends_in_probe(node.body))
        yield Act("wait", wait.place, stops=stops and not context.ignored, background=context.background)

    def _call(self, call: syntax.Call, context: _Context) -> Iterator[Act]:
        for block in call.inner:
            yield from self.block(block, context)
        if not call.words:
            return
        stops = not context.ignored and (context.checked or self._errexit)
        function = self._functions.get(call.words[0].text or "")
        if function is not None and context.depth < _DEEPEST_CALL:
            # Inside, a failing statement ends the function; what becomes of that is decided by its caller.
            for act in self.block(function.body, replace(context, depth=context.depth + 1)):
                yield replace(act, stops=act.stops and stops) if act.deed == "wait" else act
            return
        if edits_by_redirect(call):
            yield Act("edit", call.place, background=context.background)
        for command, offset in unwrapped(command_of(call)):
            deed = deed_of(command) or ("wait" if may_probe(command) else None)
            if deed is None and (inner := executed(command)) is not None:
                deed, command = deed_of(inner), inner  # noqa: PLW2901 - what runs in the container
            if deed is None and guards(command, self._functions):
                deed = "guard"
            self._errexit = self._errexit or ends_script(command, self._functions)
            if deed is not None:
                yield Act(deed, command.place, command, stops, context.background, context.guarded)
            for script in scripts_in(context.script, call, command, offset) if context.depth < _DEEPEST_CALL else ():
                yield from self._inside(script, replace(context, script=script, depth=context.depth + 1), command.name)
        if call.words[0].text == "set":
            self._set([word.text or "" for word in call.words[1:]])

    def _set(self, words: list[str]) -> None:
        if "errexit" in from_words(words):
            self._errexit = True
        elif any(word.startswith("+") and "e" in word for word in words) or "+o errexit" in " ".join(words):
            self._errexit = False

    def _inside(self, script: syntax.Script, context: _Context, program: str) -> Iterator[Act]:
        """Yield the acts of a script in a script; another shell, here or on a server, has options of its own."""
        outer = self._errexit
        if program != "eval":
            self._errexit = "errexit" in options_of(script).names
        yield from self.block(script.body, context)
        self._errexit = outer


def _asks(node: syntax.Statement) -> bool:
    """Say whether a statement only asks something, so that what follows it with `&&` stands under a condition."""
    if not isinstance(node, syntax.Call) or not node.words:
        return isinstance(node, syntax.Test | syntax.Pipeline | syntax.Not)
    if node.words[0].text in _JUST_DONE:
        return False
    return all(deed_of(command) is None for command, _ in unwrapped(command_of(node)))


def _blocks_of(node: syntax.Statement) -> tuple[syntax.Block, ...]:
    if isinstance(node, syntax.Case):
        return tuple(body for _, body in node.arms)
    if isinstance(node, syntax.Test):
        return node.inner
    return (node.body,) if isinstance(node, syntax.Group | syntax.Broken) else ()
