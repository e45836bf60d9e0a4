"""A pipe in RUN hides that its first command failed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

# At the end of a pipe they fail when nothing comes in.
_ASKS: Final = ("grep", "egrep", "fgrep", "sha256sum", "sha512sum", "sha1sum", "md5sum")
# They do not fail, so that nothing is hidden.
_SUCCEEDS: Final = frozenset({"echo", "printf", "yes", "true", ":", "seq", "cat", "tput", "date", "uname", "set", ""})


# Where a pipeline ends.
_END: Final = re.compile(r"&&|\|\||[;)\n]")
_SHOWN: Final = 400  # characters after a command in which its pipeline is looked for
_QUESTIONS: Final = ("if", "elif", "while", "until", "!")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the first command of the first pipe of each RUN whose failure nobody sees."""
    for stage in document.model.stages:
        for instruction in stage.every("RUN"):
            if instruction.json or "pipefail" in instruction.shell or "|" not in instruction.joined.text:
                continue
            for command in document.model.commands(instruction):
                if (
                    command.ignored
                    and not (command.condition and _asked(document, command))
                    and not _lost(document, command)
                    and command.name not in _SUCCEEDS
                    and _piped(document, command)
                ):
                    shell = instruction.shell[0].rpartition("/")[2] if instruction.shell else "sh"
                    yield Hit(command.words[0].place, {"command": command.name, "shell": shell})
                    break


def _asked(document: Document[Dockerfile], command: Command) -> bool:
    """Say whether the pipe is what an `if` or a loop asks, rather than the left side of `&&`."""
    return _before(document, command).endswith(_QUESTIONS) or "||" in _after(document, command)


def _lost(document: Document[Dockerfile], command: Command) -> bool:
    """Say whether the pipe stands in a substitution whose status is lost anyway: all but `NAME=$(a | b)`."""
    before = _before(document, command)
    return before.endswith("$(") and not before.removesuffix("$(").rstrip('"').endswith("=")


def _before(document: Document[Dockerfile], command: Command) -> str:
    start = command.place.span.start
    return document.source.text[max(start - 40, 0) : start].rstrip()


def _after(document: Document[Dockerfile], command: Command) -> str:
    end = command.place.span.end
    return document.source.text[end : end + 200].replace("\\\n", " ").partition("\n")[0].partition("&&")[0]


def _piped(document: Document[Dockerfile], command: Command) -> bool:
    """Say whether a pipe follows the command whose last one does not ask whether something comes in.

    Not for `|| true`, which throws the failure away on purpose.
    """
    text = document.source.text
    end = command.place.span.end
    rest = text[end : end + _SHOWN].replace("\\\n", " ").lstrip(" \t")
    if not rest.startswith("|") or rest.startswith("||"):
        return False
    pipe = _END.split(rest, maxsplit=1)[0]
    last = pipe.rpartition("|")[2].lstrip("& \t").split(None, 1)
    first = rest.lstrip("|& \t").split(None, 1)
    return not any(words and words[0] in _ASKS for words in (first[:1], last[:1]))
