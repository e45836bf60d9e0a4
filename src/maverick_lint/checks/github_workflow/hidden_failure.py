"""github-workflow/hidden-failure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._shell import commands_of
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Job, Workflow

# At the end of a pipe they fail when nothing comes in.
_ASKS: Final = frozenset({"grep", "egrep", "fgrep", "sha256sum", "sha512sum", "sha1sum", "md5sum", "true"})
# They do not fail, so that nothing is hidden.
_SUCCEEDS: Final = frozenset(
    {"echo", "printf", "yes", "true", ":", "seq", "tput", "date", "uname", "set", "env", "ls", ""}
)
# Where its output goes stands between a command and its pipe.
_REDIRECTS: Final = re.compile(r"\A(?:[ \t]*\d?(?:>>?|<)&?[ \t]*[^\s|;&<>]+)+")
_KNOWS: Final = re.compile(r"pipefail|PIPESTATUS")
_QUESTIONS: Final = ("if", "elif", "while", "until", "!")

# A substitution whose status is that of the command, since a variable is set alone.
_ASSIGNED: Final = re.compile(r"(?:^|[;&({]|\b(?:then|do|else|run:))[ \t]*['\"]?\w+=\"?(?:\$\(|`)$")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first command of the first pipe of each script whose failure the default shell hides."""
    model = document.model
    if model.shell is not None:
        return
    for job in model.jobs:
        if job.shell is not None or _on_windows(job):
            continue
        for step in job.steps:
            if step.run is None or step.shell is not None or "|" not in step.run.raw or _KNOWS.search(step.run.raw):
                continue
            for command in commands_of(embedded(model.source, step.run), {}):
                if command.ignored and command.name not in _SUCCEEDS and _hides(model.source.text, command):
                    yield Hit(command.words[0].place.span, {"command": command.name})
                    break


def _on_windows(job: Job) -> bool:
    return job.runs_on is not None and "windows" in job.runs_on.raw.lower()


def _hides(text: str, command: Command) -> bool:
    """Say whether a pipe follows the command, whose end tells nothing of it, and nobody asks for its status."""
    span = command.place.span
    before = text[max(span.start - 80, 0) : span.start].rstrip()
    rest = _REDIRECTS.sub("", text[span.end : span.end + 200].replace("\\\n", " ")).lstrip(" \t")
    if not rest.startswith("|") or rest.startswith("||") or before.endswith(_QUESTIONS):
        return False
    line = rest.partition("\n")[0]
    if "||" in line or (before.endswith(("$(", "`")) and not _ASSIGNED.search(before.rpartition("\n")[2])):
        return False
    words = line.lstrip("|& \t").split(None, 1)
    return not words or words[0] not in _ASKS
