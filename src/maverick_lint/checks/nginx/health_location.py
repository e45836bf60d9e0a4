"""A proxying server has a location for the health check, and does not log it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maverick_lint.checks.nginx._policy import application_proxies, is_health_path, is_inner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Directive


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield proxying servers without such a location, and locations that log."""
    config = document.model
    proxying = {id(config.server_around(proxied.block)) for proxied in application_proxies(config)}
    paths: Sequence[str] = options["paths"]
    for server in config.servers:
        health = [location for location in server.locations if _is_health(location, paths)]
        # A health location may itself be the only proxied one.
        if id(server.block) not in proxying and not health:
            continue
        if not health:
            if not server.holed and not any(location.block and location.block.holed for location in server.locations):
                yield Hit(server.directive.word.span, {"path": paths[0]})
            continue
        for location in health:
            if location.home.tree is config.tree and location.block is not None and not is_inner(location, config):
                force = config.in_force(location.block, "access_log")
                if force.complete and not _is_quiet(force.directives) and _has_statements(location):
                    yield Hit(location.args[-1].span, {"path": location.args[-1].text}, case="logged")


def _is_health(location: Directive, paths: Sequence[str]) -> bool:
    path = location.args[-1].text
    if path in paths or is_health_path(path):
        return True
    if len(location.args) > 1 and location.args[0].text.startswith("~"):
        try:
            return path not in ("/", "^/", ".*", "^") and any(
                re.match(path, wanted) for wanted in paths if "health" in path
            )
        except re.error:
            return False
    return False


def _is_quiet(directives: Sequence[Directive]) -> bool:
    """Say whether access is not logged, or only where a condition holds."""
    return any(d.first() == "off" or any(word.text.startswith("if=") for word in d.args) for d in directives)


def _has_statements(location: Directive) -> bool:
    return location.block is not None and bool(location.block.directives)
