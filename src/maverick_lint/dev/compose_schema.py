"""Makes schemas/compose.schema.json of the tables by which the tool itself judges Compose files.

    python -m maverick_lint.dev.compose_schema

One source, two forms: the tables cost 1 ms to load and name the place of a fault, a validator for the schema 45 ms;
the schema is for editors and other tools.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from maverick_lint.formats.compose.inner_keys import FREE
from maverick_lint.formats.compose.keys import REQUIRED, TABLES, alternatives

TARGET: Final = Path(__file__).resolve().parents[3] / "schemas" / "compose.schema.json"
_OWN: Final[dict[str, dict[str, Any]]] = {"^x-": {}}
_NAMES: Final = "^[a-zA-Z0-9._-]+$"
_TEXTS: Final = {"type": "array", "items": {"type": "string"}}
_PLAIN: Final[dict[str, dict[str, Any]]] = {
    "*": {},
    "s": {"type": "string"}, "t": {"type": "string"},
    "n": {"type": ["number", "string"]}, "N": {"type": "number"},
    "i": {"type": ["integer", "string"]}, "I": {"type": "integer"},
    "b": {"type": ["boolean", "string"]}, "B": {"type": "boolean"},
    "o": {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}},
    "d": {
        "oneOf": [
            {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean", "null"]}},
            _TEXTS,
        ]
    },
}  # fmt: skip


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a Compose file."""
    tables = {name: _mapping(name) for name in sorted(TABLES) if name != "top"}
    free = {name: {"type": "object", "additionalProperties": _form(held)} for name, held in sorted(FREE.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Compose file",
        "description": "Made by maverick_lint.dev.compose_schema; its values are those after interpolation.",
        **_mapping("top"),
        "$defs": tables | free,
    }


def text() -> str:
    """Return the schema as the file holds it, a table on each line."""
    made = schema()
    tables = ",\n".join(f" {json.dumps(name)}: {json.dumps(table)}" for name, table in made.pop("$defs").items())
    head = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in made.items())
    return f'{{\n{head},\n"$defs": {{\n{tables}\n}}\n}}\n'


def _mapping(name: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "properties": {key: _form(notation) for key, notation in sorted(TABLES[name].items())},
        "patternProperties": _OWN,
        "additionalProperties": False,
    }
    if name in REQUIRED:
        made["required"] = list(REQUIRED[name])
    return made


def _form(notation: str) -> dict[str, Any]:
    forms = [_one(form) for form in alternatives(notation.removeprefix("?"))]
    if notation[0] == "?":
        forms.append({"type": "null"})
    return forms[0] if len(forms) == 1 else {"oneOf": forms}


def _one(form: str) -> dict[str, Any]:
    inside = form[1:-1]
    if form[0] == "[":
        return {"type": "array", "items": _form(inside)}
    if form[:2] == "{*":
        return {"type": "object", "patternProperties": {_NAMES: _form(inside[1:])}, "additionalProperties": False}
    if form[0] == "{":
        return {"$ref": f"#/$defs/{inside}"}
    return {"enum": form[1:].split(",")} if form[0] == "=" else _PLAIN[form]


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
