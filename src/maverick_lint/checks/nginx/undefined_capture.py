"""A value uses only what an expression captures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.captures import groups
from maverick_lint.formats.nginx.regexes import regexes_of
from maverick_lint.formats.nginx.variables import searched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive


_NUMBER: Final = re.compile(r"\$\{?([1-9])")
_MATCHES: Final = ("~", "~*")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield words with `$N` where no expression that nginx has asked by then has such a group."""
    config = document.model
    seen = _Seen(config)
    for directive in config.directives:
        if directive.name == "map" and directive.block is not None:
            yield from _entries(directive)
            continue
        words = [word for word in searched(directive) if word.known and "$" in word.text]
        for word in words:
            wanted = [int(number) for number in _NUMBER.findall(word.text)]
            if not wanted:
                continue
            most = _of_rewrite(directive) if directive.name == "rewrite" else seen.around(directive)
            missing = [number for number in wanted if most is not None and number > most]
            if missing:
                case = "" if most or directive.name == "rewrite" else "none"
                yield Hit(word.span, {"number": missing[0], "groups": most or 0}, case=case)


def _entries(directive: Directive) -> Iterator[Hit]:
    for entry in directive.block.directives if directive.block is not None else ():
        if entry.args and entry.known and entry.name.startswith("~"):
            most = groups(entry.name.removeprefix("~*").removeprefix("~"))
            missing = [
                int(number) for number in _NUMBER.findall(entry.first()) if most is not None and int(number) > most
            ]
            if missing:
                yield Hit(entry.args[0].span, {"number": missing[0], "groups": most or 0})


def _of_rewrite(directive: Directive) -> int | None:
    return groups(directive.first()) if directive.args and directive.args[0].known else None


class _Seen:
    """How many groups have been captured by each place of a file; each block is gone through once."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._before: dict[int, dict[int, int | None]] = {}
        self._mapped: dict[int, bool] = {}

    def around(self, directive: Directive) -> int | None:
        """Return the largest number of groups of the expressions that may have run; None where more may have."""
        most = 0
        block, inner = directive.home, directive
        while True:
            count = self._until(block, inner)
            if block.holed or count is None:
                return None
            most = max(most, count)
            owner = block.owner
            if owner is None:
                return None
            count = _matched(owner)
            if count is None:
                return None
            most = max(most, count)
            if owner.name == "server":
                if id(block) not in self._mapped:
                    self._mapped[id(block)] = _mapped(self._config, block)
                return None if self._mapped[id(block)] else most
            inner, block = owner, owner.home

    def _until(self, block: Block, inner: Directive) -> int | None:
        known = self._before.get(id(block))
        if known is None:
            known = self._before[id(block)] = {}
            most: int | None = 0
            for one in block.directives:
                known[id(one)] = most
                count = _matched(one) if most is not None else None
                most = None if most is None or count is None else max(most, count)
        return known[id(inner)]


def _matched(directive: Directive) -> int | None:
    """Return how many groups an expression of a statement sets; None where that is unknown."""
    if directive.name == "include":
        return None
    if directive.name == "if" and not any(word.text in _MATCHES for word in directive.args):
        return _inside(directive.block)
    most = 0
    if directive.name in ("location", "if", "rewrite", "server_name"):
        for _, regex in regexes_of(directive):
            count = groups(regex)
            if count is None:
                return None
            most = max(most, count)
    inside = _inside(directive.block) if directive.name == "if" else 0
    return None if inside is None else max(most, inside)


def _inside(block: Block | None) -> int | None:
    most = 0
    for one in block.directives if block is not None else ():
        if one.name == "rewrite" and one.args:
            count = groups(one.first())
            if count is None:
                return None
            most = max(most, count)
    return most


def _mapped(config: Config, server: Block) -> bool:
    """Say whether the server's name, or a map, may have left captures."""
    for one in config.statements(server):
        if one.name == "server_name" and any(groups(regex) != 0 for _, regex in regexes_of(one)):
            return True
    maps = (one for one in config.directives if one.name == "map")
    return any("(" in regex for one in maps for _, regex in regexes_of(one))
