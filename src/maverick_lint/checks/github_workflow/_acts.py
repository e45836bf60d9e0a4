"""The commands of a step's script in their order, each with where its output goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._shell import model, script_of
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Action, Job, Step

# Where output goes that a command or a word takes.
TAKEN: Final = "|"
_POSIX: Final = ("bash", "sh")
# What follows a compound command and takes its output, which the model of scripts leaves out.
_BEHIND: Final = re.compile(
    r"[ \t]*(?:2>[^\s;]*[ \t]*)?(?:1|&)?(>>?|\|)[ \t]*(\"[^\"\n]*\"|[^\s;|&]+)?(?:[ \t]+-a[ \t]+(\S+))?"
)
_WINDOW: Final = 200
_TO_FILE: Final = (">", ">>", ">|", "&>", "&>>")
_LONGEST: Final = 100_000


@record
class Act:
    """A simple command, or assignments alone.

    out  where its output goes: "" for the log, TAKEN, or the target as it is written
    fed  the commands before it in its pipe, whose output it reads
    """

    call: model.Call
    out: str = ""
    fed: tuple[model.Call, ...] = ()


@record
class Place:
    """A step, its job (None in an action), and the levels of its variables, the nearest first."""

    job: Job | None
    step: Step
    levels: Sequence[Mapping[str, Node]]

    def variable(self, name: str) -> Node | None:
        """Return the value that the file gives a variable; None for one that it does not set."""
        return next((level[name] for level in self.levels if name in level), None)

    def variables(self) -> dict[str, Node]:
        """Return all variables that the file sets for the step."""
        found: dict[str, Node] = {}
        for level in reversed(self.levels):
            found.update(level)
        return found


def posix_steps(workflow: Workflow | Action, *words: str) -> Iterator[Place]:
    """Yield the steps whose scripts bash or sh reads and that hold one of the words."""
    if isinstance(workflow, Workflow):
        shells = [(job, job.shell or workflow.shell) for job in workflow.jobs]
        places = [
            (Place(job, step, (step.env, job.env, workflow.env)), shell) for job, shell in shells for step in job.steps
        ]
    else:
        places = [(Place(None, step, (step.env,)), None) for step in workflow.steps]
    for place, default in places:
        run, given = place.step.run, place.step.shell or default
        if run is None or len(run.raw) > _LONGEST or not any(word in run.raw for word in words):
            continue
        if given is None and place.job is not None and place.job.runs_on is not None:
            # The shell that GitHub takes by itself is another one on Windows.
            if any("windows" in node.raw.lower() for node in place.job.runs_on.walk() if node.is_scalar):
                continue
        elif given is not None and given.raw.split(" ")[0].rpartition("/")[2] not in _POSIX:
            continue
        yield place


def acts_of(source: Source, run: Node) -> Iterator[Act]:
    """Yield the commands of a script; those inside of a word come before the command that the word belongs to."""
    script = script_of(embedded(source, run), {})
    yield from _Walk(source.text).block(script.body, "")


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text

    def block(self, block: model.Block, out: str) -> Iterator[Act]:
        for item in block:
            yield from self._statement(item.node, out)

    def _statement(self, node: model.Statement, out: str) -> Iterator[Act]:
        if isinstance(node, model.Call):
            yield from self._inside(node.inner)
            yield Act(node, self._target(node, out))
        elif isinstance(node, model.Pipeline):
            yield from self._pipeline(node, out)
        elif isinstance(node, model.AndOr):
            for _, part in node.parts:
                yield from self._statement(part, out)
        elif isinstance(node, model.Not):
            yield from self._statement(node.node, out)
        elif isinstance(node, model.Test):
            yield from self._inside(node.inner)
        else:
            yield from self._compound(node, self._behind(node, out))

    def _compound(self, node: model.Statement, out: str) -> Iterator[Act]:
        if isinstance(node, model.If):
            for condition, body in node.branches:
                yield from self.block(condition, out)
                yield from self.block(body, out)
            yield from self.block(node.otherwise or (), out)
        elif isinstance(node, model.Loop):
            yield from self._inside(node.inner)
            yield from self.block(node.condition, out)
            yield from self.block(node.body, out)
        elif isinstance(node, model.Case):
            yield from self._inside(node.inner)
            for _, body in node.arms:
                yield from self.block(body, out)
        elif isinstance(node, model.Group | model.Function | model.Broken):
            # Where a function's output goes is told by who calls it.
            yield from self.block(node.body, TAKEN if isinstance(node, model.Function) else out)

    def _pipeline(self, node: model.Pipeline, out: str) -> Iterator[Act]:
        last = node.members[-1] if node.members else None
        to = TAKEN
        if isinstance(last, model.Call) and [word.text for word in last.words[:1]] == ["tee"]:
            files = [word.raw for word in last.words[1:] if not word.raw.startswith("-")]
            to = files[0] if files else self._target(last, out)
        for member in node.members[:-1]:
            yield from self._statement(member, to if member is node.members[-2] else TAKEN)
        if isinstance(last, model.Call):
            yield from self._inside(last.inner)
            fed = tuple(member for member in node.members[:-1] if isinstance(member, model.Call))
            yield Act(last, self._target(last, out), fed if len(fed) == len(node.members) - 1 else ())
        elif last is not None:
            yield from self._statement(last, out)

    def _inside(self, blocks: tuple[model.Block, ...]) -> Iterator[Act]:
        for block in blocks:
            yield from self.block(block, TAKEN)

    def _behind(self, node: model.Statement, out: str) -> str:
        end = node.place.span.end
        found = _BEHIND.match(self._text[end : end + _WINDOW])
        if found is None:
            return out
        if found[1] == "|":
            return found[3] or TAKEN if found[2] == "tee" else TAKEN
        return found[2] or TAKEN

    def _target(self, call: model.Call, out: str) -> str:
        """Return where the output of a command goes; its errors, and what it sends there, are in the log."""
        for one in call.redirects:
            if one.target is not None and one.operator in _TO_FILE and self._text[one.place.span.start] != "2":
                return one.target.raw
        return out
