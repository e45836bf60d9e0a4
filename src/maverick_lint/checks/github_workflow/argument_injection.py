"""github-workflow/argument-injection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._acts import acts_of, posix_steps
from maverick_lint.checks.github_workflow._strangers import follow, is_checked, strangers, used, whole
from maverick_lint.core.facts.command import Command
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._shell import unwrapped
from maverick_lint.formats.github.taint import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.checks.github_workflow._strangers import Stranger
    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Programs of a language of their own, with the options that carry a program or name a file of one, and those that have
# a value; the first operand is the program where no option gave it (their manuals, 2026-11-24).
_PROGRAMS: Final = {
    "sed": (("-e", "--expression"), ("-f", "--file"), ("-l", "--line-length")),
    "awk": ((), ("-f", "--file"), ("-F", "-v", "--assign", "--field-separator")),
    "jq": ((), ("-f", "--from-file"), ("--indent", "-L")),
}
_ALIASES: Final = {"gawk": "awk", "mawk": "awk", "gsed": "sed", "gojq": "jq"}
# Options of jq that take two words.
_PAIRS: Final = ("--arg", "--argjson", "--slurpfile", "--rawfile")
# Programs whose options run commands or write files, with a word that shows it.
_OPTIONS: Final = {
    "curl": "--output", "wget": "--output-document", "find": "-exec", "ssh": "-oProxyCommand", "rsync": "-e",
    "git clone": "--upload-pack", "git fetch": "--upload-pack", "git pull": "--upload-pack",
    "git ls-remote": "--upload-pack", "git grep": "-O", "git log": "--output", "git diff": "--output",
    "git show": "--output", "git rebase": "--exec",
}  # fmt: skip
# Commands that only print their words, or are none.
_HARMLESS: Final = frozenset({
    "", "echo", "printf", "test", "[", "[[", "read", "export", "local", "declare", "readonly", "typeset", "set",
    "return", "exit", "true", ":", "for", "unset", "shift", "expr", "let", "eval", "sh", "bash", "zsh", "dash", "grep",
})  # fmt: skip


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each text of strangers that becomes a part of a program or an option of a command."""
    flow = Flow(document.model)
    for place in posix_steps(document.model, "$"):
        run = place.step.run
        known = strangers(flow, place)
        if run is None or not (known or "gh pr view" in run.raw or "gh issue view" in run.raw):
            continue
        for act in acts_of(document.source, run):
            for word, name, case, what in _hits(act.call.words, known) if known else ():
                if not is_checked(run.raw, name):
                    text = known[name]
                    related = () if text.at is None else (Related(text.at, "where it comes from"),)
                    yield Hit(word.place.span, {"variable": name, "name": text.name, **what}, case, related)
            follow(act, known)


def _hits(words: Sequence[Word], known: dict[str, Stranger]) -> Iterator[tuple[Word, str, str, dict[str, str]]]:
    """Yield the words of a command in which a text does harm: the variable, the case, and what the message names."""
    words = _command(words)
    first = words[0].text if words else None
    command = "" if first is None else first.rpartition("/")[2]
    command = _ALIASES.get(command, command)
    if command in _PROGRAMS:
        for word in _programs(words[1:], *_PROGRAMS[command]):
            name = used(word.raw, known)
            if name is not None:
                yield word, name, "", {"command": command}
        return
    if command == "git" and len(words) > 1:
        command = f"git {words[1].text or ''}"
    option = _OPTIONS.get(command)
    before = ""
    for word in words[1 + command.count(" ") :]:
        if before == "--" or word.raw == "--":
            before = "--"
            continue
        name = whole(word.raw.strip('"'), known)
        text = None if name is None else known[name]
        if name is not None and text is not None and not text.word:
            if not word.raw.startswith('"'):
                if command not in _HARMLESS:
                    yield word, name, "split", {"command": command}
            elif option is not None and (not before.startswith("-") or before in _flags(command)):
                yield word, name, "option", {"command": command, "option": option}
        before = word.raw


def _flags(command: str) -> tuple[str, ...]:
    """Return the options before an operand that surely have no value of their own."""
    if command == "curl":
        return ("-s", "-S", "-L", "-f", "-k", "-sS", "-sL", "-fsSL", "-sSL", "-sSfL", "-fsS", "-O", "-LO", "-sLO")
    return ("-q", "-nv", "--quiet", "-p", "-print", "-delete") if command != "find" else ("-print", "-delete")


def _command(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words of the command that wrappers such as `sudo` and `env` run."""
    for command, _ in unwrapped(Command(tuple(words), words[0].place)) if words else ():
        words = command.words
        if command.name == "ssh":
            break
    return words


def _programs(
    words: Sequence[Word], given: tuple[str, ...], files: tuple[str, ...], valued: tuple[str, ...]
) -> Iterator[Word]:
    """Yield the words of sed, awk or jq that are programs."""
    elsewhere, skip, take = False, 0, False
    for word in words:
        text = word.text if word.text is not None else word.raw
        if take:
            yield word
            take = False
        elif skip:
            skip -= 1
        elif text in given:
            elsewhere = take = True
        elif text.startswith(given) and given:
            elsewhere = True
            yield word
        elif text in files or text.startswith(tuple(f"{one}=" for one in files if one.startswith("--"))):
            elsewhere, skip = True, int("=" not in text)
        elif text in valued:
            skip = 1
        elif text in _PAIRS:
            skip = 2
        elif not text.startswith("-") and not elsewhere:
            elsewhere = True
            yield word
