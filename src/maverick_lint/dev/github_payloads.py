"""Makes formats/github/payloads.json, the properties of `github.event` by event, of GitHub's published descriptions.

    python -m maverick_lint.dev.github_payloads FOLDER

FOLDER is an installed npm package `@octokit/openapi-webhooks` (MIT, GitHub's own OpenAPI description of its webhooks).
Names and kinds are taken, no descriptions. A shape is a text of `name:kind`; a kind is f (a number, a date, one of
GitHub's own words, a commit), s (an address or a name of few signs), a (any text), ? (nothing is known), the number of
another shape, or any of these behind `[` for a list of them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

_PACKAGE: Final = Path(__file__).parent.parent / "formats" / "github"
_TARGET: Final = _PACKAGE / "payloads.json"
_DEEPEST: Final = 12
_RANK: Final = "fsa"
# Texts that are no free ones, by their names: a login has letters, digits and dashes, a repository's name has dots and
# underscores besides, and what ends with `sha` is a commit.
_FIXED: Final = ("sha", "node_id", "_at", "before", "after", "avatar_id", "gravatar_id")
_WORDS: Final = frozenset({
    "type", "user_view_type", "state", "status", "conclusion", "action", "visibility", "ref_type", "author_association",
})  # fmt: skip
_STRUCTURED: Final = ("login", "full_name", "_url", "url", "master_branch_url", "slug", "ssh_url", "color")
# An object or a list of which one of several descriptions says no more.
_BARE: Final = "o"
Kind = Any


def main(folder: str) -> None:
    """Write the shapes that the package in the folder describes."""
    package = Path(folder)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    text = (package / "generated" / "api.github.com.json").read_text(encoding="utf-8")
    described = json.loads(text)
    schemas = described["components"]["schemas"]
    events: dict[str, Kind] = {}
    for one in described["webhooks"].values():
        event = one["post"]["operationId"].partition("/")[0].replace("-", "_")
        schema = one["post"]["requestBody"]["content"]["application/json"]["schema"]
        events[event] = _joined(events.get(event), _kind(schema, schemas, "", 0))
    wanted = _events()
    shapes: dict[str, int] = {}
    starts = {event: _number(kind, shapes) for event, kind in sorted(events.items()) if event in wanted}
    head = f'"source": "npm @octokit/openapi-webhooks {version}, MIT, GitHub Inc.", "as_of": "2026-11-24"'
    body = f'"events": {json.dumps(starts)},\n"shapes": [\n' + ",\n".join(json.dumps(one) for one in shapes) + "\n]"
    _TARGET.write_text("{" + head + ",\n" + body + "}\n", encoding="utf-8")


def _events() -> set[str]:
    """Return the events that start workflows, as the grammar names them."""
    grammar = json.loads((_PACKAGE / "grammar-workflow.json").read_text(encoding="utf-8"))["definitions"]
    return set(grammar["on-mapping-strict"]["mapping"]["properties"])


def _kind(schema: dict[str, Any], schemas: dict[str, Any], name: str, depth: int) -> Kind:
    if depth > _DEEPEST:
        return "?"
    if "$ref" in schema:
        return _kind(schemas[schema["$ref"].rpartition("/")[2]], schemas, name, depth + 1)
    kind: Kind = None
    for choice in ("oneOf", "anyOf", "allOf"):
        for one in schema.get(choice, ()):
            kind = _joined(kind, _kind(one, schemas, name, depth + 1))
    if "properties" in schema:
        own: dict[str, Kind] = {}
        if schema.get("additionalProperties") not in (None, False):
            own["*"] = "?"
        for key, one in schema["properties"].items():
            own[key.lower()] = _kind(one, schemas, key, depth + 1)
        return _joined(kind, own)
    if "items" in schema:
        return _joined(kind, ["[", _kind(schema["items"], schemas, name, depth + 1)])
    return _joined(kind, _leaf(schema, name)) if kind is None or "enum" in schema else kind


def _leaf(schema: dict[str, Any], name: str) -> Kind:
    given = schema.get("type", "string" if "enum" in schema else None)
    types = {given} if isinstance(given, str) else set(given or ())
    types.discard("null")
    if "object" in types or "array" in types:
        return _BARE
    if not types and given is None:
        return "?"
    if "enum" in schema or not types & {"string"} or schema.get("format") in ("date-time", "date"):
        return "f"
    if name in _WORDS or name.endswith(_FIXED):
        return "f"
    return "s" if str(schema.get("format")).startswith("uri") or name.endswith(_STRUCTURED) else "a"


def _joined(one: Kind, other: Kind) -> Kind:
    """Return what holds the values of both; None is no kind yet."""
    if one is None or other is None or one == other:
        return other if one is None else one
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _joined(one.get(key), other.get(key)) for key in {**one, **other}}
    if isinstance(one, list) and isinstance(other, list):
        return ["[", _joined(one[1], other[1])]
    for mine, theirs in ((one, other), (other, one)):
        if mine in ("f", _BARE) and isinstance(theirs, dict | list):
            return theirs
    if isinstance(one, str) and isinstance(other, str) and not {"?", _BARE} & {one, other}:
        return max(one, other, key=_RANK.index)
    return "?"


def _number(kind: Kind, shapes: dict[str, int]) -> int | str:
    """Return the kind as it is written, the shapes of objects in it numbered."""
    if isinstance(kind, list):
        return f"[{_number(kind[1], shapes)}"
    if not isinstance(kind, dict):
        return "?" if kind == _BARE else str(kind)
    written = " ".join(f"{key}:{_number(kind[key], shapes)}" for key in sorted(kind))
    return shapes.setdefault(written, len(shapes))


if __name__ == "__main__":
    main(sys.argv[1])
