"""What BuildKit refuses of an instruction before it builds anything.

Source: BuildKit, frontend/dockerfile/instructions/parse.go and the Dockerfile reference (2026-08).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats.dockerfile.duration import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.dockerfile.instruction import Flag, Instruction

FLAGS: Final[dict[str, frozenset[str]]] = {
    "ADD": frozenset({"chown", "chmod", "link", "keep-git-dir", "checksum", "unpack", "exclude"}),
    "ARG": frozenset(),
    "CMD": frozenset(),
    "COPY": frozenset({"from", "chown", "chmod", "link", "parents", "exclude"}),
    "ENTRYPOINT": frozenset(),
    "ENV": frozenset(),
    "EXPOSE": frozenset(),
    "FROM": frozenset({"platform"}),
    "HEALTHCHECK": frozenset({"interval", "timeout", "start-period", "start-interval", "retries"}),
    "LABEL": frozenset(),
    "MAINTAINER": frozenset(),
    "ONBUILD": frozenset(),
    "RUN": frozenset({"mount", "network", "security", "device"}),
    "SHELL": frozenset(),
    "STOPSIGNAL": frozenset(),
    "USER": frozenset(),
    "VOLUME": frozenset(),
    "WORKDIR": frozenset(),
}
_SWITCHES: Final = frozenset({"link", "parents", "keep-git-dir", "unpack"})
_NEEDS: Final = {
    "CMD": "",  # an empty CMD is allowed: it clears the one of the base
    "ENTRYPOINT": "",
    "EXPOSE": "a port",
    "MAINTAINER": "a name",
    "RUN": "a command",
    "STOPSIGNAL": "a signal",
    "USER": "a user",
    "VOLUME": "a path",
    "WORKDIR": "a path",
}
_STAGE: Final = re.compile(r"[a-z][a-z0-9-_.]*\Z")
_FROM_WORDS: Final = 3


def problems(found: Instruction, *, known: bool) -> Iterator[ParseError]:
    """Yield what is wrong with an instruction; flags are judged only when its frontend is `known`."""
    if known:
        for flag in found.flags:
            yield from _flag(found.name, flag)
    if found.name == "ONBUILD":
        if found.inner is None:
            yield ParseError(found.keyword, "ONBUILD has no instruction to run in the images built on this one")
        else:
            yield from problems(found.inner, known=known)
        return
    message = _missing(found)
    if message:
        yield ParseError(found.keyword, message)
    elif found.name == "FROM":
        yield from _from(found)


def _flag(name: str, flag: Flag) -> Iterator[ParseError]:
    allowed = FLAGS[name]
    if flag.name not in allowed:
        known = ", ".join(f"--{one}" for one in sorted(allowed))
        has = f"it has {known}" if allowed else "it has none"
        yield ParseError(flag.span, f"{name} has no flag --{flag.name}; {has}")
    elif flag.value is None and flag.name not in _SWITCHES:
        yield ParseError(flag.span, f"--{flag.name} has no value; write --{flag.name}=VALUE")
    elif name == "HEALTHCHECK" and flag.value is not None and "$" not in flag.value:
        if flag.name == "retries" and not flag.value.lstrip("+-").isdecimal():
            yield ParseError(flag.value_span, f"--retries takes a whole number, and `{flag.value}` is none")
        elif flag.name != "retries" and seconds(flag.value) is None:
            yield ParseError(flag.value_span, f"--{flag.name} takes a duration such as 30s, and `{flag.value}` is none")


def _missing(found: Instruction) -> str:  # noqa: PLR0911 - one answer for each instruction
    name = found.name
    if name in ("ENV", "LABEL", "ARG"):
        return "" if found.pairs or found.rest else f"{name} names nothing; write {name} NAME=value"
    if name in ("COPY", "ADD"):
        # a here-document counts among the words
        return "" if len(found.arguments) > 1 else f"{name} needs at least one source and a destination"
    if name == "HEALTHCHECK":
        return _healthcheck(found)
    if name == "SHELL":
        return "" if found.json and found.arguments else 'SHELL takes a JSON array, as in SHELL ["/bin/bash", "-c"]'
    need = _NEEDS.get(name, "")
    if need and not found.arguments and not found.json:
        return f"{name} has nothing after it; it needs {need}"
    if need and found.json and not found.arguments:
        return f"{name} has an empty array; it needs {need}"
    return ""


def _healthcheck(found: Instruction) -> str:
    if found.form not in ("CMD", "NONE"):
        what = f"`{found.form}` is neither" if found.form else "neither stands here"
        return f"HEALTHCHECK takes CMD with a command, or NONE, and {what}"
    if found.form == "NONE" and found.arguments:
        return "HEALTHCHECK NONE takes nothing more"
    if found.form == "CMD" and not found.arguments:
        return "HEALTHCHECK CMD has no command"
    return ""


def _from(found: Instruction) -> Iterator[ParseError]:
    words = found.arguments
    if not words:
        yield ParseError(found.keyword, "FROM names no image")
        return
    if len(words) == 1:
        return
    if len(words) != _FROM_WORDS:
        extra = words[1]
        what = "a comment begins a line of its own" if extra.text.startswith("#") else "it is FROM IMAGE AS NAME"
        yield ParseError(extra.span, f"FROM takes an image, or an image, AS and a name: {what}")
        return
    if words[1].text.upper() != "AS":
        yield ParseError(words[1].span, f"`{words[1].text}` stands where FROM takes AS and a name")
    elif _STAGE.match(words[2].text.lower()) is None and "$" not in words[2].text:
        name = words[2]
        yield ParseError(
            name.span, f"`{name.text}` is no name for a stage: a letter, then letters, digits, `-`, `_` and `.`"
        )
