"""What is said of a key or a value that Compose does not accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.compose.keys import MOVED, NAMES, TABLES, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.node import Node
    from maverick_lint.formats.compose.tree import Value

_KINDS: Final = {
    "s": "a text", "t": "a duration with its unit, as in `30s`", "n": "a number or a text", "N": "a number",
    "i": "a whole number or a text", "I": "a whole number", "b": "true or false", "B": "true or false",
    "d": "a mapping or a list of texts", "o": "a mapping",
}  # fmt: skip
_LONGEST: Final = 40


def unknown(key: str, name: str, known: dict[str, str], *, near: bool) -> str:
    """Say that a mapping has no such key, and what was most likely meant; `near` asks for a similar one."""
    message = f"`{_short(key)}` is no key of {NAMES.get(name, f'`{name}`')}"
    close = close_matches(key, known, 1, 0.7) if near and len(key) <= _LONGEST else []
    if close:
        return f"{message}; did you mean `{close[0]}`?"
    if name == "service" and key in MOVED:
        return f"{message}; it belongs under `{MOVED[key]}`"
    if name == "top" and key in TABLES["service"]:
        return f"{message}; it belongs into a service"
    if name == "service" and key in TABLES["top"]:
        return f"{message}; it stands at the top level of the file"
    return message


def missing(wanted: str, name: str, key: str) -> str:
    """Say that a mapping lacks a key that Compose demands."""
    return f"{NAMES.get(name, f'`{key}`')} names no `{wanted}`, which Compose demands"


def empty(value: Value, key: str, notation: str) -> str:
    """Say that a key holds nothing where Compose wants something."""
    if value.key is None:
        return f"an item of `{key}` is empty, but must be {wanted(alternatives(notation))}"
    if notation == "{service}":
        return f"the service `{key}` holds nothing: give it an image or a build"
    return f"`{key}` holds nothing: Compose wants {wanted(alternatives(notation))} here, or no key at all"


def wrong(value: Value, forms: Sequence[str], key: str) -> str:
    """Say that a value is of another kind than Compose wants, or none of the words that it knows."""
    if value.is_scalar and isinstance(value.node.value, str):
        known = next((form[1:].split(",") for form in forms if form[0] == "="), None)
        if known is not None:
            close = close_matches(value.node.raw, known, 1, 0.6) if len(value.node.raw) <= _LONGEST else []
            hint = f"; did you mean `{close[0]}`?" if close else ""
            return f"`{key}` is `{_short(value.node.raw)}`, but must be {wanted(forms)}{hint}"
    return f"`{key}` is {what(value)}, but must be {wanted(forms)}"


def bad_name(name: str, section: str) -> str:
    """Say that a name has characters that Compose does not take."""
    return f"the name `{_short(name)}` in `{section}` has more than letters, digits, `.`, `_` and `-`"


def no_text(key: Node, section: str) -> str:
    """Say that a key is a number or a boolean."""
    kind = "a boolean" if isinstance(key.value, bool) else "a number"
    return f"the key `{key.raw}` in `{section}` is {kind}, but Compose wants texts as keys; put it in quotes"


def no_pair(item: Value, key: str) -> str:
    """Say that an item of a list of pairs is no text."""
    return f"an item of `{key}` is {what(item)}; write it as NAME=value, or make `{key}` a mapping"


def no_plain_value(entry: Value, name: str, key: str) -> str:
    """Say that the value of a name is a collection, or a boolean where only texts and numbers go."""
    return f"`{_short(name)}` of `{key}` is {what(entry)}, but must be a plain value" + (
        " (put it in quotes)" if entry.is_scalar else ""
    )


def what(value: Value) -> str:
    """Say what a value is."""
    if value.is_map:
        return "a mapping"
    if value.is_list:
        return "a list"
    scalar = value.node.value
    if isinstance(scalar, bool):
        return f"the boolean {value.node.raw}"
    if scalar is None:
        return "empty"
    return f"the number {value.node.raw}" if not isinstance(scalar, str) else "a text"


def wanted(forms: Sequence[str]) -> str:
    """Say what a value may be."""
    parts = []
    for form in forms:
        bare = form.removeprefix("?")
        if bare[0] == "[":
            parts.append("a list")
        elif bare[0] == "{":
            parts.append("a mapping")
        elif bare[0] == "=":
            options = bare[1:].split(",")
            parts.append(f"one of {', '.join(options)}" if len(options) > 1 else f"`{options[0]}`")
        else:
            parts.append(_KINDS[bare] + (" (put it in quotes)" if bare == "s" and len(forms) == 1 else ""))
    return " or ".join(dict.fromkeys(parts))


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 3] + "..."
