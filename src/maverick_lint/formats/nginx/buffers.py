"""Sizes of buffers that nginx refuses together.

Source: ngx_http_proxy_merge_loc_conf() and its siblings of FastCGI, uWSGI and SCGI, as `nginx -t` of 1.22.1 and
1.30.6 refuses them (November 2026). The sizes that hold by default are those of machines with pages of 4 kB.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.context import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive, Word

Refused = tuple["Word", str, dict[str, str]]

_FAMILIES: Final = ("proxy", "fastcgi", "uwsgi", "scgi")
_SIZES: Final = ("buffer_size", "buffers", "busy_buffers_size", "temp_file_write_size", "max_temp_file_size")
_NAMES: Final = frozenset(f"{family}_{name}" for family in _FAMILIES for name in _SIZES)
_UNITS: Final = {"": 1, "k": 1 << 10, "m": 1 << 20}
_DEFAULTS: Final = {"buffer_size": (4096,), "buffers": (8, 4096)}
_LEAST: Final = 2


def sizes_refused(config: Config) -> Iterator[Refused]:
    """Yield the word, the case of the message and its values, where a block sets sizes that do not go together."""
    if not config.assembly.speaks_of("_buffer", "_temp_file"):
        return
    seen: set[tuple[int, str]] = set()
    for directive in config.directives:
        family = directive.name.partition("_")[0]
        if directive.name in _NAMES and (id(directive.home), family) not in seen:
            seen.add((id(directive.home), family))
            yield from _judged(config, directive.home, family)


def _judged(config: Config, block: Block, family: str) -> Iterator[Refused]:
    set_by: dict[str, Directive] = {}
    known: dict[str, tuple[int, ...]] = {}
    for name in _SIZES:
        force = config.in_force(block, f"{family}_{name}")
        if force.directives:
            set_by[name] = force.directives[0]
            read = _numbers(force.directives[0]) if force.directives[0].known else None
            if read is None:
                return
            known[name] = read
        elif name in _DEFAULTS:
            if not _is_whole(config, block) or not force.complete:
                return
            known[name] = _DEFAULTS[name]
        elif not force.complete:
            return
    own = [directive for directive in set_by.values() if directive.home is block]
    (number, each), (first,) = known["buffers"], known["buffer_size"]
    largest = max(first, each)
    busy = known.get("busy_buffers_size", (2 * largest,))[0]
    values = {"family": family, "size": _shown(largest), "most": _shown((number - 1) * each)}
    if number < _LEAST:
        yield _at(set_by, own, "buffers"), "few-buffers", values
    elif busy < largest:
        yield _at(set_by, own, "busy_buffers_size"), "small-busy", {**values, "busy": _shown(busy)}
    elif busy > (number - 1) * each:
        case = "large-busy" if "busy_buffers_size" in set_by else "large-buffer"
        yield _at(set_by, own, "busy_buffers_size", "buffer_size"), case, {**values, "busy": _shown(busy)}
    else:
        for name in ("temp_file_write_size", "max_temp_file_size"):
            size = known.get(name, (largest,))[0]
            if size < largest and (size or name == "temp_file_write_size"):
                yield _at(set_by, own, name), "small-temp", {**values, "name": name, "temp": _shown(size)}
                return


def _at(set_by: dict[str, Directive], own: list[Directive], *names: str) -> Word:
    """Return the value that a message points at: that of the first of these names which the block has itself."""
    named = [set_by[name] for name in names if name in set_by and set_by[name] in own]
    return (named or own)[0].args[-1]


def _is_whole(config: Config, block: Block) -> bool:
    """Say whether all that stands around a block is known, up to the main configuration."""
    at = block
    while at.owner is not None:
        at = at.owner.home
    if MAIN in config.root_contexts:
        return True
    around = config.assembly.around(at)
    return bool(around) and all(MAIN in config.assembly.root_contexts(one.tree.path) for one in around)


def _numbers(directive: Directive) -> tuple[int, ...] | None:
    """Return the number and the size that a directive gives, or the size alone; None where they are none."""
    wanted = 2 if directive.name.endswith("_buffers") else 1
    words = [re.fullmatch(r"(\d{1,9})([kKmM]?)", word.text) for word in directive.args]
    found = [int(match[1]) * _UNITS[match[2].lower()] for match in words if match is not None]
    return tuple(found) if len(found) == len(words) == wanted else None


def _shown(size: int) -> str:
    return f"{size >> 10}k" if size and size % 1024 == 0 else str(size)
