"""Commands that a script really reaches, whatever holds the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class Word:
    """A word of a command.

    `text` is its value after quotes are removed, or None when a part of it is unknown (a variable without a known
    value, a substitution, a template expression); `raw` is the text as written. `expanded` is the value as far as it is
    known: variables that the script sets are followed, and what is unknown stands as written (`app:${{ inputs.v }}`).
    """

    text: str | None
    raw: str
    place: Place
    expanded: str = ""


@record
class Command:
    """A simple command at command position.

    words      all words, the command's name first; assignments and redirections left out
    assigned   the variables set for this command alone, by name (`CI=1 npm test`)
    ignored    its failure is thrown away: `|| true`, `|| :`, `|| echo ...`, or it stands in a pipe that is not its
               last command without pipefail
    condition  it is itself the condition of an `if`, `while` or `!`, or the left side of `||` or `&&`
    background it runs in the background
    remote     a shell on another machine runs it (`ssh host ...`)
    """

    words: tuple[Word, ...]
    place: Place
    assigned: tuple[tuple[str, str | None], ...] = ()
    ignored: bool = False
    condition: bool = False
    background: bool = False
    remote: bool = False

    @property
    def name(self) -> str:
        """The command's name without its folder; "" when it is unknown."""
        first = self.words[0].text if self.words else None
        return "" if first is None else first.rpartition("/")[2]

    @property
    def arguments(self) -> tuple[str | None, ...]:
        """The texts of the words after the name; None for each unknown one."""
        return tuple(word.text for word in self.words[1:])
