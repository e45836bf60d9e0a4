"""Judges a tree by the tables of `grammar`: unknown keys, wrong kinds, wrong values, each at its node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.gitlab.grammar import MAPS, NAMED
from maverick_lint.formats.gitlab.grammar_outside import OUTSIDE
from maverick_lint.formats.gitlab.grammar_parts import PARTS
from maverick_lint.formats.gitlab.values import problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.formats.gitlab.model import Job

Alternatives = tuple[tuple[str, str], ...]
_MOST: Final = 400
# Aliases may make a small file a tree without end; scripts may be nested ten levels deep.
_VISITS: Final = 60_000
_LEVELS: Final = 10
_LONGEST: Final = 50
# Among more names than a person writes, a hint costs more than it helps.
_MOST_KNOWN: Final = 200
_SCALARS: Final = frozenset({"text", "bool", "number", "whole", "one"})
_WORDS: Final = {
    "text": "a text", "bool": "true or false", "number": "a number", "loose": "a text, a number or true or false",
    "list": "a list", "map": "a mapping", "table": "a mapping",
}  # fmt: skip
_keys: dict[str, tuple[Mapping[str, str], tuple[str, ...]]] = {}
_specs: dict[str, Alternatives] = {}


def open_text(text: str) -> bool:
    """Say whether a text is filled in before GitLab reads it: an input, or a template."""
    return "$[[" in text or "{{" in text or "{%" in text


def known_keys(name: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the keys of a mapping with their specs, and those that must be there."""
    found = _keys.get(name)
    if found is None:
        keys: dict[str, str] = {}
        required: list[str] = []
        for line in (MAPS.get(name) or PARTS.get(name) or OUTSIDE[name]).strip().split("\n"):
            names, _, spec = line.partition(" = ")
            for key in names.split():
                keys[key.lstrip("*")] = spec
                if key[0] == "*":
                    required.append(key[1:])
        found = _keys[name] = (keys, tuple(required))
    return found


class Judge:
    """Judges one file; `found` holds what is wrong, 400 faults at most."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.found: list[ParseError] = []
        self.budget = _VISITS
        self.job: Job | None = None
        self.path: tuple[str, ...] | None = None

    def of_job(self, job: Job, node: Node) -> None:
        """Judge a job as a file writes it: what it lacks may come from the jobs that it extends."""
        self.job, self.path = job, ()
        self.mapping(node, "job", f"job `{job.name}`")
        self.job = self.path = None

    def lacks(self, key: str) -> bool:
        """Say whether a key that this mapping does not have is nowhere else either."""
        if self.job is None or self.path is None:
            return True
        merged = self.job.value.at(*self.path)
        return not self.job.hidden and (merged is None or merged.get(key) is None)

    def mapping(self, node: Node, name: str, where: str) -> None:
        """Judge a mapping by its table; `where` is how it is called in messages."""
        keys, required = known_keys(name)
        pairs = node.pairs()
        strange = False
        for key, child in pairs.items():
            spec = keys.get(key)
            if spec is not None:
                path = self.path
                self.path = None if path is None else (*path, key)
                self.value(child, spec, key)
                self.path = path
                continue
            strange = True
            if not open_text(key) and child.key is not None:
                self.say(child.key, f"unknown key `{key}` in {where}{near(key, keys)}")
        for key in required:
            if key not in pairs and not strange and self.lacks(key):
                self.say(head(node), f"{where} lacks `{key}`")

    def value(self, node: Node, spec: str, name: str, level: int = 0) -> None:
        """Judge the value of a key."""
        self.budget -= 1
        if self.budget < 0 or node.tag == "!reference" or (node.is_scalar and node.value is None):
            return
        alternatives = _alternatives(spec)
        if node.is_scalar:
            self.scalar(node, alternatives, name)
            return
        wanted = ("list",) if node.is_list else ("map", "table")
        for word, more in alternatives:
            if word == "any":
                return
            if word.startswith(wanted):
                self.below(node, word, more, name, level)
                return
        if node.is_map and level and name.endswith("script"):
            message = f"this command of `{name}` is read as a mapping because of its colon and blank; put it in quotes"
            self.say(head(node), message)
            return
        self.say(head(node), f"`{name}` must be {_either(alternatives)}, and this is {what(node)}")

    def below(self, node: Node, word: str, more: str, name: str, level: int) -> None:
        """Judge what a mapping or a list holds."""
        if word == "map":
            self.mapping(node, more, f"`{name}`")
        elif word == "table":
            path = self.path
            for key, child in node.pairs().items():
                self.path = None if path is None else (*path, key)
                if not open_text(key):
                    self.value(child, more, key)
            self.path = path
        else:
            items = node.items()
            if word == "list+" and not items:
                self.say(node if node.key is None else node.key, f"`{name}` is empty")
            most = word[4:]
            if most.isdigit() and len(items) > int(most):
                self.say(items[int(most)], f"`{name}` has {len(items)} entries, and GitLab takes {most} at most")
            if word == "list-" and level > _LEVELS:
                self.say(node, f"`{name}` is nested over {_LEVELS} levels deep")
                return
            path, self.path = self.path, None
            for item in items:
                self.value(item, more, name, level + 1)
            self.path = path

    def scalar(self, node: Node, alternatives: Alternatives, name: str) -> None:
        """Judge a scalar by the first alternative that it fits."""
        if open_text(node.raw):
            return
        faults = [fault for word, more in alternatives if (fault := _misfit(node, word, more)) is not None]
        if "" in faults:
            return
        if faults:
            self.say(node, f"`{name}`: `{short(node.raw)}` {faults[-1]}")
        elif any(word in _SCALARS for word, _ in alternatives):
            self.say(node, f"`{name}` must be {_either(alternatives)}, and this is `{short(node.raw)}`")
        else:
            self.say(head(node), f"`{name}` must be {_either(alternatives)}, and this is a text")

    def say(self, node: Node, message: str) -> None:
        """Note a fault."""
        if len(self.found) < _MOST:
            self.found.append(ParseError(node.span, message))


def _misfit(node: Node, word: str, more: str) -> str | None:
    """Say what keeps a scalar from an alternative: "" for nothing, None when it is of another kind altogether."""
    raw, value = node.raw, node.value
    texts = isinstance(value, str) or bool(node.tag)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if word in ("any", "loose") or (word == "bool" and isinstance(value, bool)) or (word == "number" and number):
        return ""
    if word == "text" and texts:
        return problem(more, raw) if more else ""
    if word == "whole" and number and isinstance(value, int):
        low, _, high = more.partition(" ")
        return "" if not low or int(low) <= value <= int(high) else f"is not between {low} and {high}"
    if word == "one" and texts:
        words = more.split(" ")
        return "" if raw in words else f"is none of {', '.join(words)}{near(raw, words)}"
    return None


def _alternatives(spec: str) -> Alternatives:
    found = _specs.get(spec)
    if found is None:
        parts: list[tuple[str, str]] = []
        for part in spec.split(" or "):
            word, _, more = part.partition(" ")
            parts.extend(_alternatives(NAMED[word]) if word in NAMED else [(word, more)])
        found = _specs[spec] = tuple(parts)
    return found


def _either(alternatives: Alternatives) -> str:
    words = []
    for word, more in alternatives:
        if word == "whole":
            low, _, high = more.partition(" ")
            said = f"a whole number from {low} to {high}" if low else "a whole number"
        elif word == "one":
            said = f"one of {', '.join(more.split(' '))}"
        else:
            said = _WORDS["list" if word.startswith("list") else word]
        if said not in words:
            words.append(said)
    return " or ".join(words)


def head(node: Node) -> Node:
    """Return the node that shows best where a value stands: its key, else its first key, else itself."""
    if node.key is not None:
        return node.key
    first = node.children[0][0] if node.children else None
    return node if first is None else first


def near(name: str, known: Mapping[str, str] | list[str]) -> str:
    """Return a hint at the known word that is most like a mistaken one, "" when none is."""
    found = close_matches(name, list(known), 1, 0.75) if len(name) < _LONGEST and len(known) <= _MOST_KNOWN else []
    return f"; did you mean `{found[0]}`?" if found else ""


def what(node: Node) -> str:
    """Return what a node is, as messages say it."""
    if node.is_map:
        return "a mapping"
    return "a list" if node.is_list else "empty" if node.value is None else "a text"


def short(text: str) -> str:
    """Return a text that fits into a message."""
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 3] + "..."
