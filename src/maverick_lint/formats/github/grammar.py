"""GitHub's own grammar of workflows and actions, as `dev/github_grammar.py` makes it of the published one."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from maverick_lint.core.record import record
from maverick_lint.formats._tables import beside


@record
class Key:
    """A key of a mapping: the definition of its value."""

    definition: str
    required: bool = False


@record
class Mapping:
    """What a mapping may hold: known keys, those that must be there, and what any other key leads to.

    `loose` is "" when no other key may stand there.
    """

    keys: dict[str, Key]
    required: tuple[str, ...] = ()
    loose: str = ""


@record
class Definition:
    """What may stand at a place, all of its choices together.

    contexts  the contexts and functions that expressions may use here, as in `github`, `hashFiles(1,255)`; None when
              the definition leaves that to the one around it
    words     the only texts allowed, where `text` is False
    filled    a text may not be empty
    """

    name: str
    contexts: frozenset[str] | None
    mappings: tuple[Mapping, ...] = ()
    item: str = ""
    text: bool = False
    filled: bool = False
    words: tuple[str, ...] = ()
    boolean: bool = False
    number: bool = False
    null: bool = False
    anything: bool = False


class Grammar:
    """The definitions of one kind of file, each read and made when it is first asked for."""

    def __init__(self, text: str) -> None:
        """Take the text of the definitions as JSON, in which a blank follows the name of each, and of nothing else."""
        self._text = text
        self._decode = json.JSONDecoder().raw_decode
        self._made: dict[str, Definition] = {}

    def _raw(self, name: str) -> dict[str, Any]:
        start = self._text.find(f'"{name}" :')
        raw: dict[str, Any] = self._decode(self._text, start + len(name) + 4)[0]
        return raw

    def get(self, name: str) -> Definition:
        """Return a definition by name; its choices are joined."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Definition:
        mappings: list[Mapping] = []
        words: list[str] = []
        found: dict[str, Any] = {}
        contexts: list[str] | None = None
        pending = [name]
        while pending:
            one = pending.pop(0)
            if one in ("any", "string", "boolean", "number", "null", "sequence", "mapping"):
                found.update({"anything": True} if one in ("any", "sequence", "mapping") else _simple(one))
                continue
            raw = self._raw(one)
            if one == name:
                contexts = raw.get("context")
            pending.extend(raw.get("one-of", ()))
            words.extend(raw.get("allowed-values", ()))
            if "mapping" in raw:
                mappings.append(_mapping(raw["mapping"]))
            if "sequence" in raw:
                found["item"] = raw["sequence"]["item-type"]
            if "string" in raw:
                constant = raw["string"].get("constant")
                if constant is None:
                    found.update(text=True, filled=raw["string"].get("require-non-empty", False))
                else:
                    words.append(constant)
            for simple in ("boolean", "number", "null"):
                found.update(_simple(simple) if simple in raw else {})
        return Definition(
            name,
            None if contexts is None else frozenset(contexts),
            mappings=tuple(mappings),
            words=tuple(dict.fromkeys(words)),
            **found,
        )


def _simple(kind: str) -> dict[str, bool]:
    return {"text" if kind == "string" else kind: True}


def _mapping(raw: dict[str, Any]) -> Mapping:
    keys = {
        name: Key(value) if isinstance(value, str) else Key(value["type"], value.get("required", False))
        for name, value in raw.get("properties", {}).items()
    }
    required = tuple(name for name, key in keys.items() if key.required)
    return Mapping(keys, required, raw.get("loose-value-type", ""))


@lru_cache(maxsize=2)
def grammar(kind: str) -> Grammar:
    """Return the grammar of "workflow" or "action"."""
    return Grammar(beside(__file__, f"grammar-{kind}.json"))
