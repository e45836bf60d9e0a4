"""Files and folders that pipelines and task runners name as what a program reads."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.record import record, replace
from maverick_lint.formats._shell.docker import docker_call, option_text
from maverick_lint.stack.builds import builds_by_action
from maverick_lint.stack.pipelines import in_use
from maverick_lint.stack.script_calls import foreign, made_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.facts.pipeline import Step
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# What a script looks for, or writes itself.
_TESTED: Final = re.compile(r"(?:-[efdso]\s|--output[= ]|>)\s*[\"']?([\w./-]+)")
_PLAIN: Final = re.compile(r"(?:\./)?[\w@+-][\w./@+-]*\Z|\.\Z|\./\Z")
_MADE: Final = frozenset({"build", "dist", "target", "out", "output", "tmp", "temp", "artifacts", "node_modules", ".."})
_REQUIREMENTS: Final = ("-r", "--requirement")
_BUILDS: Final = ("build", "buildx build", "image build", "builder build")
# Options of `docker build` that take the next word (docker 28, `docker build --help`).
_VALUED: Final = frozenset({
    "-f", "--file", "-t", "--tag", "--build-arg", "--target", "--platform", "--cache-from", "--cache-to", "--label",
    "--network", "--output", "-o", "--progress", "--secret", "--ssh", "--iidfile", "--add-host", "--builder",
    "--build-context", "--metadata-file", "--annotation", "--attest", "--shm-size", "--ulimit", "--memory", "-m",
    "--cpuset-cpus", "--isolation",
})  # fmt: skip


@record
class FileCall:
    """A file or folder that is read; `path` is relative to the root, `what` "file", "folder" or "stage".

    of       for a stage the Dockerfile that must have it
    guarded  something that is not seen may look for it first, or make it
    """

    path: str
    place: Place
    what: str = "file"
    of: str = ""
    guarded: bool = False


def file_calls(stack: Stack) -> Iterator[FileCall]:
    """Yield what steps and targets read by a fixed path; what is made, fetched or looked for before is left out."""
    if stack.exists(".gitmodules"):
        return
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs if in_use(pipeline.path) else ():
            if job.never or foreign(job):
                continue
            made = made_by(command for step in job.steps for command in step.commands if _moves(command))
            for step in job.steps:
                if step.never or step.remote:
                    continue
                looked_for = frozenset(map(posixpath.normpath, _TESTED.findall(step.script)))
                found = _of_action(step) if step.uses else _of_commands(step.commands, step.folder)
                yield from (one for one in found if one.path not in made | looked_for)
    for target in stack.every(TaskTarget):
        made = made_by(command for command in target.commands if _moves(command))
        found = _of_commands(target.commands, target.path.rpartition("/")[0])
        yield from (replace(one, guarded=True) for one in found if one.path not in made)


def _moves(command: Command) -> bool:
    """Say whether a command may make the paths that it names."""
    return docker_call(command) is None and command.name not in ("pip", "pip3", "uv", "hadolint", "promtool", "python")


def _of_action(step: Step) -> Iterator[FileCall]:
    places = {setting.name.lower(): setting.place for setting in step.inputs}
    name = step.uses.partition("@")[0].lower()
    if builds_by_action(step.uses) and "bake" not in name:
        context = step.given("context")
        # without a context the action builds what git has, by a URL
        yield from _build(context or ".", step.given("file"), step.given("target"), places, "")
    elif name.startswith("hadolint/hadolint-action"):
        path = step.given("dockerfile")
        if path and _PLAIN.match(path):
            yield FileCall(posixpath.normpath(path), places["dockerfile"])


def _build(context: str, file: str | None, target: str | None, at: dict[str, Place], folder: str) -> Iterator[FileCall]:
    """Yield the context, the Dockerfile and the stage of a build; all are relative to the folder of the step."""
    if not _PLAIN.match(context) or (file is not None and not _PLAIN.match(file)):
        return
    inner = _inside(folder, context)
    if inner is None:
        return
    if "context" in at and inner:
        yield FileCall(inner, at["context"], "folder")
    dockerfile = _inside(folder, file) if file is not None else posixpath.join(inner, "Dockerfile")
    if dockerfile and "file" in at:
        yield FileCall(dockerfile, at["file"])
    if dockerfile and target and "target" in at and "$" not in target:
        yield FileCall(target, at["target"], "stage", dockerfile)


def _of_commands(commands: Iterable[Command], folder: str | None) -> Iterator[FileCall]:
    for command in commands:
        if command.name in ("cd", "pushd", "git") or folder is None or command.remote:
            if command.name != "git" or "clone" in command.arguments or "checkout" in command.arguments:
                return
            continue
        for word, text in _named(command):
            path = _inside(folder, text) if _PLAIN.match(text) else None
            if path and not command.condition:
                yield FileCall(path, word.place)
        call = docker_call(command)
        if call is not None and call.subcommand in _BUILDS:
            yield from _docker_build(call.words, folder)


def _named(command: Command) -> Iterator[tuple[Word, str]]:
    """Yield the words of a command that name a file which it reads, with the path alone."""
    words, name = command.words, command.name
    texts = [word.text or "" for word in words]
    if name in ("pip", "pip3") or (name in ("uv", "python", "python3") and "pip" in texts):
        for before, word in zip(texts, words[1:], strict=False):
            if before in _REQUIREMENTS and word.text:
                yield word, word.text
            elif (word.text or "").startswith(("--requirement=", "-r")) and len(word.text or "") > 2:  # noqa: PLR2004 - `-rfile`
                yield word, option_text(word, "--requirement" if (word.text or "").startswith("--") else "-r") or ""
    elif name in ("hadolint", "amtool") or (name == "promtool" and texts[1:2] == ["check"]):
        for word in words[1 if name == "hadolint" else 2 :]:
            text = word.text or ""
            if "." in text or text.rpartition("/")[2] == "Dockerfile":
                yield word, text


def _docker_build(words: tuple[Word, ...], folder: str) -> Iterator[FileCall]:
    file = target = None
    operands: list[Word] = []
    at: dict[str, Place] = {}
    skip = False
    for index, word in enumerate(words):
        text = word.text
        if skip:
            skip = False
            continue
        if text is None or text == "-":
            return
        name, sign, value = text.partition("=")
        following = words[index + 1] if index + 1 < len(words) else None
        skip = name in _VALUED and not sign
        given = word if sign else following
        if name in ("-f", "--file", "--target") and given is not None:
            known = value if sign else given.text
            if known is None:
                return
            key = "target" if name == "--target" else "file"
            at[key] = given.place
            file, target = (known, target) if key == "file" else (file, known)
        elif not text.startswith("-"):
            operands.append(word)
    if len(operands) == 1 and operands[0].text is not None:
        at["context"] = operands[0].place
        yield from _build(operands[0].text, file, target, at, folder)


def _inside(folder: str, path: str) -> str | None:
    """Return a path relative to the root, "" for the root itself; None when it leaves it or is made by a build."""
    joined = posixpath.normpath(posixpath.join(folder, path))
    if joined.startswith(("..", "/")) or _MADE.intersection(joined.split("/")):
        return None
    return "" if joined == "." else joined
