"""Variables that nothing defines."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.names import names_of
from maverick_lint.formats.nginx.variables import BUILT_IN, is_built_in, used

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield the variables that neither nginx has nor a configuration of the repository defines."""
    config = document.model
    own: frozenset[str] | None = None
    whole: bool | None = None
    for directive in config.directives:
        for word, name, _ in used(directive):
            if is_built_in(name) or name in options["known"]:
                continue
            own = names_of(config.assembly).variables if own is None else own
            if name.lower() in own:
                continue
            whole = _is_whole(config) if whole is None else whole
            near = get_close_matches(name.lower(), [*BUILT_IN, *own], 1, 0.85)
            if near and not name.lower().startswith(near[0] + "_"):
                yield Hit(word.span, {"name": name, "near": near[0]}, case="near")
            elif whole:
                yield Hit(word.span, {"name": name})


def _is_whole(config: Config) -> bool:
    """Say whether all that nginx loads is known: a main configuration without modules and foreign files."""
    if config.assembly.main_of(config.path) is None:
        return False
    names = names_of(config.assembly)
    return not (names.modules or names.foreign)
