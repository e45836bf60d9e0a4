"""Makes formats/github/dependabot.json, the keys and words of Dependabot's settings, of their published JSON Schema.

    python -m maverick_lint.dev.dependabot_table FILE SOURCE DATE

FILE is dependabot-2.0.json of SchemaStore (Apache-2.0), as check-jsonschema carries it below builtin_schemas/vendor;
SOURCE says which one that is, and DATE when it was fetched. A shape is "text", "integer", "boolean" or "any"; "=a b"
for one of these words; a list of one shape for a list; a mapping of keys to shapes, with the keys that must be there
under "!" and "~" where the schema allows others too; and a mapping under "*" for any keys.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

_TARGET: Final = Path(__file__).parent.parent / "formats" / "github" / "dependabot.json"
# What docs.github.com, "Dependabot options reference" and "Dependabot supported ecosystems", has besides (2026-11-24),
# and what it had once and Dependabot passes over.
_ALSO: Final[dict[str, Any]] = {"enable-beta-ecosystems": "boolean", "reviewers": ["text"]}
_ECOSYSTEMS: Final = ("xcode",)
# More words than these are left to those who know them better: the zones of IANA.
_MOST_WORDS: Final = 60


def main(path: str, source: str, as_of: str) -> None:
    """Write the table of a schema."""
    schema = json.loads(Path(path).read_text(encoding="utf-8"))
    definitions = schema["definitions"]
    # Dependabot gets new ecosystems faster than schemas do; the schema itself takes any text.
    ecosystems = sorted({*definitions["package-ecosystem-values"]["enum"], *_ECOSYSTEMS})
    file = _shape(schema, definitions)
    file["updates"][0].update(_ALSO)
    # The schema wants an address of every registry; one of type hex-organization has none.
    file["registries"]["*"]["!"] = "type"
    parts = {"source": source, "as_of": as_of, "ecosystems": " ".join(ecosystems)}
    lines = [json.dumps(parts)[1:-1]]
    lines += [f'"{name}": {json.dumps(shape, separators=(",", ":"))}' for name, shape in _parts(file)]
    _TARGET.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


def _parts(file: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the file's shape without that of its updates, and that: each on a line."""
    update = file["updates"][0]
    return [("file", {**file, "updates": ["any"]}), ("update", update)]


def _shape(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
    if "$ref" in schema:
        return _shape(_found(schema["$ref"], definitions), definitions)
    words = schema.get("enum", [schema["const"]] if "const" in schema else [])
    if words and all(isinstance(word, str) for word in words):
        return "=" + " ".join(words) if len(words) <= _MOST_WORDS else "text"
    if "oneOf" in schema and "properties" not in schema:
        return "any"
    kind = schema.get("type")
    if kind == "array":
        return [_shape(schema["items"], definitions)]
    if kind == "object" or "properties" in schema:
        return _object(schema, definitions)
    return {"string": "text", "integer": "integer", "boolean": "boolean"}.get(str(kind), "any")


def _object(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in schema:
        return {"*": _shape(schema["additionalProperties"], definitions)}
    found: dict[str, Any] = {"!": " ".join(schema.get("required", ()))}
    if schema.get("additionalProperties") is not False:
        found["~"] = ""
    further = [one["then"]["properties"] for one in schema.get("allOf", ()) if "properties" in one.get("then", {})]
    for properties in (schema["properties"], *further):
        found |= {name: _shape(one, definitions) for name, one in properties.items() if name not in found}
    return found


def _found(reference: str, definitions: dict[str, Any]) -> dict[str, Any]:
    found: Any = {"definitions": definitions}
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    target: dict[str, Any] = found
    return target


if __name__ == "__main__":
    main(*sys.argv[1:])
