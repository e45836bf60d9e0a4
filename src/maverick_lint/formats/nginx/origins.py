"""What a variable can hold: its value followed through `set`, maps and captures to nginx's own variables.

Source: ngx_http_script.c of nginx 1.22, and tried with it: a numbered capture is escaped again where `set` or `rewrite`
copies it, and is not in `return`, in headers and in proxy_pass; a named one never is.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from maverick_lint.formats.nginx.captures import group_can_hold
from maverick_lint.formats.nginx.regexes import names, regexes_of
from maverick_lint.formats.nginx.variables import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.assembly import Assembly
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive

_DEEPEST: Final = 8
_MOST: Final = 64
_MATCHES: Final = ("~", "~*")


class Leaf(NamedTuple):
    """One of nginx's own variables from which a value comes, and the captures that it went through.

    escaped  a numbered capture was copied where nginx escapes it
    """

    name: str
    filters: tuple[tuple[str, str], ...] = ()
    escaped: bool = False

    def can_hold(self, character: str) -> bool:
        """Say whether the captures let a character through."""
        return all(group_can_hold(regex, group, character) for regex, group in self.filters)


class _Index(NamedTuple):
    trees: int
    sets: dict[str, list[Directive]]
    maps: dict[str, Directive]
    captures: dict[str, list[tuple[str, str]]]
    rewrites: dict[int, list[Directive]]
    mapped: dict[str, list[Leaf]]


_indexes: WeakKeyDictionary[Assembly, _Index] = WeakKeyDictionary()


def variables_in(text: str) -> list[str]:
    """Return the names of the variables in a text, in lower case."""
    return [(match[1] or match[2]).lower() for match in NAME.finditer(text)]


def leaves(config: Config, at: Directive, name: str) -> list[Leaf]:
    """Return the own variables of nginx from which a variable gets its value at a directive."""
    index, lower = _index(config.assembly), name.lower()
    if lower not in index.maps:
        return list(islice(_leaves(config, at, lower, 0, set()), _MOST))
    # What a map gives does not depend on the place.
    if lower not in index.mapped:
        index.mapped[lower] = list(islice(_leaves(config, at, lower, 0, set()), _MOST))
    return index.mapped[lower]


def values(config: Config, at: Directive, name: str) -> list[str] | None:
    """Return all texts that `set` or a map gives a variable; None when something else decides it."""
    index = _index(config.assembly)
    if name in index.maps and index.maps[name].block is not None:
        block = index.maps[name].block
        settings = ("proxy", "delete", "include")
        entries = [] if block is None else [e for e in block.directives if e.args and e.name not in settings]
        whole = any(entry.name == "default" for entry in entries)
        return [entry.first() for entry in entries] + ([] if whole else [""])
    sets = _near(index.sets.get(name, []), at)
    return [one.args[1].text for one in sets] or None


def map_default(config: Config, at: Directive, name: str) -> str | None:
    """Return what a map gives a variable by default, "" where it has none; None where no map of the file gives it."""
    directive = _index(config.assembly).maps.get(name)
    if directive is None or directive.block is None or name in _index(config.assembly).sets or at is directive:
        return None
    return next((entry.first() for entry in directive.block.directives if entry.name == "default"), "")


def _leaves(config: Config, at: Directive, name: str, depth: int, seen: set[str]) -> Iterator[Leaf]:
    # each variable is followed once: maps may lead back to themselves
    if depth > _DEEPEST or name in seen:
        return
    if not name.isdigit():
        seen.add(name)
    index = _index(config.assembly)
    if name.isdigit():
        for source, regex in _captured(config.assembly, at):
            escaped = at.name in ("set", "rewrite")
            for leaf in _leaves(config, at, source, depth + 1, seen):
                yield Leaf(leaf.name, (*leaf.filters, (regex, name)), leaf.escaped or escaped)
    elif name in index.maps:
        yield from _mapped(config, index.maps[name], depth, seen)
    elif name in index.sets:
        given = [
            (one, inner) for one in _near(index.sets[name], at) for inner in variables_in(one.args[1].text)[:_MOST]
        ]
        for one, inner in given:
            yield from _leaves(config, one, inner, depth + 1, seen)
    elif name in index.captures:
        for source, regex in index.captures[name]:
            for leaf in _leaves(config, at, source, depth + 1, seen):
                yield Leaf(leaf.name, (*leaf.filters, (regex, name)), leaf.escaped)
    else:
        yield Leaf(name)


def _mapped(config: Config, directive: Directive, depth: int, seen: set[str]) -> Iterator[Leaf]:
    source = variables_in(directive.first())
    for entry in directive.block.directives[:200] if directive.block is not None else ():
        regex = entry.name.removeprefix("~*").removeprefix("~") if entry.name.startswith("~") else ""
        for inner in variables_in(entry.first()):
            if regex and (inner.isdigit() or inner in names(regex)):
                for leaf in _leaves(config, directive, source[0], depth + 1, seen) if source else ():
                    yield Leaf(leaf.name, (*leaf.filters, (regex, inner)), leaf.escaped)
            else:
                yield from _leaves(config, entry, inner, depth + 1, seen)


def _near(sets: list[Directive], at: Directive) -> list[Directive]:
    """Return the `set` lines in the blocks around a directive; all of them when none is there."""
    around: set[int] = set()
    block = at.home
    while True:
        around.add(id(block))
        if block.parent is None:
            break
        block = block.parent
    return [one for one in sets if id(one.home) in around or (one.home.name == "if" and one.home.parent is not None
            and id(one.home.parent) in around)] or sets  # fmt: skip


def _start(directive: Directive) -> int:
    return directive.word.start


def _captured(assembly: Assembly, at: Directive) -> list[tuple[str, str]]:
    """Return what the numbers stand for at a directive: the variable that was matched, and the expression."""
    if at.name == "rewrite" and at.args:
        return [("uri", at.first())]
    block = at.home
    inner = at
    while True:
        rewrites = _index(assembly).rewrites.get(id(block), [])
        number = bisect_left(rewrites, inner.word.start, key=_start)
        owner = block.owner
        if number:
            return [("uri", rewrites[number - 1].first())]
        if owner is None:
            return []
        for before, word in zip(owner.args, owner.args[1:], strict=False):
            if before.text in _MATCHES and owner.name in ("location", "if"):
                text = word.text.removesuffix(")") if owner.name == "if" and word is owner.args[-1] else word.text
                operand = variables_in(owner.first()) if owner.name == "if" else ["uri"]
                return [(operand[0], text)] if operand else []
        inner, block = owner, owner.home


def _index(assembly: Assembly) -> _Index:
    found = _indexes.get(assembly)
    if found is None or found.trees != len(assembly.trees):
        found = _Index(len(assembly.trees), {}, {}, {}, {}, {})
        for tree in assembly.trees.values():
            for directive in tree.walk():
                if directive.name == "set" and len(directive.args) > 1:
                    given = found.sets.setdefault(directive.first().lstrip("$").lower(), [])
                    if len(given) < _MOST:
                        given.append(directive)
                elif directive.name == "rewrite" and directive.args:
                    found.rewrites.setdefault(id(directive.home), []).append(directive)
                elif directive.name in ("map", "geo") and directive.block is not None and directive.args:
                    found.maps[directive.args[-1].text.lstrip("$").lower()] = directive
                for _, regex in regexes_of(directive):
                    source = _SOURCES.get(directive.name) or next(iter(variables_in(directive.first())), "")
                    for name in names(regex) if source else ():
                        found.captures.setdefault(name.lower(), []).append((source, regex))
        _indexes[assembly] = found
    return found


_SOURCES: Final = {"location": "uri", "rewrite": "uri", "server_name": "host", "valid_referers": "http_referer"}
