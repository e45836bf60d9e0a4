"""Which of the shell's safety options a script sets before it does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.span import Place

_LETTERS: Final = {"e": "errexit", "u": "nounset"}
_NAMES: Final = ("errexit", "nounset", "pipefail")
_HARMLESS: Final = frozenset(
    {"echo", "printf", ":", "cd", "umask", "trap", "readonly", "export", "shopt", "source", "."}
)


class Options(NamedTuple):
    """The options that are set, in a fixed order, and the place of the first `set`."""

    names: tuple[str, ...]
    place: Place | None


def options_of(script: syntax.Script) -> Options:
    """Return the options that hold before the first command that does something; `set +e` later does not count."""
    held = set(from_words(script.shebang[1:]))
    place: Place | None = None
    for call in _opening(script.body):
        if call.words[0].text != "set":
            continue
        arguments = [word.text or "" for word in call.words[1:]]
        set_here = set(from_words(arguments))
        held |= set_here
        if set_here and place is None:
            place = call.place
    return Options(tuple(name for name in _NAMES if name in held), place)


def _opening(block: syntax.Block) -> Iterator[syntax.Call]:
    """Yield the commands before the first one that does something, and the `set` commands at the top after it."""
    opening = True
    for item in block:
        node = item.node
        # `set -o pipefail || true`, for shells that lack it
        if isinstance(node, syntax.AndOr) and isinstance(node.parts[0][1], syntax.Call):
            node = node.parts[0][1]
        if not isinstance(node, syntax.Call) or not node.words:
            continue
        name = node.words[0].text or ""
        if name == "set" and opening:
            yield node
        elif name not in _HARMLESS:
            opening = False


def from_words(words: Iterable[str]) -> Iterator[str]:
    """Read `-euo pipefail`, `-o errexit`, `-e -u`; `+e` switches off and is passed over."""
    named = False
    for word in words:
        if named:
            if word in _NAMES:
                yield word
            named = False
        elif word.startswith("-") and not word.startswith("--"):
            for letter in word[1:]:
                if letter in _LETTERS:
                    yield _LETTERS[letter]
            named = "o" in word[1:]
