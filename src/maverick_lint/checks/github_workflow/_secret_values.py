"""Which variables of a script hold a part of a secret, which GitHub does not hide in logs.

Source: docs.github.com, "Using secrets in GitHub Actions" (GitHub hides the value of a secret as it was stored) and
"Workflow commands", masking (2026-11-24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._shell import model

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.checks.github_workflow._acts import Act
    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.node import Node

# Programs that cut a text or write it in another way, with those that only print it.
_PRINTS: Final = frozenset({"echo", "printf", "cat"})
_CUTS: Final = frozenset({
    "jq", "yq", "cut", "awk", "sed", "tr", "base64", "base32", "head", "tail", "xxd", "rev", "fold", "hexdump", "od",
})  # fmt: skip
_SECRET: Final = re.compile(r"\$\{\{\s*secrets\.(\w+)\s*\}\}", re.IGNORECASE)
_PART: Final = re.compile(r"\$\{\{\s*fromJSON\(\s*secrets\.(\w+)\s*\)\s*[.\[]", re.IGNORECASE)
# A whole variable, and one of which a part is taken: `${KEY:0:4}`, `${KEY#x}`, `${KEY^^}`.
_WHOLE: Final = re.compile(r"(?<!\\)\$(?:(\w+)|\{(\w+)\})")
_TAKEN: Final = re.compile(r"(?<!\\)\$\{(\w+)(?:#|%|/|\^|,|:\s*-?\d)")
Name = tuple[str, str]


class Secrets:
    """The secrets of a step's variables, exact or in part; by the names of the variables, the names of the secrets."""

    def __init__(self, variables: Mapping[str, Node], script: str) -> None:
        """Take the variables that the file sets and the script."""
        self._whole: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        for name, node in variables.items():
            exact, part = _SECRET.search(node.raw), _PART.search(node.raw)
            if exact is not None:
                self._whole[name] = exact[1]
            elif part is not None:
                self._parts[name] = part[1]
        self._any = bool(self._whole or self._parts) or _SECRET.search(script) is not None

    def __bool__(self) -> bool:
        """Say whether the step has a secret."""
        return self._any

    def mask(self, variable: str) -> None:
        """Take in that a variable's value is hidden from here on."""
        self._parts.pop(variable, None)

    def mask_all(self) -> None:
        """Take in that something is hidden, and it is not known what."""
        self._parts.clear()

    def take(self, act: Act) -> Iterator[tuple[model.Assignment, str]]:
        """Take in what a command sets; yield the variables that get a part of a secret."""
        inside = self._of_blocks(act.call.inner) if act.call.assignments else ""
        for one in act.call.assignments:
            raw = "" if one.value is None else one.value.raw
            part = self._part_of(raw, inside)
            exact = None if part else self._exact(raw)
            if part:
                self._parts[one.name] = part
                self._whole.pop(one.name, None)
                yield one, part
            elif exact is not None:
                self._whole[one.name] = exact
            elif not one.append:
                self._whole.pop(one.name, None)
                self._parts.pop(one.name, None)

    def printed(self, act: Act) -> Iterator[tuple[Word, Name]]:
        """Yield the words of a command by which it prints a part of a secret; nothing for one that prints none."""
        words = act.call.words
        name = _name(act.call)
        if name in _CUTS and act.fed and all(_name(one) in _PRINTS | _CUTS for one in act.fed):
            secret = next((found for one in act.fed for found in self._fed(one)), "")
            if secret and not _is_blind(act.call):
                yield words[0], (name, secret)
        elif name in _CUTS:
            for one in act.call.redirects:
                secret = self._exact(one.target.raw) or "" if one.operator == "<<<" and one.target is not None else ""
                if secret and not _is_blind(act.call):
                    yield words[0], (name, secret)
        elif name in _PRINTS and not act.fed and not (name == "printf" and words[1:] and words[1].raw == "-v"):
            here = [one.target for one in act.call.redirects if one.operator == "<<<" and one.target is not None]
            inside = self._of_blocks(act.call.inner)
            for word in (*words[1:], *here) if name != "cat" else here:
                secret = self._part_of(word.raw, inside)
                if secret:
                    yield word, (word.raw.strip("\"'"), secret)

    def _fed(self, call: model.Call) -> Iterator[str]:
        texts = [word.raw for word in call.words[1:]]
        texts += [one.target.raw for one in call.redirects if one.operator == "<<<" and one.target is not None]
        for raw in texts:
            secret = self._exact(raw) or self._part_of(raw, "")
            if secret:
                yield secret

    def _exact(self, raw: str) -> str | None:
        if raw.startswith("'"):
            return None
        found = next((self._whole[name] for name in _names(_WHOLE, raw) if name in self._whole), None)
        written = _SECRET.search(raw)
        return written[1] if found is None and written is not None and "$(" not in raw else found

    def _part_of(self, raw: str, inside: str) -> str:
        """Return the secret of which a word holds a part, `inside` in its substitutions; "" when it holds none."""
        if raw.startswith("'"):
            return ""
        plain = raw.partition("$(")[0] + raw.rpartition(")")[2] if "$(" in raw else raw
        for name in _names(_WHOLE, plain):
            if name in self._parts:
                return self._parts[name]
        for name in _names(_TAKEN, plain):
            if name in self._whole or name in self._parts:
                return self._whole.get(name) or self._parts[name]
        return inside if "$(" in raw else ""

    def _of_blocks(self, inner: tuple[model.Block, ...]) -> str:
        """Return the secret of which a substitution of a command prints a part."""
        return next((secret for block in inner if (secret := self._of_block(block))), "")

    def _of_block(self, block: model.Block) -> str:
        """Return the secret of which a substitution prints a part; "" when it prints something else."""
        if len(block) != 1:
            return ""
        node = block[0].node
        calls = node.members if isinstance(node, model.Pipeline) else (node,)
        names = [_name(one) if isinstance(one, model.Call) else "" for one in calls]
        if not all(name in _PRINTS | _CUTS for name in names) or not any(name in _CUTS for name in names):
            return ""
        if any(isinstance(one, model.Call) and _is_blind(one) for one in calls):
            return ""
        return next((found for one in calls if isinstance(one, model.Call) for found in self._fed(one)), "")


def _names(pattern: re.Pattern[str], raw: str) -> Iterator[str]:
    for match in pattern.finditer(raw):
        yield next(one for one in match.groups() if one is not None)


def _name(call: model.Call) -> str:
    first = call.words[0].text if call.words else None
    return "" if first is None else first.rpartition("/")[2]


def _is_blind(call: model.Call) -> bool:
    """Say whether a program prints nothing of what it reads: a count, the names of fields."""
    return any(word.raw.strip("\"'").endswith(("length", "keys", "type", "empty")) for word in call.words[1:])
