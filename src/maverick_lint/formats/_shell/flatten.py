"""Every simple command of a script, with what becomes of its failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.command import Command
from maverick_lint.core.record import record, replace
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._shell import model
from maverick_lint.formats._shell.nested import quoted_source
from maverick_lint.formats._shell.script import script_of, script_with
from maverick_lint.formats._shell.wrappers import inner_of, reads_script, script_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.source import Source

_SUCCEEDS: Final = frozenset({"true", ":", "echo", "printf"})
_DEEPEST_NESTING: Final = 2
_DEEPEST_WRAPPING: Final = 8


@record
class _State:
    """What the statements around a command say of it."""

    ignored: bool = False
    condition: bool = False
    background: bool = False


def commands_of(
    source: Source,
    variables: Mapping[str, str] | None = None,
    *,
    pipefail: bool = False,
) -> tuple[Command, ...]:
    """Return every simple command that a script may reach, in the order of the text.

    A command that runs another (`sudo X`, `sh -c '...'`) comes before it, and both are given. `variables` are those
    that the script's environment is known to set; `pipefail` says that the caller has set that option.
    """
    return commands_in(script_of(source, variables), pipefail=pipefail)


def commands_in(script: model.Script, *, pipefail: bool = False, depth: int = 0) -> tuple[Command, ...]:
    """Return the commands of a script already read, as `commands_of` does."""
    pipefail = pipefail or "pipefail" in " ".join(script.shebang)
    return tuple(_Flattening(script, depth, pipefail=pipefail).block(script.body, _State()))


class _Flattening:
    """One walk over a script; it remembers whether `pipefail` has been set so far."""

    def __init__(self, script: model.Script, depth: int, *, pipefail: bool) -> None:
        self._script = script
        self._depth = depth
        self._pipefail = pipefail
        # After `set +e` a failure is passed over, but that of the last command, and unless the script looks at it.
        self._lenient = False
        asks = any(sign in script.source.text for sign in ("$?", "PIPESTATUS", "${?"))
        self._last = script.body[-1].node.place.span if script.body and not asks else None

    def block(self, block: model.Block, state: _State) -> Iterator[Command]:
        for item in block:
            yield from self._statement(item.node, replace(state, background=True) if item.background else state)

    def _statement(self, node: model.Statement, state: _State) -> Iterator[Command]:
        if isinstance(node, model.Call):
            yield from self._call(node, state)
        elif isinstance(node, model.AndOr):
            yield from self._and_or(node, state)
        elif isinstance(node, model.Pipeline):
            for member in node.members[:-1]:
                yield from self._statement(member, state if self._pipefail else replace(state, ignored=True))
            yield from self._statement(node.members[-1], state) if node.members else ()
        elif isinstance(node, model.Not):
            yield from self._statement(node.node, replace(state, condition=True))
        elif isinstance(node, model.Test):
            yield from self._blocks(node.inner, state)
        else:
            yield from self._compound(node, state)

    def _compound(self, node: model.Statement, state: _State) -> Iterator[Command]:
        if isinstance(node, model.If):
            for condition, body in node.branches:
                yield from self.block(condition, replace(state, condition=True))
                yield from self.block(body, state)
            yield from self.block(node.otherwise or (), state)
        elif isinstance(node, model.Loop):
            yield from self._blocks(node.inner, state)
            yield from self.block(node.condition, replace(state, condition=True))
            yield from self.block(node.body, state)
        elif isinstance(node, model.Case):
            yield from self._blocks(node.inner, state)
            for _, body in node.arms:
                yield from self.block(body, state)
        elif isinstance(node, model.Group | model.Function | model.Broken):
            yield from self.block(node.body, state)

    def _blocks(self, blocks: tuple[model.Block, ...], state: _State) -> Iterator[Command]:
        for block in blocks:
            yield from self.block(block, state)

    def _and_or(self, node: model.AndOr, state: _State) -> Iterator[Command]:
        parts = node.parts
        saved = max((n for n, (operator, part) in enumerate(parts) if operator == "||" and _succeeds(part)), default=0)
        for number, (_, part) in enumerate(parts):
            inside = replace(state, condition=True) if number < len(parts) - 1 else state
            yield from self._statement(part, replace(inside, ignored=True) if number < saved else inside)

    def _call(self, call: model.Call, state: _State) -> Iterator[Command]:
        if call.words:
            ignored = state.ignored or (self._lenient and not self._is_last(call) and not state.condition)
            command = command_of(call, ignored=ignored, condition=state.condition, background=state.background)
            self._note_options(command)
            for one, offset in unwrapped(command):
                yield one
                for script in scripts_in(self._script, call, one, offset) if self._depth < _DEEPEST_NESTING else ():
                    yield from self._nested(script, one)
        yield from self._blocks(call.inner, state)

    def _is_last(self, call: model.Call) -> bool:
        return self._last is None or self._last.start <= call.place.span.start

    def _note_options(self, command: Command) -> None:
        if command.name == "set" and ("+e" in command.arguments or "-e" in command.arguments):
            self._lenient = "+e" in command.arguments
        if command.name in ("set", "shopt") and "pipefail" in command.arguments:
            self._pipefail = "+o" not in command.arguments

    def _nested(self, script: model.Script, command: Command) -> Iterator[Command]:
        pipefail = "pipefail" in command.arguments
        for inner in commands_in(script, pipefail=pipefail, depth=self._depth + 1):
            yield replace(
                inner,
                ignored=inner.ignored or command.ignored,
                condition=inner.condition or command.condition,
                background=inner.background or command.background,
                remote=inner.remote or command.remote or command.name == "ssh",
            )


def command_of(
    call: model.Call, *, ignored: bool = False, condition: bool = False, background: bool = False
) -> Command:
    """Return the fact of a call that has words."""
    assigned = tuple((one.name, None if one.value is None else one.value.text) for one in call.assignments)
    own = () if call.keyword else assigned
    return Command(call.words, call.place, own, ignored=ignored, condition=condition, background=background)


def unwrapped(command: Command) -> Iterator[tuple[Command, int]]:
    """Yield a command and those that it runs in its turn, each with the number of its first word in the first."""
    offset = 0
    yield command, offset
    for _ in range(_DEEPEST_WRAPPING):
        texts = [word.text for word in command.words]
        inner = inner_of(texts)
        if inner is None or (command.name == "ssh" and script_word(texts, [word.raw for word in command.words])):
            return
        words = command.words[inner.start :]
        start = words[0].place.span.start
        place = Place(command.place.path, Span(start, max(command.place.span.end, start)))
        remote = command.remote or command.name == "ssh"
        assigned = (*command.assigned, *inner.assigned)
        command = replace(command, words=words, place=place, assigned=assigned, remote=remote)
        offset += inner.start
        yield command, offset


def scripts_in(script: model.Script, call: model.Call, command: Command, offset: int) -> Iterator[model.Script]:
    """Yield the scripts that a command of a call is given: in a word (`sh -c '...'`), or as a here-document."""
    texts = [word.text for word in command.words]
    number = script_word(texts, [word.raw for word in command.words])
    if number is not None and offset + number < len(call.spans):
        source = quoted_source(script.source, call.spans[offset + number])
        if source is not None:
            yield script_with(source, script.variables)
    if reads_script(texts):
        for redirect in call.redirects:
            if redirect.body is not None:
                yield script_with(redirect.body, script.variables)


def _succeeds(node: model.Statement) -> bool:
    """Say whether a statement cannot fail."""
    if isinstance(node, model.Call):
        return bool(node.words) and node.words[0].text in _SUCCEEDS
    if isinstance(node, model.Group):
        return bool(node.body) and all(_succeeds(item.node) for item in node.body)
    return False
