"""Reads a bake file (docker-bake.hcl, docker-bake.json): which stages of which Dockerfiles it builds.

Source: Docker's bake file reference, "Target", "inherits", "contexts", "File format" (2026-08). Variables and functions
are not worked out: what they decide is unknown.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document, ParseError
from maverick_lint.core.facts.containers import BakeTarget
from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.record import builder, field, record
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._hcl import Token

_TEXTS: Final = ("context", "dockerfile", "target")
_DEPTH: Final = 20  # of targets that inherit from one another


@builder
class Block:
    """A target as written: its texts (None where a variable or a function decides), what it inherits from, contexts."""

    name: str
    span: Span
    texts: dict[str, str | None] = field(default_factory=dict)
    inherits: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)


@record
class Bake:
    """The targets of a bake file, by name."""

    targets: dict[str, Block]


def parse(source: Source, kind: str) -> Document[Bake | None]:
    """Return the document of a bake file; never raises."""
    if source.path.lower().endswith(".json"):
        from maverick_lint.formats._json import read_json

        parsed = read_json(source)
        targets = None if parsed.root is None else _of_json(parsed.root)
        model = None if targets is None or parsed.fatal else Bake(targets)
        return Document(source, kind, model, tree=parsed.root, errors=tuple(parsed.errors), comments=parsed.comments)
    errors: list[ParseError] = []
    return Document(source, kind, Bake(_of_hcl(source.text, errors)), errors=tuple(errors))


def facts(document: Document[Bake]) -> Iterator[Fact]:
    """Yield each target of the file."""
    path = document.source.path
    known = document.model.targets
    for block in known.values():
        place = Place(path, block.span)
        context, dockerfile, stage = (_text(known, block, key, 0) for key in _TEXTS)
        contexts = tuple(dict.fromkeys(_contexts(known, block, 0)))
        files = None if context is None or dockerfile is None else _paths(path, context, dockerfile)
        yield Fact("bake-target", block.name, BakeTarget(block.name, place, files, stage, contexts), place)


def _paths(path: str, context: str, dockerfile: str) -> tuple[str, ...]:
    folders = dict.fromkeys((posixpath.dirname(path), ""))
    inside = posixpath.join(context or ".", dockerfile or "Dockerfile")
    return tuple(posixpath.normpath(posixpath.join(folder, inside)) for folder in folders)


def _text(known: dict[str, Block], block: Block, key: str, depth: int) -> str | None:
    """Return a text of a target or of what it inherits from, the last one first; "" where none has it."""
    if key in block.texts:
        return block.texts[key]
    for name in reversed(block.inherits) if depth < _DEPTH else ():
        if name not in known:
            return None
        found = _text(known, known[name], key, depth + 1)
        if found != "":
            return found
    return ""


def _contexts(known: dict[str, Block], block: Block, depth: int) -> Iterator[str]:
    yield from block.contexts
    for name in block.inherits if depth < _DEPTH else ():
        if name in known:
            yield from _contexts(known, known[name], depth + 1)


def _of_json(root: Node) -> dict[str, Block]:
    targets = root.get("target")
    found: dict[str, Block] = {}
    for key, node in targets.children if targets is not None else ():
        if key is None:
            continue
        block = Block(key.raw, key.span)
        for name in _TEXTS:
            if (value := node.get(name)) is not None:
                block.texts[name] = _plain(value.text)
        inherits, contexts = node.get("inherits"), node.get("contexts")
        if inherits is not None:
            block.inherits += [one.text for _, one in inherits.children if one.text]
        if contexts is not None:
            block.contexts += [one.raw for one, _ in contexts.children if one is not None]
        found[block.name] = block
    return found


def _plain(text: str | None) -> str | None:
    return None if text is None or "${" in text or "%{" in text else text


def _of_hcl(text: str, errors: list[ParseError]) -> dict[str, Block]:
    """Return the targets: blocks `target "name" { key = value }` at the top level."""
    from maverick_lint.formats._hcl import Unclosed, tokens

    found: dict[str, Block] = {}
    depth = 0
    line: list[Token] = []
    block: Block | None = None
    for token in tokens(text):
        if isinstance(token, Unclosed):
            errors.append(ParseError(token.span, f"the {token.what} that begins here is never closed"))
            continue
        if token.kind == "sign" and token.text in "{[(":
            if not depth:
                block = _opened(line, found)
                line = []
            depth += 1
        elif token.kind == "sign" and token.text in "}])":
            depth = max(depth - 1, 0)
            if not depth:
                _enter(block, line, text)
                block, line = None, []
        if token.kind == "line" and depth <= 1:
            _enter(block if depth else None, line, text)
            line = []
        elif token.kind != "line":
            line.append(token)
    return found


def _opened(line: list[Token], found: dict[str, Block]) -> Block | None:
    words = [(token.kind, token.text) for token in line[-2:]]
    if len(words) < 2 or words[0] != ("word", "target") or words[1][0] not in ("string", "word"):  # noqa: PLR2004 - `target`, its name
        return None
    return found.setdefault(words[1][1], Block(words[1][1], line[-1].span))


def _enter(block: Block | None, line: list[Token], text: str) -> None:
    """Take in one attribute of a target: the tokens from its name to the end of its value."""
    tokens = line[1:] if line and line[0].kind == "sign" and line[0].text == "{" else line
    if block is None or len(tokens) < 3 or tokens[1].text != "=":  # noqa: PLR2004 - name, sign, value
        return
    key, value = tokens[0].text, tokens[2:]
    if key in _TEXTS:
        between = text[tokens[1].span.end : value[0].span.start]
        alone = value[0].kind == "string" and len([one for one in value if one.text != "}"]) == 1
        block.texts[key] = _plain(value[0].text) if alone and not between.strip() else None
        if value[0].kind == "word" and value[0].text == "null":
            block.texts.pop(key)
    elif key == "inherits":
        block.inherits += [one.text for one in value if one.kind == "string"]
    elif key == "contexts":
        block.contexts += _keys(value)


def _keys(value: Iterable[Token]) -> Iterator[str]:
    """Yield what stands before each `=` of an object."""
    before: Token | None = None
    for token in value:
        if token.text == "=" and before is not None:
            yield before.text
        before = token
