"""Who calls the scripts of a repository, with which words and which variables around the call."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.record import field, record
from maverick_lint.stack.deploy_commands import script_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.facts.pipeline import Setting
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_EXPORTS: Final = frozenset({"export", "declare", "typeset"})
_NAME: Final = re.compile(r"[A-Za-z_]\w*\Z")
# An option that a shell takes itself, before the script that it runs.
_READERS: Final = frozenset({"bash", "sh", "dash", "source", "."})


@record
class Call:
    """A call of a script.

    words     the script's own word first, then its arguments
    place     of the whole command
    exported  what the script around has exported before, None for a value that cannot be told
    inline    what is set for this call alone
    layers    the variables of the step, the job and the pipeline; the first that has a name counts
    around    the text around the call, where a variable may be set in ways that are not seen
    caller    the path of the script that calls, "" in a pipeline or target
    closed    all that reaches the script is seen; False for a target, whose caller gives it more
    """

    words: tuple[Word, ...]
    place: Place
    exported: Mapping[str, Word | None] = field(default_factory=dict)
    inline: tuple[tuple[str, str | None], ...] = ()
    layers: tuple[tuple[Setting, ...], ...] = ()
    around: str = ""
    caller: str = ""
    closed: bool = True


def calls_of(stack: Stack, path: str) -> tuple[Call, ...]:
    """Return the calls of a script of the repository; one by a name that several scripts have is a call of each."""
    known = stack.memo.get("script-callers")
    if not isinstance(known, dict):
        known = stack.memo["script-callers"] = _index(stack)
    named = known.get(path.rpartition("/")[2], ())
    return tuple(call for called, call in named if _may_be(called, path, stack))


def _may_be(called: str, path: str, stack: Stack) -> bool:
    """Say whether a call by one path may mean a script of another: `/opt/shop/deploy.sh` for scripts/deploy.sh."""
    clean = posixpath.normpath(called).lstrip("./")
    return path == clean or not stack.exists(clean)


def _index(stack: Stack) -> dict[str, list[tuple[str, Call]]]:
    names = {script.path.rpartition("/")[2] for script in stack.every(Script)}
    found: dict[str, list[tuple[str, Call]]] = {}
    for path, call in _calls(stack, names):
        found.setdefault(path.rpartition("/")[2], []).append((path, call))
    return found


def _calls(stack: Stack, names: set[str]) -> Iterator[tuple[str, Call]]:
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            writers = [step.script for step in job.steps if "GITHUB_ENV" in step.script]
            for step in job.steps:
                layers = (step.env, job.env, pipeline.env)
                forwarded = frozenset((step.given("envs") or "").replace(" ", "").split(","))
                for path, words, command, exported in _in(step.commands, names):
                    seen: tuple[tuple[Setting, ...], ...] = layers
                    if step.remote or command.remote or step.uses:
                        seen = tuple(tuple(s for s in layer if s.name in forwarded) for layer in layers)
                    yield (
                        path,
                        Call(
                            words, command.place, exported, command.assigned, seen, "\n".join([step.script, *writers])
                        ),
                    )
    for script in stack.every(Script):
        for path, words, command, exported in _in(script.commands, names):
            if path.rpartition("/")[2] != script.path.rpartition("/")[2]:  # it calls itself with its own arguments
                caller = "" if command.remote else script.path
                yield path, Call(words, command.place, exported, command.assigned, caller=caller, closed=False)
    for target in stack.every(TaskTarget):
        for path, words, command, exported in _in(target.commands, names):
            yield path, Call(words, command.place, exported, command.assigned, closed=False)


def _in(
    commands: Iterable[Command], names: set[str]
) -> Iterator[tuple[str, tuple[Word, ...], Command, Mapping[str, Word | None]]]:
    """Yield the calls among commands: the path, the words from the script's own on, and what is exported so far."""
    exported: dict[str, Word | None] = {}
    for command in commands:
        if command.name in _EXPORTS:
            _export(command, exported)
        path = script_name(command)
        if path.rpartition("/")[2] not in names or not path:
            continue
        words = command.words
        start = next((n for n, word in enumerate(words) if (word.text or word.expanded) == path), None)
        if start is not None and (start == 0 or command.name in _READERS):
            yield path, words[start:], command, dict(exported)


def _export(command: Command, exported: dict[str, Word | None]) -> None:
    if command.name != "export" and not any((w.text or "").startswith("-") and "x" in w.raw for w in command.words):
        return
    for word in command.words[1:]:
        name, sign, _ = word.raw.partition("=")
        if _NAME.match(name):
            exported[name] = word if sign else None
