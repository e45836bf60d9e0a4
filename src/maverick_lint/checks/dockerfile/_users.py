"""Users that commands create."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

_VALUED_WORDS: Final = (
    "-b --base-dir -c --comment -d --home-dir --home -e --expiredate -f --inactive -g --gid -G --groups -k --skel "
    "-K --key -p --password -r --root -R -s --shell -u --uid -Z --selinux-user -h --ingroup --gecos --firstuid "
    "--lastuid --conf -x -P --prefix"
)
_VALUED: Final = frozenset(_VALUED_WORDS.split())
_GLUED: Final = re.compile(r"-[A-Za-z]*u\d+\Z")  # -u1001, -mu1001
# Flags that take a value with useradd (or busybox) and none with the other.
_BARE: Final = {"useradd": frozenset({"-r"}), "adduser": frozenset({"-r", "-D", "-S", "-H", "-R"})}


@record
class Created:
    """A user that a command creates: `uid` is the word of its number, None when none is given."""

    command: Command
    name: Word
    uid: Word | None


def created(dockerfile: Dockerfile, stage: Stage) -> Iterator[tuple[Instruction, Created]]:
    """Yield each user that the RUN instructions of a stage's chain create."""
    for instruction, command in dockerfile.run_commands(stage, ("useradd", "adduser"), chain=True):
        user = creation(command)
        if user is not None:
            yield instruction, user


def creation(command: Command) -> Created | None:
    """Return the user that a command creates, None when it creates none."""
    if command.name not in ("useradd", "adduser"):
        return None
    uid: Word | None = None
    names: list[Word] = []
    words = iter(command.words[1:])
    bare = _BARE[command.name]
    for word in words:
        text = word.text or word.raw
        flag, sign, _ = text.partition("=")
        if not text.startswith("-"):
            names.append(word)
        elif flag in ("-u", "--uid"):
            uid = word if sign else next(words, None)
        elif _GLUED.match(text) is not None:
            uid = word
        elif text.startswith("-") and not text.startswith("--") and text.endswith("u") and len(text) > 2:  # noqa: PLR2004 - -ru, -Du
            uid = next(words, None)
        elif flag in _VALUED and flag not in bare and not sign:
            next(words, None)
    # `adduser USER GROUP` adds a user to a group and creates none
    return Created(command, names[0], uid) if len(names) == 1 else None
