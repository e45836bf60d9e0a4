"""A user is created without a fixed number, or with one of the system's."""

from __future__ import annotations

from string import ascii_letters
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import ends
from maverick_lint.checks.dockerfile._users import Created, created
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.formats.dockerfile.model import Dockerfile

_FIRST: Final = 1000
_FLAG: Final = f"-{ascii_letters}"  # of `-u1001`


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the name of a user without a number, or at a number below 1000, in what an image runs."""
    for user, names in _created(document.model):
        command = user.command
        if user.uid is None:
            if all(word.text is not None for word in command.words[1:] if word is not user.name):
                values = {"user": user.name.text or user.name.raw, "command": command.name}
                yield Hit(user.name.place, values, "none", stages=names)
            continue
        digits = (user.uid.text or "").rpartition("=")[2].lstrip(_FLAG)
        if digits.isdecimal() and int(digits[:9]) < _FIRST:
            yield Hit(user.uid.place, {"user": user.name.text or user.name.raw, "uid": digits}, stages=names)


def _created(model: Dockerfile) -> Iterator[tuple[Created, tuple[str, ...]]]:
    """Yield each user that a stage creates, once, with the names of the images that it is in."""
    found: dict[Place, tuple[Created, tuple[str, ...]]] = {}
    for end, names in ends(model):
        for _, user in created(model, end):
            known = found.get(user.name.place, (user, ()))[1]
            found[user.name.place] = (user, known + names)
    yield from found.values()
