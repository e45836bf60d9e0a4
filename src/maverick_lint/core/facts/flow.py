"""What a script does to a running deployment, in the order in which it does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.span import Place, Span

Deed = Literal["start", "wait", "edit", "test", "reload", "retire", "free", "join", "guard"]


@record
class Act:
    """A step of a deployment.

    deed        "start" runs a container in the background, "wait" waits until a service answers, "edit" writes the
                proxy's configuration, "test" lets the proxy check it, "reload" makes the proxy use it, "retire" stops
                or removes a container, "free" gives a container another name, "join" waits for background jobs, "guard"
                sets a trap that removes a container, or does something unknown, when the script ends or fails
    stops       the script goes no further when it fails
    background  it runs in the background
    guarded     it stands under a condition, or its failure is looked at or thrown away on purpose
    """

    deed: Deed
    place: Place
    command: Command | None = None
    stops: bool = True
    background: bool = False
    guarded: bool = False


@record
class Constant:
    """A variable that the script sets once, to a plain text."""

    name: str
    text: str
    place: Place


@record
class FileUse:
    """A script reads or writes a file on the server.

    path    as far as it is known
    place   the word that names it
    how     "read", "write", "copy" (then `origin` is what is copied there), or "other" for what a command does to it
    given   what is written has an argument of the script in it, or a variable that takes one over
    """

    path: str
    place: Place
    how: Literal["read", "write", "copy", "other"]
    origin: str = ""
    given: bool = False


@record
class Parameters:
    """How a script takes values from its caller.

    positions   "$1" is its first argument all along: it has neither `shift` nor `set --`
    own         the variables that it sets itself, but not one that only takes itself over (`PORT=${PORT:-8000}`)
    flags       the variables that an option of the command line sets, each with the spellings of the option
    defaults    what such a variable is without the option, where that is known
    elsewhere   it reads variables of another file (`source`, `eval`)
    functions   the spans of its functions, in which "$1" is an argument of the function
    """

    positions: bool = True
    own: frozenset[str] = frozenset()
    flags: tuple[tuple[str, tuple[str, ...]], ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    elsewhere: bool = False
    functions: tuple[Span, ...] = ()


@record
class ScriptFlow:
    """A script, as deployments see it.

    shell      what its first line names, "" without one
    heading    the place of its first line
    options    which of errexit, nounset and pipefail hold from the start on
    options_at the `set` that sets some of them, None where none does
    unguarded  each positional parameter that is used without any check, at its first use
    unset      each variable that the script reads and nothing in it can have set, at its first use
    usage      the script that its own usage line names, None without one
    parameters how it takes values from its caller; None for the script of a step
    ports      every number that a variable with "port" in its name is set to, each at its first place
    files      the files on the server that it reads and writes, in the order of the text
    acts       in the order in which they run, functions followed
    """

    path: str
    heading: Place
    shell: str = ""
    options: tuple[str, ...] = ()
    options_at: Place | None = None
    unguarded: tuple[tuple[str, Place], ...] = ()
    acts: tuple[Act, ...] = ()
    constants: tuple[Constant, ...] = ()
    unset: tuple[tuple[str, Place], ...] = ()
    usage: tuple[str, Place] | None = None
    ports: tuple[tuple[int, Place], ...] = ()
    parameters: Parameters | None = None
    files: tuple[FileUse, ...] = ()
