"""Configurations of nginx that a script writes from here-documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.source import Segment, Source
from maverick_lint.formats._deeds.acts import names_proxy
from maverick_lint.formats._deeds.loops import blocks_in
from maverick_lint.formats._shell import model as syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONFIGURATION: Final = re.compile(r"^\s*(?:upstream\s+\S+\s*\{|proxy_pass\s)", re.MULTILINE)
# What the shell puts in or takes away in a here-document whose word is not quoted (POSIX 2024, 2.7.4).
_EXPANDED: Final = re.compile(
    r"\\([$`\\])|\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})|\$(?:\{[^}\n]*\}|\([^)\n]*\)|[0-9])|`[^`\n]*`"
)
# Stands for text that is not known, as templates of nginx have it.
_UNKNOWN: Final = "\ue000\ue000"
_DEEPEST: Final = 8
_MOST: Final = 20


def configurations(script: syntax.Script) -> tuple[tuple[str, Source], ...]:
    """Return the texts that a script writes to the proxy's configuration, with what it knows of variables put in."""
    text = script.source.text
    if "<<" not in text or ("upstream" not in text and "proxy_pass" not in text):
        return ()
    found: list[tuple[str, Source]] = []
    for call, target in _writing(script.body, ""):
        for redirect in call.redirects:
            if redirect.body is not None and _CONFIGURATION.search(redirect.body.text) and names_proxy(target):
                span = redirect.place.span
                quoted = any(sign in text[span.start : span.end] for sign in "'\"\\")
                found.append(("nginx", redirect.body if quoted else _expanded(script, redirect.body)))
    return tuple(found[:_MOST])


def _writing(block: syntax.Block, target: str, depth: int = 0) -> Iterator[tuple[syntax.Call, str]]:
    """Yield the commands with redirections, and the words and files that say where their text goes."""
    if depth > _DEEPEST:
        return
    for item in block:
        node = item.node
        if isinstance(node, syntax.Call):
            if node.redirects:
                yield node, f"{target} {_target(node)}"
        elif isinstance(node, syntax.Pipeline):
            last = node.members[-1] if node.members else None
            end = _target(last) if isinstance(last, syntax.Call) else ""
            for member in node.members:
                yield from _writing((syntax.Item(member),), f"{target} {end}", depth + 1)
        else:
            for inner in (node.body,) if isinstance(node, syntax.Function) else blocks_in(node):
                yield from _writing(inner, target, depth + 1)


def _target(call: syntax.Call) -> str:
    files = (one.target.expanded for one in call.redirects if one.target is not None)
    return " ".join([*(word.expanded for word in call.words[1:]), *files])


def _expanded(script: syntax.Script, body: Source) -> Source:
    """Return a here-document as the shell makes it; each value stands where its variable does."""
    text = body.text
    pieces: list[str] = []
    segments: list[Segment] = []
    length = position = 0

    def take(piece: str, outer: int, width: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            # the last character of a value is the last one of its variable
            if len(piece) != width and len(piece) > 1:
                segments.append(Segment(length, outer, len(piece) - 1))
                segments.append(Segment(length + len(piece) - 1, outer + width - 1, 1))
            else:
                segments.append(Segment(length, outer, len(piece)))
            length += len(piece)

    for match in _EXPANDED.finditer(text):
        start, end = match.span()
        take(text[position:start], position, start - position)
        known = script.variables.get(match[2] or match[3] or "")
        value = match[1] or (known.text if known is not None and known.text is not None else _UNKNOWN)
        take(value, start, end - start)
        position = end
    take(text[position:], position, len(text) - position)
    return Source(body.path, "".join(pieces), body, tuple(segments))
