"""Options that several commands share, and what they make of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from maverick_lint.engine.session import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def selection_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments and options that say which files and which rules."""
    for decorate in reversed((
        click.argument("paths", nargs=-1, type=click.Path()),
        click.option("--select", multiple=True, metavar="RULES",
                     help="Run exactly these rules: ids, kinds, tool:rule, or ALL; comma-separated."),
        click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out."),
        click.option("--profile", type=click.Choice(["essential", "standard", "strict"]),
                     help="The rules that run.  [default: standard]"),
        click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False),
                     help="Use this settings file."),
        click.option("--no-config", is_flag=True, help="Use no settings file."),
    )):  # fmt: skip
        function = decorate(function)
    return function


def request_of(given: Mapping[str, Any]) -> Request:
    """Return the request that the options of a command make."""
    if given["config"] and given["no_config"]:
        message = "--config and --no-config exclude each other"
        raise click.UsageError(message)
    overrides: dict[str, Any] = {}
    for key in ("select", "ignore"):
        words = tuple(word.strip() for item in given[key] for word in item.split(",") if word.strip())
        if words:
            overrides[key] = words
    for key in ("profile", "fail_on"):
        if given.get(key):
            overrides[key] = given[key]
    stdin = None
    if given.get("stdin_filename"):
        stdin = (given["stdin_filename"], sys.stdin.buffer.read(5_000_001))
    return Request(
        paths=given["paths"] or (".",),
        overrides=overrides,
        config=None if given["no_config"] else given["config"] or "",
        stdin=stdin,
        diff_base=given.get("diff_base") or "",
        only_changed=bool(given.get("only_changed")),
        jobs=given.get("jobs") or 0,
    )
