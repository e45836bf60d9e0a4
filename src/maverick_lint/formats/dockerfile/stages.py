"""Cuts a Dockerfile into stages and follows its variables and shells.

Source: Dockerfile reference, "Understand how ARG and FROM interact", "Scope", "Using ARG variables" (2026-08): ENV wins
over ARG whatever the order, a stage built on another one knows that one's variables, an ARG without a default takes
the value of a global one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.dockerfile.expand import expand, names_in
from maverick_lint.formats.dockerfile.instruction import DEFAULT_SHELL
from maverick_lint.formats.dockerfile.model import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.formats.dockerfile.instruction import Instruction

# Filled in by the builder for each platform, so that nothing is known of them.
PLATFORM: Final = frozenset(
    f"{side}{part}" for side in ("BUILD", "TARGET") for part in ("PLATFORM", "OS", "OSVERSION", "ARCH", "VARIANT")
)
_WINDOWS_ESCAPE: Final = "`"
_FROM_WORDS: Final = 3


class _Scope:
    """Variables at a point of a stage; a mapping once handed out is never changed."""

    def __init__(self, known: dict[str, str | None], env: frozenset[str], shell: tuple[str, ...]) -> None:
        self.known = known
        self.env = env
        self.shell = shell

    def enter(self, instruction: Instruction, given: dict[str, str | None]) -> None:
        """Give an instruction what is known before it, then take in what it changes."""
        instruction.variables = self.known
        instruction.shell = self.shell
        if instruction.inner is not None:
            instruction.inner.variables = self.known
            instruction.inner.shell = self.shell
        if instruction.name == "SHELL":
            self.shell = tuple(argument.text for argument in instruction.arguments)
        elif instruction.name == "ENV":
            self._env(instruction)
        elif instruction.name == "ARG":
            self._arg(instruction, given)

    def _env(self, instruction: Instruction) -> None:
        before, after = self.known, dict(self.known)
        for pair in instruction.pairs:
            _put(after, pair.name, expand(pair.value or "", before, instruction.escape))
        self.known = after
        self.env |= {pair.name for pair in instruction.pairs}

    def _arg(self, instruction: Instruction, given: dict[str, str | None]) -> None:
        after = dict(self.known)
        for pair in instruction.pairs:
            if pair.name in self.env:
                continue
            if pair.value is not None:
                _put(after, pair.name, expand(pair.value, after, instruction.escape))
            elif pair.name in PLATFORM:
                after.pop(pair.name, None)
            elif pair.name in given:
                after[pair.name] = given[pair.name]
            else:
                after[pair.name] = None
        self.known = after


def staged(instructions: Sequence[Instruction]) -> tuple[tuple[Stage, ...], dict[str, str | None]]:
    """Return the stages of a file and its global arguments; fills in each instruction's variables and shell."""
    shell: tuple[str, ...] = DEFAULT_SHELL
    if instructions and instructions[0].escape == _WINDOWS_ESCAPE:
        shell = ("cmd", "/S", "/C")
    outside = _Scope({}, frozenset(), shell)
    stages: list[Stage] = []
    ends: list[_Scope] = []
    scope = outside
    named: dict[str, Stage] = {}
    held: list[Instruction] = []
    fragment = not any(instruction.name == "FROM" for instruction in instructions)
    declared = _declared(instructions)
    if fragment:
        stages.append(Stage(0, None))
    for instruction in instructions:
        if instruction.name == "FROM":
            _close(stages, held, scope)
            held = []
            # what no ARG before the first FROM declares has no value here, whatever the build is given
            names = {name for name, _ in names_in(instruction.rest)} if "$" in instruction.rest else set()
            instruction.variables = dict.fromkeys(names - declared - PLATFORM) | outside.known
            stage = _opened(instruction, len(stages), named)
            stages.append(stage)
            if stage.name:
                named[stage.name] = stage
            start = outside if stage.base_stage is None else ends[stage.base_stage.index]
            known = {} if stage.base_stage is None else start.known
            scope = _Scope(known, start.env if stage.base_stage else frozenset(), start.shell)
            ends.append(scope)
            continue
        scope.enter(instruction, outside.known if stages and not fragment else {})
        if stages:
            held.append(instruction)
    _close(stages, held, scope)
    return tuple(stages), outside.known


def _declared(instructions: Sequence[Instruction]) -> frozenset[str]:
    """Return the names of the arguments before the first FROM."""
    names: set[str] = set()
    for instruction in instructions:
        if instruction.name == "FROM":
            break
        if instruction.name == "ARG":
            names.update(pair.name for pair in instruction.pairs)
    return frozenset(names)


def _close(stages: list[Stage], held: list[Instruction], scope: _Scope) -> None:
    if stages:
        stages[-1].instructions = tuple(held)
        stages[-1].variables = scope.known


def _opened(instruction: Instruction, index: int, earlier: dict[str, Stage]) -> Stage:
    stage = Stage(index, instruction)
    words = instruction.arguments
    if not words:
        return stage
    stage.base = words[0]
    reference = instruction.value(words[0].text)
    if reference is not None:
        stage.base_stage = earlier.get(reference.lower())
        stage.image = None if stage.base_stage is not None else reference or None
    if len(words) == _FROM_WORDS:
        stage.name = words[2].text.lower()
        stage.name_span = words[2].span
    return stage


def _put(known: dict[str, str | None], name: str, value: str | None) -> None:
    if value is None:
        known.pop(name, None)  # nothing is known of it, which is not the same as having no value
    else:
        known[name] = value
