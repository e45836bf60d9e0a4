"""deploy/no-git-pull: servers get images, not source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.docker_runs import through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.deploys import DeployCommand
    from maverick_lint.stack.model import Stack

_GIT: Final = frozenset({"pull", "clone"})
_WHOLE: Final = frozenset({".", "./", "./.", "*", "./*", "$PWD", "$PWD/", "${PWD}", "${PWD}/", "$(pwd)", "$(pwd)/",
                           "$GITHUB_WORKSPACE", "$GITHUB_WORKSPACE/", "$CI_PROJECT_DIR", "$CI_PROJECT_DIR/", "src",
                           "src/", "./src", "./src/", "app", "app/", "./app/"})  # fmt: skip


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `git pull` and `git clone` on the server, and copies of the whole tree to it."""
    seen: set[Place] = set()
    for one in commands(stack):
        place = _pulls(one) or _copies(one.command)
        if place is not None and place not in seen:
            seen.add(place)
            yield Hit(place, {"what": " ".join(word.raw for word in _shown(one.command, place))})


def _shown(command: Command, place: Place) -> list[Word]:
    words = [word for word in command.words if word.place.span.end <= place.span.end]
    return words if len(words) <= 3 else [words[0], words[-1]]  # noqa: PLR2004 - the options between are left out


def _pulls(one: DeployCommand) -> Place | None:
    command = one.command
    if command.name != "git" or not one.remote:
        return None
    word = _git_verb(command)
    if word is None:
        return None
    resets = word.text == "reset" and any("origin/" in (other.text or other.expanded) for other in command.words)
    return through(command, word) if word.text in _GIT or resets else None


def _git_verb(command: Command) -> Word | None:
    """Return the word that says what git does; `-C folder` and `-c name=value` come before it."""
    skip = False
    for word in command.words[1:]:
        if skip:
            skip = False
        elif word.text in ("-C", "-c", "--git-dir", "--work-tree"):
            skip = True
        elif not (word.text or "").startswith("-"):
            return word
    return None


def _copies(command: Command) -> Place | None:
    """Return the place of a copy of the whole tree to another machine."""
    if command.name not in ("rsync", "scp") or not _is_remote(command.words[-1]):
        return None
    whole = next((word for word in command.words[1:-1] if (word.text or word.expanded) in _WHOLE), None)
    return None if whole is None else through(command, whole)


def _is_remote(word: Word) -> bool:
    text = word.expanded or word.raw
    return ":" in text and not text.startswith(("/", "."))
