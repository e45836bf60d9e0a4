"""A proxied location tells the application who asked, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.nginx._policy import application_proxies, shown
from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield `proxy_pass` targets for which a forwarded header is not in force."""
    config = document.model
    wanted: Sequence[str] = options["headers"]
    for proxied in application_proxies(config):
        force = config.in_force(proxied.block, "proxy_set_header")
        if not force.complete:
            continue
        if _hides(force.directives):
            continue
        sent = _sent(force.directives)
        absent = [name for name in wanted if name.lower() not in sent]
        if not absent:
            continue
        values = {"location": shown(proxied), "absent": _list(absent)}
        hidden = _hidden(config, proxied.block, absent) if force.own else None
        if hidden is None:
            yield Hit(proxied.target.span, values)
        else:
            own = force.directives[0]
            yield Hit(
                own.word.span if own.home.tree is config.tree else proxied.target.span,
                values,
                case="hidden",
                related=(Related(hidden.word.span, "these headers are lost"),)
                if hidden.home.tree is config.tree
                else (),
            )


def _hides(directives: Sequence[Directive]) -> bool:
    """Say whether a line takes the visitor's address away: then the application is not to know the visitor."""
    names = ("x-real-ip", "x-forwarded-for")
    return any(
        d.first().lower() in names and len(d.args) > 1 and d.args[1].known and not d.args[1].text for d in directives
    )


def _sent(directives: Sequence[Directive]) -> set[str]:
    """Return the names of the headers that are sent; an empty value takes a header away."""
    return {d.first().lower() for d in directives if len(d.args) > 1 and (d.args[1].text or not d.args[1].known)}


def _hidden(config: Config, block: Block, absent: Sequence[str]) -> Directive | None:
    """Return the line around the block that would send an absent header, were it inherited."""
    for outer in config.assembly.around(block):
        for directive in config.in_force(outer, "proxy_set_header").directives:
            if directive.first().lower() in {name.lower() for name in absent}:
                return directive
    return None


def _list(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
