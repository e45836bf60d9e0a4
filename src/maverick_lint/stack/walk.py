"""Follows pipelines into what they call, one thing after another; each thing once for each pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.tasks import Hook, Script, TaskTarget
from maverick_lint.core.record import replace
from maverick_lint.stack import hooks, launchers
from maverick_lint.stack.reached import Reached, Way
from maverick_lint.stack.runners import Asked, asked
from maverick_lint.stack.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job, Pipeline, Setting, Step
    from maverick_lint.core.span import Place
    from maverick_lint.stack.launchers import Words
    from maverick_lint.stack.model import Stack

_MOST: Final = 20_000
_COMMAND_INPUTS: Final = ("command", "run", "script", "cmd", "commands")
# Actions that start a program with what their input says.
_PROGRAMS: Final = {
    "actions-rs/cargo": ("cargo", ("command", "args")),
    "borales/actions-yarn": ("yarn", ("cmd",)),
    "gradle/gradle-build-action": ("gradle", ("arguments",)),
    "php-actions/composer": ("composer", ("command", "args")),
}
_SPECULATIVE: Final = frozenset({"npm", "pdm", "hatch", "rye", "pixi", "mise"})


class Walk:
    """A walk from pipelines to commands, actions and hooks; iterative, so that cycles and deep chains end."""

    def __init__(self, stack: Stack, pipelines: Iterable[Pipeline], *, change: bool = False) -> None:
        """Take the stack, and all pipelines, called workflows and actions among them; `change` for a change's run."""
        self._change = change
        self._stack = stack
        self._targets = Targets(stack)
        self._scripts = {script.path: script for script in stack.every(Script)}
        self._pipelines = {pipeline.path: pipeline for pipeline in pipelines}
        self._pending: list[tuple[object, Way]] = []
        self._seen: set[tuple[str, int, bool, str]] = set()
        self._found: list[Reached] = []

    def start(self, pipeline: Pipeline, jobs: Sequence[Job]) -> None:
        """Begin with the jobs of a pipeline that events start."""
        for job in jobs:
            self._job(job, pipeline, Way(pipeline))

    def service(self) -> None:
        """Begin with the hooks that pre-commit.ci runs."""
        settings = hooks.service(self._stack)
        if settings is not None:
            way = Way(None, hops=((settings.place, "pre-commit.ci runs the hooks of this file"),))
            call = hooks.Call(skipped=frozenset(settings.ci_skip), config=settings.path)
            self._hooks(call, way)

    def run(self) -> tuple[Reached, ...]:
        """Return all that is reached."""
        while self._pending and len(self._found) < _MOST:
            item, way = self._pending.pop()
            if isinstance(item, TaskTarget):
                self._target(item, way)
            elif isinstance(item, Script):
                self._commands(item.commands, way)
            elif isinstance(item, Hook):
                self._hook(item, way)
        return tuple(self._found)

    def _later(self, item: object, key: Place, way: Way) -> None:
        """Take an item up once for each pipeline, once more when its failure counts there."""
        mark = (way.pipeline.path if way.pipeline else "", key.span.start, way.loose is None, key.path)
        if mark not in self._seen:
            self._seen.add(mark)
            self._pending.append((item, way))

    def _job(self, job: Job, owner: Pipeline, way: Way) -> None:
        jobs = (*way.jobs, job)
        if job.never or len(jobs) > 10 or any(job is other for other in way.jobs):  # noqa: PLR2004 - GitHub allows four
            return
        skipped = way.skipped | _skipped([*owner.env, *job.env])
        way = replace(
            way, jobs=jobs, names=(*way.names, job.id, job.name), skipped=skipped,
            hops=(*way.hops, (job.place, f"job `{job.id}`")), loose=way.loose or job.ignored_place,
        )  # fmt: skip
        if job.uses:
            called = self._pipelines.get(_local(job.uses))
            if called is None:
                self._found.append(Reached(job.place, way, uses=job.uses, known=False))
            for inner in called.jobs if called is not None else ():
                self._job(inner, called or owner, way)
        for step in job.steps:
            self._step(step, way)

    def _step(self, step: Step, way: Way) -> None:
        if step.never or step.remote or (self._change and step.skipped_on_change):
            return
        way = replace(
            way, step=step, names=(*way.names, step.name) if step.name else way.names, folder="",
            skipped=way.skipped | _skipped(step.env), loose=way.loose or step.ignored_place,
        )  # fmt: skip
        if not step.uses:
            self._commands(step.commands, way)
            if step.script and not step.commands:
                self._found.append(Reached(step.script_place or step.place, way, known=False))
            return
        if step.uses.startswith("./"):
            self._local_action(step, way)
            return
        place = step.uses_place or step.place
        call = hooks.call_of_action(step.uses, step.given("extra_args") or step.given("extra-args"))
        if call is not None:
            self._hooks(call, replace(way, hops=(*way.hops, (place, f"`{step.uses}` runs the hooks"))))
        self._found.append(Reached(place, way, uses=step.uses))
        for words in _given_commands(step):
            self._words(words, place, way)

    def _local_action(self, step: Step, way: Way) -> None:
        folder = _local(step.uses)
        names = [f"{folder}/action.yml".lstrip("/"), f"{folder}/action.yaml".lstrip("/")]
        action = next((self._pipelines[name] for name in names if name in self._pipelines), None)
        place = step.uses_place or step.place
        if action is None:
            self._found.append(Reached(place, way, uses=step.uses, known=False))
            return
        way = replace(way, hops=(*way.hops, (place, f"the action `{step.uses}`")))
        for job in action.jobs:
            if not any(job is other for other in way.jobs):
                inner = replace(way, jobs=(*way.jobs, job))
                for one in job.steps:
                    self._step(one, inner)

    def _commands(self, commands: Iterable[Command], way: Way) -> None:
        folder = way.folder
        for command in commands:
            words = tuple(word.text for word in command.words)
            loose = way.loose or (command.place if command.ignored else None)
            skipped = way.skipped | frozenset(_ids(dict(command.assigned).get("SKIP")))
            if command.name == "cd":
                folder = _entered(folder, words)
            elif words and (words[0] or "").startswith("-"):
                self._found.append(Reached(command.place, way, command=command, known=False))
            elif words:
                self._words(words, command.place, replace(way, folder=folder, loose=loose, skipped=skipped), command)

    def _words(self, words: Words, place: Place, way: Way, command: Command | None = None) -> None:
        """Take a command: record it, and follow it into targets, scripts and hooks."""
        forms = launchers.forms(words)
        known, followed = True, False
        for form in forms:
            wanted = asked(form)
            if wanted is not None:
                found, all_known = self._asked(wanted, place, way, alone=len(forms) == 1)
                known, followed = all_known and known, followed or found
            call = hooks.call_of(form)
            if call is not None:
                followed = True
                self._hooks(call, replace(way, hops=(*way.hops, (place, "the hooks are run here"))))
        for head in launchers.heads(words):
            path = _joined(way.folder, head)
            script = self._scripts.get(path) or self._scripts.get(_joined("", head))
            if script is not None and script.commands:
                followed = True
                names = (*way.names, script.path.rpartition("/")[2])
                hops = (*way.hops, (place, f"runs `{script.path}`"))
                self._later(script, script.place, replace(way, names=names, hops=hops))
            elif script is not None or (head.startswith("./") or ("/" in head and path in self._stack.files)):
                known = False  # a program, a script without any command, or one that is made on the way
        self._found.append(Reached(place, way, forms=forms, command=command, known=known, followed=followed))

    def _asked(self, wanted: Asked, place: Place, way: Way, *, alone: bool) -> tuple[bool, bool]:
        """Follow a call of a task runner; say whether some of its targets are known, and whether all are."""
        found, missing = self._targets.named(wanted, way.folder)
        for target in found:
            self._later(target, target.place, replace(way, hops=(*way.hops, (place, f"calls `{target.name}`"))))
        speculative = wanted.runner in _SPECULATIVE and not alone and not found
        return bool(found), bool(found and not missing) or speculative

    def _target(self, target: TaskTarget, way: Way) -> None:
        folder = target.path.rpartition("/")[0]
        way = replace(
            way, names=(*way.names, target.name), folder=folder,
            hops=(*way.hops, (target.place, f"target `{target.name}` of {target.path}")),
        )  # fmt: skip
        for other in self._targets.beside(target):
            self._later(other, other.place, way)
        self._commands(target.commands, way)

    def _hooks(self, call: hooks.Call, way: Way) -> None:
        call = replace(call, skipped=call.skipped | way.skipped)
        for hook in hooks.hooks_run(self._stack, call):
            self._later(hook, hook.place, way)

    def _hook(self, hook: Hook, way: Way) -> None:
        way = replace(way, names=(*way.names, hook.id), hops=(*way.hops, (hook.place, f"hook `{hook.id}`")))
        self._found.append(Reached(hook.place, way, hook=hook))
        for words in launchers.split(hook.entry) if hook.entry and hook.repository == "local" else ():
            self._words((*words, *hook.args), hook.place, way)


def _skipped(settings: Iterable[Setting]) -> frozenset[str]:
    return frozenset(part for setting in settings if setting.name == "SKIP" for part in _ids(setting.text))


def _ids(text: str | None) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()] if text else []


def _local(uses: str) -> str:
    return uses.partition("@")[0].removeprefix("./").strip("/")


def _joined(folder: str, path: str) -> str:
    parts: list[str] = []
    for part in f"{folder}/{path}".split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _entered(folder: str, words: Words) -> str:
    target = words[1] if len(words) > 1 else None
    return _joined(folder, target) if target is not None and not target.startswith(("/", "-", "~")) else ""


def _given_commands(step: Step) -> Iterable[Words]:
    """Yield the commands that an action's inputs give it to run."""
    name = step.uses.partition("@")[0].lower()
    if name in _PROGRAMS:
        program, keys = _PROGRAMS[name]
        yield (program, *(word for key in keys for word in (step.given(key) or "").split()))
        return
    if name.startswith("docker://"):
        arguments = (step.given("args") or "").split()
        yield (name.rpartition("/")[2].partition(":")[0], *arguments)
    for key in _COMMAND_INPUTS:
        yield from launchers.split(step.given(key) or "")
