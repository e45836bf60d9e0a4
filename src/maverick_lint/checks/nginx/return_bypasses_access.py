"""What answers at once is not guarded by addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.access import access

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `return` and redirects in blocks with `allow` or `deny`: they answer before those are asked."""
    config = document.model
    if not config.assembly.speaks_of("allow", "deny"):
        return
    guards: dict[int, str] = {}
    for directive in config.directives:
        if not _answers(config, directive):
            continue
        block = directive.home
        while block.name == "if" and block.parent is not None:
            block = block.parent
        if block.name not in ("location", "server"):
            continue
        if id(block) not in guards:
            guards[id(block)] = _guard(config, block)
        if guard := guards[id(block)]:
            yield Hit(directive.word.span, {"name": guard, "answer": directive.name})


def _guard(config: Config, block: Block) -> str:
    """Return the name of the first rule that keeps strangers out of a block; "" where none does."""
    found = access(config, block)
    guarded = found.rules and found.verdict() != "allowed" and (found.own or not _is_inner(config, block))
    return found.rules[0].name if guarded else ""


def _is_inner(config: Config, block: Block) -> bool:
    """Say whether no visitor's request comes to a location by itself."""
    owner = block.owner
    named = owner is not None and owner.first().startswith("@")
    return named or any(item.name == "internal" for item in config.statements(block))


def _answers(config: Config, directive: Directive) -> bool:
    """Say whether a directive answers with something that is to be guarded: no bare refusal, no inner rewrite."""
    words = directive.values()
    if directive.name == "rewrite" and len(words) > 1:
        return words[-1] in ("redirect", "permanent") or words[1].startswith(("http://", "https://", "$scheme"))
    if directive.name != "return" or not words:
        return False
    refused = words[0].isdigit() and (words[0].startswith(("4", "5")))
    if refused and len([word for word in words[1:] if word]) == 0:
        force = config.in_force(directive.home, "error_page")
        return any(words[0] in page.values()[:-1] for page in force.directives)
    return True
