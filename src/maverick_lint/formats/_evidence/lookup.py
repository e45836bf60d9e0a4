"""From a command, an action or an image to the technologies that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._evidence.actions import ACTIONS, NO_SIGN
from maverick_lint.formats._evidence.images import IMAGES
from maverick_lint.formats._evidence.tools import (
    COMMANDS,
    DOWNLOADERS,
    DOWNLOADS,
    ELSEWHERE,
    ELSEWHERE_VARIABLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.formats._evidence.tools import Tool


def evidence_of_commands(commands: Iterable[Command]) -> Iterator[Evidence]:
    """Yield what commands show.

    A command counts by its name at command position alone: not as an argument of another (`command -v helm`,
    `apt-get install kubectl`), nor in a text. What `sudo`, `env` and the like run is a command of its own already
    (formats/_shell looks through them).
    """
    for command in commands:
        words = command.words
        for tool in COMMANDS.get(command.name, ()):
            used = _subcommand(tool, words[1:])
            if used is None or (command.name == "aws" and _speaks_elsewhere(command)):
                continue
            shown = used or _first_plain(words[1:])
            last = words[max((n for n, word in enumerate(words) if word.text in shown), default=0)]
            place = Place(words[0].place.path, Span(words[0].place.span.start, last.place.span.end))
            what = f"the command `{' '.join([command.name, *shown])}`"
            yield Evidence(tool.sign.technology, tool.sign.name, what, place)
        if command.name in ("docker", "podman", "nerdctl"):
            yield from _container(words)
        elif command.name in DOWNLOADERS:
            yield from _download(words)


def evidence_of_action(uses: str, place: Place) -> Iterator[Evidence]:
    """Yield what an action shows by its `uses:` text; an image called by `docker://` counts as the image."""
    name = uses.strip().partition("@")[0].lower()
    if name.startswith("docker://"):
        yield from evidence_of_image(uses.strip()[len("docker://") :], place)
        return
    owner, _, rest = name.partition("/")
    repository = f"{owner}/{rest.partition('/')[0]}"
    if repository in NO_SIGN:
        return
    for sign in ACTIONS.get(repository) or ACTIONS.get(owner, ()):
        yield Evidence(sign.technology, sign.name, f"the action `{repository}`", place)


def evidence_of_image(image: str, place: Place) -> Iterator[Evidence]:
    """Yield what an image shows by its reference."""
    repository = image.lower().partition("@")[0]
    folder, slash, last = repository.rpartition("/")
    repository = folder + slash + last.partition(":")[0]
    first, slash, rest = repository.partition("/")
    if slash and ("." in first or ":" in first or first == "localhost"):
        repository = rest
    for sign in IMAGES.get(repository, ()):
        yield Evidence(sign.technology, sign.name, f"the image `{image}`", place)


def _subcommand(tool: Tool, words: Sequence[Word]) -> tuple[str, ...] | None:
    """Return the subcommands that make a tool count, None when it does not.

    The first one may stand after options with values (`docker --context prod stack deploy`): it is looked for among
    the first words, and the next levels right after it.
    """
    if not tool.words:
        return ()
    plain = _plain(words)[:4]
    for start, text in enumerate(plain):
        if text in tool.words[0]:
            used = plain[start : start + len(tool.words)]
            fits = len(used) == len(tool.words) and all(a in b for a, b in zip(used, tool.words, strict=True))
            return tuple(used) if fits else None
        if start == 0 and words and not (words[0].text or "-").startswith("-"):
            return None
    return None


def _plain(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words if word.text is not None and not word.text.startswith("-")]


def _first_plain(words: Sequence[Word]) -> list[str]:
    first = words[0].text if words else None
    return [first] if first and not first.startswith("-") and first.isascii() and len(first) < 30 else []  # noqa: PLR2004 - a readable word


def _speaks_elsewhere(command: Command) -> bool:
    if any(name in ELSEWHERE_VARIABLES for name, _ in command.assigned):
        return True
    return any((word.text or word.raw).partition("=")[0] in ELSEWHERE for word in command.words)


def _container(words: Sequence[Word]) -> Iterator[Evidence]:
    """Yield what the image of `docker run IMAGE` shows; it is the first word that the table of images knows."""
    plain = _plain(words[1:])
    if not plain or plain[0] not in ("run", "container"):
        return
    for word in words[2:]:
        if word.text is not None and "/" in word.text and not word.text.startswith(("-", "/", ".")):
            found = list(evidence_of_image(word.text, word.place))
            if found:
                yield from found
                return


def _download(words: Sequence[Word]) -> Iterator[Evidence]:
    """Yield what a download by curl or wget brings; a variable in the address hides only its own part."""
    for word in words[1:]:
        address = (word.text or word.expanded or word.raw).strip("\"'")
        for part, sign in DOWNLOADS.items():
            if part in address:
                yield Evidence(sign.technology, sign.name, f"the download from {address}", word.place)
