"""A Dockerfile as rules read it: stages, what they inherit, and the commands that they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.dockerfile.instruction import Argument, Flag, Heredoc, Instruction, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats.dockerfile.scan import Directive

__all__ = ["Argument", "Dockerfile", "Flag", "Heredoc", "Instruction", "Pair", "Stage"]


class Stage:
    """A stage: what stands between one FROM and the next.

    index         its number, from 0
    name          what AS calls it, in lower case; "" for none; `name_span` is its place
    origin        its FROM; None in a fragment that has none
    base          the image or stage as written; None when FROM names none
    image         the reference of its base image after variables; None when that is unknown or another stage
    base_stage    the earlier stage that it is built from
    instructions  without the FROM
    variables     what is known at its end
    """

    __slots__ = ("base", "base_stage", "image", "index", "instructions", "name", "name_span", "origin", "variables")

    def __init__(self, index: int, origin: Instruction | None) -> None:
        self.index = index
        self.origin = origin
        self.base: Argument | None = None
        self.image: str | None = None
        self.base_stage: Stage | None = None
        self.name = ""
        self.name_span: Span | None = None
        self.instructions: tuple[Instruction, ...] = ()
        self.variables: Mapping[str, str | None] = {}

    def __repr__(self) -> str:
        """Show the number and the name, for debugging."""
        return f"<stage {self.index} {self.name!r}>"

    @property
    def chain(self) -> Sequence[Stage]:
        """This stage and those that it is built from, itself first."""
        found = [self]
        while found[-1].base_stage is not None:
            found.append(found[-1].base_stage)
        return found

    @property
    def root(self) -> Stage:
        """The stage at the end of the chain, whose base is an image."""
        return self.chain[-1]

    @property
    def inherited(self) -> Iterator[Instruction]:
        """All instructions that make this stage, in the order in which they run."""
        for stage in reversed(self.chain):
            yield from stage.instructions

    def every(self, *names: str) -> list[Instruction]:
        """Return the instructions of these names in this stage alone."""
        return [instruction for instruction in self.instructions if instruction.name in names]

    def last(self, *names: str) -> Instruction | None:
        """Return the last instruction of these names along the chain: the one that holds."""
        for stage in self.chain:
            found = stage.every(*names)
            if found:
                return found[-1]
        return None

    @property
    def user(self) -> str | None:
        """The user of the last USER after variables; "" when there is none, None when it is unknown."""
        instruction = self.last("USER")
        return "" if instruction is None else instruction.value(instruction.rest)

    @property
    def calls(self) -> str:
        """How a message speaks of it."""
        return f"stage `{self.name}`" if self.name else f"stage {self.index}"


class Dockerfile:
    """A Dockerfile.

    source        its text
    instructions  the usable ones, in the order of the file
    directives    parser directives (`# syntax=`, `# escape=`, `# check=`)
    escape        the escape sign
    """

    __slots__ = (
        "_commands",
        "_named",
        "_reached",
        "_stages",
        "_texts",
        "arguments",
        "directives",
        "escape",
        "instructions",
        "source",
    )

    def __init__(
        self, source: Source, instructions: tuple[Instruction, ...], directives: tuple[Directive, ...], escape: str
    ) -> None:
        self.source = source
        self.instructions = instructions
        self.directives = directives
        self.escape = escape
        # The arguments before the first FROM, with what is known of them; filled in with the stages.
        self.arguments: dict[str, str | None] = {}
        self._stages: tuple[Stage, ...] | None = None
        self._commands: dict[int, tuple[Command, ...]] = {}
        self._texts: dict[int, str] = {}
        self._named: dict[str, Stage] = {}
        self._reached: dict[int, frozenset[int]] = {}

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage; a fragment without FROM is one stage without origin."""
        if self._stages is None:
            from maverick_lint.formats.dockerfile.stages import staged

            self._stages, self.arguments = staged(self.instructions)
        return self._stages

    @property
    def final(self) -> Stage | None:
        """The stage that a build without --target gives; None for a fragment without FROM."""
        last = self.stages[-1] if self.stages else None
        return None if last is None or last.origin is None else last

    @property
    def stage_names(self) -> dict[str, Stage]:
        """The stages by name and by number; of two with one name the later."""
        if not self._named:
            self._named.update({str(stage.index): stage for stage in self.stages})
            self._named.update({stage.name: stage for stage in self.stages if stage.name})
        return self._named

    def commands(self, instruction: Instruction) -> tuple[Command, ...]:
        """Return the commands of RUN, CMD, ENTRYPOINT or HEALTHCHECK, of ONBUILD those of its inner instruction.

        Here-documents that a shell reads are part of it. Shells that are no POSIX shells give none.
        """
        found = self._commands.get(id(instruction))
        if found is None:
            from maverick_lint.formats.dockerfile.shell import commands

            _ = self.stages  # fills in variables and shells
            found = commands(self.source, instruction)
            self._commands[id(instruction)] = found
        return found

    def mentions(self, instruction: Instruction, words: Iterable[str]) -> bool:
        """Say whether one of some words stands in an instruction, its here-documents, or the variables it may use.

        Where none does, the instruction need not be read as a script to know that it runs none of these commands.
        """
        text = self._texts.get(id(instruction))
        if text is None:  # a dozen rules ask
            holder = instruction if instruction.inner is None else instruction.inner
            texts = [holder.joined.text, *(self.source.text[one.body.start : one.body.end] for one in holder.heredocs)]
            if any("$" in text for text in texts):
                texts += [value for value in holder.variables.values() if value]
            text = self._texts[id(instruction)] = "\n".join(texts)
        return any([word in text for word in words])  # noqa: C419 - a list is faster for a few words

    def run_commands(
        self, stage: Stage, words: tuple[str, ...] = (), *, chain: bool = False
    ) -> Iterator[tuple[Instruction, Command]]:
        """Yield every command of the RUN instructions of a stage, those of its chain too when `chain` is set.

        With `words` only the instructions in which one of them stands are read.
        """
        for instruction in stage.inherited if chain else stage.instructions:
            if instruction.name == "RUN" and (not words or self.mentions(instruction, words)):
                for command in self.commands(instruction):
                    yield instruction, command

    def triggered_commands(self, stage: Stage, words: tuple[str, ...] = ()) -> Iterator[tuple[Instruction, Command]]:
        """Yield what `run_commands` does, and every command of the stage's ONBUILD RUN instructions."""
        for instruction in stage.instructions:
            inner = instruction.inner
            runs = instruction.name == "RUN" or (inner is not None and inner.name == "RUN")
            if runs and (not words or self.mentions(instruction, words)):
                for command in self.commands(instruction):
                    yield inner or instruction, command

    def reached(self, end: Stage) -> frozenset[int]:
        """Return the numbers of the stages that one is made of: its chain, and what that copies from, and so on."""
        if end.index not in self._reached:
            self._reached[end.index] = frozenset(self._reach(end))
        return self._reached[end.index]

    def _reach(self, end: Stage) -> set[int]:
        found: set[int] = set()
        waiting = [end]
        while waiting:
            stage = waiting.pop()
            for one in stage.chain:
                if one.index not in found:
                    found.add(one.index)
                    waiting.extend(source for _, _, source in self.sources_of(one))
        return found

    def sources_of(self, stage: Stage) -> Iterator[tuple[Instruction, Flag, Stage]]:
        """Yield each COPY --from of a stage's chain that copies from a stage of this file."""
        named = self.stage_names
        for instruction in stage.inherited:
            flag = instruction.flag("from") if instruction.name == "COPY" else None
            value = None if flag is None else instruction.value(flag.value)
            if flag is not None and value is not None and value.lower() in named:
                yield instruction, flag, named[value.lower()]

    def line_count(self, span: Span) -> int:
        """Return how many lines a span touches."""
        return self.source.position(max(span.end - 1, span.start)).line - self.source.position(span.start).line + 1
