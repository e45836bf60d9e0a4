"""github-workflow/macos-command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._labels import row_of, values_of
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# Options that the programs of macOS do not have (man pages of macOS 15, 2026-11-24), with what to write instead.
_FLAGS: Final = {
    "grep": (("-P", "--perl-regexp"), "use `grep -E`"),
    "date": (("-d", "--date"), "use `date -v` or `date -j -f`"),
    "stat": (("-c", "--format", "--printf"), "use `stat -f`"),
    "base64": (("-w", "--wrap"), "its output has one line without it"),
    "cp": (("--parents",), "make the folder first"),
    "find": (("-printf",), "use `-exec`"),
    "sed": (("--in-place", "--regexp-extended", "--null-data"), "use `-i ''` and `-E`"),
    "xargs": (("-d", "--delimiter"), "use `tr` and `xargs -0`"),
    "mktemp": (("--suffix", "--tmpdir"), "name the file without them"),
}
# Programs of macOS that read several letters behind one dash, as in `grep -oP`.
_LETTERS: Final = {"grep": "P"}
# Signs that the programs of GNU are put first.
_GNU: Final = ("coreutils", "gnu-sed", "gnubin", "findutils", "brew install grep", "gnu-tar")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each option of a command on macOS that only the GNU program of that name has."""
    model = document.model
    for job in model.jobs:
        runner = _runner(job)
        if runner is None or any(
            sign in step.node.raw or _holds(step.run, sign) for step in job.steps for sign in _GNU
        ):
            continue
        for step in job.steps:
            shell = step.shell or job.shell or model.shell
            posix = shell is None or shell.raw.partition(" ")[0] in ("bash", "sh")
            # A condition may say that it is for another system.
            if step.run is None or step.condition is not None or not posix or "uname" in step.run.raw:
                continue
            if any(name in step.run.raw for name in _FLAGS):
                yield from _script(document, step.run, runner)


def _holds(node: Node | None, sign: str) -> bool:
    return node is not None and sign in node.raw


def _runner(job: Job) -> Node | None:
    """Return the label of a job's runner on macOS; of a matrix the row with one, when a step runs on each."""
    given = job.runs_on
    if given is None or not given.is_scalar:
        return None
    if given.raw.lower().startswith("macos-"):
        return given
    rows = values_of(job, row_of(given.raw))
    return next((one for one in rows if one.raw.lower().startswith("macos-")), None)


def _script(document: Document[Workflow], run: Node, runner: Node) -> Iterator[Hit]:
    from maverick_lint.formats._shell import commands_of  # scripts, for the few jobs on macOS

    for command in commands_of(embedded(document.source, run), {}):
        flags, better = _FLAGS.get(command.name, ((), ""))
        arguments = [text or "" for text in command.arguments]
        if command.name == "sed" and _edits_in_place(arguments):
            flag, better = "-i", "write `sed -i '' ...`, or `sed -i.bak ...` on every system"
        else:
            letter = _LETTERS.get(command.name, "")
            flag = next((one for one in arguments if one.partition("=")[0] in flags or _has(one, letter)), "")
        if flag and command.words:
            values = {"command": command.name, "flag": flag.partition("=")[0], "better": better, "runner": runner.raw}
            yield Hit(command.words[0].place.span, values, related=(Related(runner, "the runner"),))


def _has(word: str, letter: str) -> bool:
    return bool(letter) and word[:1] == "-" and word[1:2] != "-" and letter in word[1:].partition("e")[0]


def _edits_in_place(arguments: list[str]) -> bool:
    """Say whether `sed -i` stands alone before its script: macOS takes that word for the ending of a copy."""
    at = next((number for number, word in enumerate(arguments) if word in ("-i", "-Ei", "-ri", "-ni")), None)
    return (
        at is not None
        and at + 1 < len(arguments)
        and arguments[at + 1] not in ("", "''")
        and _is_script(arguments[at + 1])
    )


def _is_script(word: str) -> bool:
    return (
        word in ("-e", "-E", "-r")
        or word[:2] in ("s/", "s|", "s#", "s,", "s:", "s@", "s!")
        or word[-2:] in ("/d", "/p")
    )
