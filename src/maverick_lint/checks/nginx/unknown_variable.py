"""Variables that nothing defines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.nginx.names import names_of
from maverick_lint.formats.nginx.streams import is_of_requests, is_only_stream
from maverick_lint.formats.nginx.variables import BUILT_IN, is_built_in, used

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Word

# For how many names a similar one is looked for: more is no slip of the hand.
_COMPARED: Final = 50


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield the variables that neither nginx has nor a configuration of the repository defines."""
    config = document.model
    own: frozenset[str] | None = None
    whole: bool | None = None
    asked: set[str] = set()
    for directive in config.directives:
        for word, name in used(directive):
            streamed = is_of_requests(name) and is_only_stream(config, directive.home)
            if (is_built_in(name) and not streamed) or name in options["known"]:
                continue
            own = names_of(config.assembly).variables if own is None else own
            if name.lower() in own:
                continue
            if streamed:
                yield Hit(_span(config, word, name), {"name": name}, case="stream")
                continue
            whole = _is_whole(config) if whole is None else whole
            asked.add(name)
            near = _nearest(name.lower(), own) if len(asked) <= _COMPARED else ""
            if near and not name.lower().startswith(near + "_"):
                yield Hit(_span(config, word, name), {"name": name, "near": near}, case="near")
            elif whole:
                yield Hit(_span(config, word, name), {"name": name})


def _span(config: Config, word: Word, name: str) -> Span:
    """Return where a variable stands in a word; the word's own place when escapes hide it."""
    text = config.tree.source.text
    start = max(text.find(form, word.start, word.end) for form in (f"${name}", f"${{{name}}}"))
    if start < 0:
        return word.span
    return Span(start, text.index(name, start) + len(name) + (text[start + 1] == "{"))


@lru_cache(maxsize=4096)
def _nearest(name: str, own: frozenset[str]) -> str:
    """Return the variable whose name is most like this one, or ""."""
    found = close_matches(name, [*sorted(BUILT_IN), *sorted(own)], 1, 0.85)
    return found[0] if found else ""


def _is_whole(config: Config) -> bool:
    """Say whether all that nginx loads is known: a main configuration without modules and foreign files."""
    if config.assembly.main_of(config.path) is None:
        return False
    names = names_of(config.assembly)
    return not (names.modules or names.foreign)
