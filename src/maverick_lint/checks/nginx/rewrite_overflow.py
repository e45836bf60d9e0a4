"""A rewrite stays within its buffer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.captures import nested_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive


_REPAIRED: Final = (1, 30, 2)
_REPAIRED_MAIN: Final = (1, 31, 1)
_WITH_TARGET: Final = 2
_GROUP: Final = re.compile(r"\$([1-9])")
_VARIABLE: Final = re.compile(r"\$[A-Za-z_]|\$\{")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield rewrites that overflow a buffer in releases before 1.30.2."""
    config = document.model
    version = str(options["version"]) or config.version
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    if numbers >= _REPAIRED_MAIN or (numbers[:2] == _REPAIRED[:2] and numbers >= _REPAIRED):
        return
    for directive in config.directives:
        if directive.name != "rewrite" or len(directive.args) < _WITH_TARGET or not directive.known:
            continue
        later = _used_later(directive)
        if later is not None:
            line = config.tree.source.position(later[0].word.start).line
            yield Hit(directive.word.span, {"number": later[1], "line": line})
        elif _overlaps(directive):
            yield Hit(directive.word.span, case="nested")


def _used_later(directive: Directive) -> tuple[Directive, str] | None:
    """Return the `set` or `if` after a rewrite with arguments that uses one of its groups."""
    target = directive.args[1].text
    ends = len(directive.args) > _WITH_TARGET or target.startswith(("http://", "https://", "$scheme"))
    if "?" not in target or ends:
        return None
    node, block = directive, directive.home
    while True:
        passed = False
        for one in block.directives:
            if one is node:
                passed = True
            elif passed:
                if one.name in ("return", "break"):
                    return None
                if (found := _number(one)) is not None:
                    return found
        if block.owner is None or block.name != "if":
            return None
        node, block = block.owner, block.owner.home


def _number(directive: Directive) -> tuple[Directive, str] | None:
    words = directive.args
    value = ""
    if directive.name == "set" and len(words) > 1:
        value = words[1].text
    elif directive.name == "if" and len(words) > _WITH_TARGET and words[1].text in ("=", "!="):
        value = words[2].text
    elif directive.name == "if" and len(words) > 1 and words[0].text.lstrip("(!").startswith("-"):
        value = words[1].text
    if (match := _GROUP.search(value)) is not None:
        return directive, match[1]
    inner = directive.block.directives if directive.name == "if" and directive.block is not None else ()
    return next((found for one in inner if (found := _number(one)) is not None), None)


def _overlaps(directive: Directive) -> bool:
    target = directive.args[1].text.removesuffix("?")
    if _VARIABLE.search(target):
        return False
    used = _GROUP.findall(target)
    flag = directive.args[2].text if len(directive.args) > _WITH_TARGET else ""
    redirects = flag in ("redirect", "permanent") or target.startswith(("http://", "https://"))
    escaped = used if redirects else _GROUP.findall(target.partition("?")[2])
    if len(used) != len(set(used)) or len(set(escaped)) < _WITH_TARGET:
        return False
    return bool(nested_groups(directive.first()) & {(a, b) for a in map(int, escaped) for b in map(int, escaped)})
