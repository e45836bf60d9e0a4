"""What a block loses by a header of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive


class Loss(NamedTuple):
    """The first header of a block's own, and those of the blocks around that hold no longer in it."""

    at: Directive
    lost: tuple[Directive, ...]


def lost_headers(config: Config, name: str) -> Iterator[Loss]:
    """Yield the blocks of a file that lose headers; none where `add_header_inherit` keeps or renounces them."""
    seen: set[int] = set()
    for directive in config.directives:
        block = directive.home
        if directive.name != name or id(block) in seen:
            continue
        seen.add(id(block))
        # The lines of an included file hold in the blocks that include it, and are judged there.
        for place in config.assembly.around(block) if block.owner is None else [block]:
            yield from _loss(config, place, directive, name)
        if block.owner is None and not config.assembly.around(block):
            yield from _loss(config, block, directive, name)


def _loss(config: Config, block: Block, directive: Directive, name: str) -> Iterator[Loss]:
    own = config.in_force(block, name)
    inherit = config.in_force(block, f"{name}_inherit").directives
    if not own.complete or any(item.first() != "on" for item in inherit):
        return
    names = {item.first().lower() for item in own.directives}
    lost = [item for item in _outer(config, block, name) if item.known and item.first().lower() not in names]
    first = next((item for item in own.directives if item.home is block), own.directives[0] if own.directives else None)
    if lost and first is directive:
        yield Loss(directive, tuple(lost))


def _outer(config: Config, block: Block, name: str) -> list[Directive]:
    """Return the headers that hold right around a block; of blocks that merge, those of the block around too."""
    found: list[Directive] = []
    pending = list(config.assembly.around(block))
    seen: set[int] = set()
    while pending:
        at = pending.pop(0)
        if id(at) in seen:
            continue
        seen.add(id(at))
        force = config.in_force(at, name)
        found += [item for item in force.directives if item not in found]
        if force.own and config.value(at, f"{name}_inherit") == "merge":
            pending += config.assembly.around(at)
    return found
