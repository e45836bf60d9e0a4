"""What a script, or the script of a step, is to a deployment."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.flow import Act, Constant, ScriptFlow
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._deeds.files import file_uses
from maverick_lint.formats._deeds.parameters import parameters_of
from maverick_lint.formats._deeds.positionals import unguarded
from maverick_lint.formats._deeds.strictness import options_of
from maverick_lint.formats._deeds.unset import unset
from maverick_lint.formats._deeds.walk import acts_of
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NAMES: Final = ("deploy", "roll", "revert", "release", "flight", "smoke", "health", "blue", "green", "downtime")
_PROGRAMS: Final = ("docker", "podman", "nerdctl", "nginx", "openresty")
_USAGE: Final = re.compile(r"\b[Uu](?:sage|SAGE):?[ \t]+(?:bash[ \t]+|sh[ \t]+)?([\w./-]{1,100}\.(?:sh|bash))\b")
_SWITCHING: Final = frozenset({"start", "reload", "retire", "edit"})
_MOST_ACTS: Final = 500
_PORT: Final = re.compile(
    r"(?:^|[;&|({)]|\b(?:then|else|do)\b)[ \t]*(?:(?:local|readonly|export|declare)[ \t]+)?"
    r"\w{0,40}port\w{0,40}=[\"']?(\d{4,5})\b",  # bounded, so that a long word costs nothing
    re.IGNORECASE | re.MULTILINE,
)


def flow_of(script: syntax.Script, heading: Span, shell: str = "") -> ScriptFlow:
    """Return what a script file does to a running deployment; `shell` is what its first line names."""
    functions = {node.name: node for node in _functions(script.body)}
    spans = tuple(sorted((f.place.span for f in functions.values()), key=lambda span: span.start))
    options = options_of(script)
    path = script.source.path
    return ScriptFlow(
        path=path,
        heading=Place(path, heading),
        shell=shell,
        options=options.names,
        options_at=options.place,
        unguarded=unguarded(script, spans),
        acts=_acts_of(script, functions, errexit="errexit" in options.names) if _acts(script.source.text) else (),
        constants=tuple(_constants(script)),
        unset=unset(script),
        usage=_usage(script),
        ports=_ports(script),
        parameters=parameters_of(script, spans),
        files=file_uses(script),
    )


def _ports(script: syntax.Script) -> tuple[tuple[int, Place], ...]:
    """Return the numbers that variables of ports are set to: the sides of a deployment, whichever is new."""
    source = script.source
    found: dict[int, Place] = {}
    for match in _PORT.finditer(source.text) if "port" in source.text.lower() else ():
        found.setdefault(int(match[1]), Place(source.path, source.outer(Span(*match.span(1)))))
    return tuple(found.items())


def step_flow(scripts: Sequence[syntax.Script], heading: Place, *, errexit: bool) -> ScriptFlow | None:
    """Return what the script of a step does to a running deployment; None when it switches nothing.

    `errexit` tells whether the shell that runs it ends at the first failure.
    """
    acts: list[Act] = []
    constants: list[Constant] = []
    held: set[str] = {"errexit"} if errexit else set()
    for script in scripts:
        if not _acts(script.source.text):
            continue
        functions = {node.name: node for node in _functions(script.body)}
        held.update(options_of(script).names)
        acts.extend(_acts_of(script, functions, errexit="errexit" in held))
        constants.extend(_constants(script))
    if not any(act.deed in _SWITCHING for act in acts):
        return None
    options = tuple(sorted(held))
    return ScriptFlow(heading.path, heading, options=options, acts=tuple(acts), constants=tuple(constants))


def _acts_of(script: syntax.Script, functions: Mapping[str, syntax.Function], *, errexit: bool) -> tuple[Act, ...]:
    return tuple(islice(acts_of(script, functions, errexit=errexit), _MOST_ACTS))


def _usage(script: syntax.Script) -> tuple[str, Place] | None:
    """Return the script that the usage line names, with its place."""
    source = script.source
    found = _USAGE.search(source.text)
    return None if found is None else (found[1], Place(source.path, source.outer(Span(*found.span(1)))))


def may_deploy(path: str, text: str) -> bool:
    """Say whether a script may have a part in a deployment: by a word in its name, or a program that it names."""
    name = path.rpartition("/")[2].lower()
    return _acts(text) or any(word in name for word in _NAMES)


def _acts(text: str) -> bool:
    """Say whether a script names any program that acts on a deployment; most name none, and are not followed."""
    return any(word in text for word in _PROGRAMS)


def _functions(block: syntax.Block) -> Iterator[syntax.Function]:
    for item in block:
        if isinstance(item.node, syntax.Function):
            yield item.node


def _constants(script: syntax.Script) -> Iterator[Constant]:
    """Yield the variables set to a plain text; one that takes over another one stands where that one is set."""
    places: dict[str, Place] = {}
    for item in script.body:
        if isinstance(item.node, syntax.Call):
            for one in item.node.assignments:
                known = script.variables.get(one.name)
                if one.value is not None and known is not None and known.text is not None:
                    place = places.setdefault(one.name, places.get(one.value.raw.strip('"${}'), one.value.place))
                    yield Constant(one.name, known.text, place)
