"""Only known origins pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.foreign import accepted
from maverick_lint.formats.nginx.origins import map_default, values, variables_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive, Word


_CHECKED: Final = {"$http_origin": "an origin", "$http_referer": "a referrer"}
_COMPARISON: Final = 3
# How many conditions over headers are judged in a file: no person writes more.
_MOST: Final = 300


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield expressions over the origin or the referrer that accept foreign hosts, and origins that are repeated."""
    conditions = 0
    for directive in document.model.directives:
        if directive.name == "if" and directive.args:
            conditions += "$http_" in directive.first()
            if conditions <= _MOST:
                yield from _condition(directive, options)
        elif directive.name == "map" and directive.block is not None and len(directive.args) > 1:
            name = directive.first().lower()
            for entry in directive.block.directives if name in _CHECKED else ():
                # An entry that leads to nothing keeps its origins out.
                if entry.name.startswith("~") and entry.known and entry.first() not in ("", "0", "off", "false"):
                    regex = entry.name.removeprefix("~*").removeprefix("~")
                    yield from _judge(entry.word, regex, _CHECKED[name], options, caseless=entry.name.startswith("~*"))
        elif directive.name == "add_header" and directive.first().lower() == "access-control-allow-origin":
            names = variables_in(directive.args[1].text) if directive.args[1:2] else []
            given = values(document.model, directive, names[0]) or [] if len(names) == 1 else []
            if names == ["http_origin"] or _repeats(document.model, directive, names, given):
                yield Hit(directive.args[1].span, case="reflected")


def _condition(directive: Directive, options: Options) -> Iterator[Hit]:
    name = directive.first().lstrip("(").lower()
    if name == "$http_referrer":
        yield Hit(directive.args[0].span, {"header": "Referrer"}, case="name")
    words = directive.args
    if name not in _CHECKED or len(words) < _COMPARISON or not words[2].known:
        return
    operator, word = words[1].text, words[2]
    if operator in ("~", "~*", "!~", "!~*"):
        regex = word.text if word.quote or len(words) > _COMPARISON else word.text.removesuffix(")")
        yield from _judge(word, regex, _CHECKED[name], options, caseless="*" in operator)


def _repeats(config: Config, at: Directive, names: list[str], given: list[str]) -> bool:
    """Say whether a variable is the origin whatever it is: `set` so, or by the default of a map."""
    fallback = map_default(config, at, names[0]) if len(names) == 1 else None
    return fallback == "$http_origin" if fallback is not None else given == ["$http_origin"]


def _judge(word: Word, regex: str, header: str, options: Options, *, caseless: bool) -> Iterator[Hit]:
    found = accepted(
        regex, origin=header == "an origin", domains=tuple(options["domains"]), https_only=bool(options["https-only"]),
        caseless=caseless or not options["lower-hostname"],
    )  # fmt: skip
    if found is not None:
        values = {"regex": regex[:80], "foreign": found.example, "header": header, "repair": found.repair}
        yield Hit(word.span, values)
