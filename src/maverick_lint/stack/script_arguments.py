"""What the callers of a script give it: arguments, options and variables, and the script's words with them put in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.record import record, replace
from maverick_lint.stack.script_callers import calls_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.facts.flow import Parameters
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.script_callers import Call

# `$1`, `${PORT}`, `${PORT:-8000}`, `${2:?which port}`: the name, the operator and what follows it.
_PARAMETER: Final = re.compile(
    r"\$(?:\{([A-Za-z_]\w*|[0-9]+)(?:(:?[-=?])([^${}]*))?\}|([A-Za-z_]\w*|[1-9]))(?![\w])|\$(?:\{[^}]*\}|\(|\w)|`"
)
_SHELLS: Final = frozenset({"bash", "sh", "dash", "ash", "ksh", "zsh", "eval", "ssh", "su", "xargs", "find"})
_DEEPEST: Final = 3
_ALL: Final = frozenset({'"$@"', "$@", "$*", '"$*"'})


@record
class Given:
    """What a call gives for a parameter; `text` is None when it gives nothing.

    setting  a variable of the environment gives it, rather than a word of the call
    """

    text: str | None
    place: Place
    setting: bool = False


def given(stack: Stack, path: str, name: str, depth: int = 0) -> tuple[Given, ...] | None:
    """Return what each call gives a script for a parameter: "2", or the name of a variable.

    None when nothing is seen to call it, when one of the calls gives what is not known, or when the script itself may
    set it to something else.
    """
    flow = _flows(stack).get(path)
    parameters = None if flow is None else flow.parameters
    if parameters is None or depth > _DEEPEST:
        return None
    memo: dict[tuple[str, str], tuple[Given, ...] | None] = stack.memo.setdefault("script-given", {})  # type: ignore[assignment] # filled here alone
    if (path, name) not in memo:
        memo[path, name] = None  # scripts that call each other
        calls = calls_of(stack, path)
        found = [_of_call(stack, call, parameters, name, depth) for call in calls]
        known = tuple(one for one in found if one is not None)
        memo[path, name] = known if found and len(known) == len(found) else None
    return memo[path, name]


def filled(stack: Stack, path: str, commands: Iterable[Command]) -> tuple[Command, ...]:
    """Return the commands of a script with every parameter put in that is the same in all its calls."""
    flow = _flows(stack).get(path)
    parameters = None if flow is None else flow.parameters
    found: list[Command] = []
    inner = None  # a script in a word has arguments of its own
    for command in commands:
        if inner is not None and inner.span.start < command.place.span.start < inner.span.end:
            found.append(command)
            continue
        inner = command.place if command.name in _SHELLS else None
        if parameters is None or command.remote or all(_is_plain(word) for word in command.words):
            found.append(command)
        else:
            words = tuple(word if _is_plain(word) else _filled(stack, path, parameters, word) for word in command.words)
            found.append(replace(command, words=words))
    return tuple(found)


def _is_plain(word: Word) -> bool:
    return word.text is not None or "$" not in word.expanded


def _flows(stack: Stack) -> dict[str, ScriptFlow]:
    known = stack.memo.get("flows")
    if not isinstance(known, dict):
        known = stack.memo["flows"] = {flow.path: flow for flow in stack.every(ScriptFlow)}
    return known


def _filled(stack: Stack, path: str, parameters: Parameters, word: Word, depth: int = 0) -> Word:
    at = word.place.span.start
    inside = any(span.start <= at < span.end for span in parameters.functions)
    unknown = False
    found: list[Given] = []

    def put(match: re.Match[str]) -> str:
        nonlocal unknown
        name = match[1] or match[4]
        one = None if name is None or (inside and name.isdigit()) else _one(stack, path, match, name, depth)
        if one is None or one.text is None:
            unknown = True
            return match[0]
        found.append(one)
        return one.text

    text = _PARAMETER.sub(put, word.expanded)
    if not found or (word.raw.startswith("$") and any(sign in text for sign in " \t\n*")):
        return word  # without quotes it would be several words
    _origins(stack)[word.place] = tuple(found)
    return replace(word, text=None if unknown else text, expanded=text)


def origins(stack: Stack, word: Word) -> tuple[Given, ...]:
    """Return what was put into a word of `filled` commands, each with the place of its first caller."""
    return _origins(stack).get(word.place, ())


def _origins(stack: Stack) -> dict[Place, tuple[Given, ...]]:
    return stack.memo.setdefault("script-origins", {})  # type: ignore[return-value] # filled here alone


def _one(stack: Stack, path: str, match: re.Match[str], name: str, depth: int) -> Given | None:
    """Return the value that a parameter has whoever calls; None when it has several, or that is not known."""
    values = given(stack, path, name, depth)
    if values is None:
        return None
    operator, default = match[2] or "", match[3] or ""
    default_known = operator in ("-", ":-", "=", ":=")
    texts: set[str | None] = set()
    for one in values:
        empty = one.text is None or (one.text == "" and operator.startswith(":"))
        texts.add(one.text if not empty else default if default_known else None)
    return replace(values[0], text=next(iter(texts))) if len(texts) == 1 else None


def _of_call(stack: Stack, call: Call, parameters: Parameters, name: str, depth: int) -> Given | None:
    if name.isdigit():
        return _argument(stack, call, parameters, int(name), depth)
    if any(variable == name for variable, _ in parameters.flags):
        return _option(stack, call, parameters, name, depth)
    return None if name in parameters.own or parameters.elsewhere else _variable(stack, call, name, depth)


def _argument(stack: Stack, call: Call, parameters: Parameters, position: int, depth: int) -> Given | None:
    words = call.words
    if not parameters.positions or position < 1 or any(word.raw in _ALL for word in words):
        return None
    if position >= len(words):
        return Given(None, call.place)
    return _known(stack, call, words[position], depth)


def _option(stack: Stack, call: Call, parameters: Parameters, name: str, depth: int) -> Given | None:
    flags = [flag for variable, spellings in parameters.flags if variable == name for flag in spellings]
    words = call.words[1:]
    for number, word in enumerate(words):
        text = word.text if word.text is not None else word.expanded
        if text in flags and not text.endswith("="):
            return _known(stack, call, words[number + 1], depth) if number + 1 < len(words) else None
        for flag in flags:
            if flag.startswith("--") and text.startswith(f"{flag.removesuffix('=')}="):
                known = _known(stack, call, word, depth)
                return None if known is None else Given((known.text or "").partition("=")[2], word.place)
    if any(word.text is None and word.raw.startswith(("$", '"$')) for word in words):
        return None  # it may hold the option
    default = dict(parameters.defaults).get(name)
    return None if default is None else Given(default, call.place)


def _variable(stack: Stack, call: Call, name: str, depth: int) -> Given | None:
    inline = dict(call.inline)
    if name in inline:
        text = inline[name]
        return None if text is None else Given(text, call.place, setting=True)
    if name in call.exported:
        word = call.exported[name]
        known = None if word is None else _known(stack, call, word, depth)
        return None if known is None else Given((known.text or "").partition("=")[2], known.place, setting=True)
    if f"{name}=" in call.around:  # set without `export`, or written to GITHUB_ENV
        return None
    for layer in call.layers:
        for setting in layer:
            if setting.name == name:
                return (
                    None
                    if setting.text is None or "$" in setting.text
                    else Given(setting.text, setting.place, setting=True)
                )
    if call.caller:
        return _of_caller(stack, call.caller, name, depth)
    return Given(None, call.place) if call.closed else None


def _of_caller(stack: Stack, path: str, name: str, depth: int) -> Given | None:
    """Return what a calling script has been given itself, where that is one value and it does not set another."""
    values = given(stack, path, name, depth + 1)
    texts = {one.text for one in values or ()}
    return values[0] if values and len(texts) == 1 else None


def _known(stack: Stack, call: Call, word: Word, depth: int) -> Given | None:
    if word.text is None and call.caller and depth < _DEEPEST:
        flow = _flows(stack).get(call.caller)
        if flow is not None and flow.parameters is not None:
            word = _filled(stack, call.caller, flow.parameters, word, depth + 1)
    return None if word.text is None else Given(word.text, word.place)
