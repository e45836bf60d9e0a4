"""Which package manager's call a command is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._packages.managers import BY_PROGRAM, Manager

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command, Word

_PYTHON: Final = ("python", "python2", "python3")
_TWO_WORDS: Final = {
    ("yarn", "global"),
    ("uv", "pip"),
    ("uv", "tool"),
    ("poetry", "self"),
    ("dnf", "group"),
    ("yum", "group"),
    ("dnf", "module"),
    ("yum", "module"),
    ("composer", "global"),
}


_MOST: Final = 5000  # answers that are kept at once


@record
class Invocation:
    """A call of a package manager.

    action    its sub-command ("install"; "pip install" for uv), "" for none, None when a variable hides it
    flags     its flags in the order of the text, each with its value ("" for none, None when unknown)
    operands  the words that are neither flags nor their values
    unknown   a word that holds a variable may be flags, so that absence of a flag proves nothing
    """

    manager: Manager
    command: Command
    action: str | None
    word: Word
    flags: tuple[tuple[str, str | None], ...]
    operands: tuple[Word, ...]
    unknown: bool

    @property
    def asks(self) -> bool:
        """Whether it asks somebody before it does its work, unless it is told not to."""
        return self.action is not None and self.action.rpartition(" ")[2] in self.manager.asks

    @property
    def installs(self) -> bool:
        """Whether it installs something."""
        return self.action is not None and self.action.rpartition(" ")[2] in self.manager.install

    def has(self, *names: str) -> bool:
        """Say whether one of these flags is given."""
        return any(name in names for name, _ in self.flags)

    def value(self, *names: str) -> str | None:
        """Return the value of the last of these flags; None when none is given or its value is unknown."""
        return next((value for name, value in reversed(self.flags) if name in names), None)

    def every(self, *names: str) -> tuple[str, ...]:
        """Return all known values of these flags."""
        return tuple(value for name, value in self.flags if name in names and value)


_answers: dict[int, tuple[Command, Invocation | None]] = {}


def invocation(command: Command) -> Invocation | None:
    """Return the package manager's call that a command is; None for other commands.

    A dozen rules ask this of every command, so the answers are kept; the command beside the answer keeps its id taken.
    """
    known = _answers.get(id(command))
    if known is not None:
        return known[1]
    if len(_answers) >= _MOST:
        _answers.clear()
    found = _called(command)
    _answers[id(command)] = command, found
    return found


def _called(command: Command) -> Invocation | None:
    words = command.words
    name = command.name
    if (name in _PYTHON or name.startswith("python3.")) and len(words) > 2 and words[1].text == "-m":  # noqa: PLR2004
        name, words = words[2].text or "", words[2:]
    if name.startswith(("pip3.", "pip2")):
        name = "pip"
    manager = BY_PROGRAM.get(name)
    if manager is None or not words:
        return None
    return _read(manager, command, words)


def _read(manager: Manager, command: Command, words: tuple[Word, ...]) -> Invocation:
    action: str | None = ""
    at = words[0]
    flags: list[tuple[str, str | None]] = []
    operands: list[Word] = []
    unknown = False
    rest = iter(words[1:])
    literal = False
    for word in rest:
        text = word.text
        if not literal and text == "--":
            if manager.name == "gem":
                break  # what follows is for the compiler
            literal = True
        elif not literal and text is not None and text.startswith("-") and len(text) > 1:
            name, sign, value = text.partition("=")
            if sign:
                flags.append((name, value))
            elif name in manager.valued:
                following = next(rest, None)
                flags.append((name, None if following is None else following.text))
            else:
                flags.append((name, ""))
        elif text is None and word.raw.startswith("-"):
            name = word.raw.partition("=")[0]
            flags.append((name, None))
            unknown = unknown or "=" not in word.raw
        elif action == "" or (action is not None and (manager.name, action) in _TWO_WORDS and not operands):
            # the first word is the sub-command, of some managers the first two are
            action = None if text is None else f"{action} {text}".strip()
            at = word
        else:
            # `php${VERSION}-xml` is one package, `$PACKAGES` may be flags
            unknown = unknown or (text is None and word.raw.lstrip('"').startswith(("$", "`")))
            operands.append(word)
    return Invocation(manager, command, action, at, tuple(flags), tuple(operands), unknown)
