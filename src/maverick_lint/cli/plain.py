"""The usual calls of `check`, read without click: hooks make them at every commit, and click costs 29 ms to import.

Only arguments that leave no doubt are read here; any other call, every mistake and every `--help` goes to click.
"""

from __future__ import annotations

from typing import Any, Final

_LISTS: Final = {"--select": "select", "--ignore": "ignore", "--format": "formats"}
_CHOICES: Final = {
    "--profile": ("profile", ("essential", "standard", "strict")),
    "--fail-on": ("fail_on", ("error", "warning", "note", "never")),
}
_FLAGS: Final = {"--exit-zero": "exit_zero", "--quiet": "quiet", "-q": "quiet", "--no-config": "no_config"}


def plain_arguments(arguments: list[str], commands: frozenset[str]) -> dict[str, Any] | None:
    """Return the values of the options of `check`, or None when click must read the arguments."""
    given: dict[str, Any] = {
        "paths": (), "select": (), "ignore": (), "profile": None, "config": None, "no_config": False, "fail_on": None,
        "formats": (), "stdin_filename": None, "diff_base": None, "only_changed": False, "baseline": None, "fix": False,
        "unsafe_fixes": False, "diff": False, "exit_zero": False, "statistics": False, "sarif_suppressed": False,
        "sarif_category": None, "quiet": False, "color": "auto", "jobs": 0,
    }  # fmt: skip
    rest = arguments[1:] if arguments[:1] == ["check"] else arguments
    if rest is arguments and arguments and arguments[0] in commands:
        return None
    waiting = list(rest)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("-"):
            given["paths"] += (word,)
        elif word == "--":
            given["paths"] += tuple(waiting)
            break
        elif word in _FLAGS:
            given[_FLAGS[word]] = True
        elif not _takes_value(word, waiting, given):
            return None
    return given


def _takes_value(word: str, waiting: list[str], given: dict[str, Any]) -> bool:
    name, equals, value = word.partition("=")
    if not equals:
        if not waiting or waiting[0].startswith("-"):
            return False
        value = waiting[0]
    if name in _LISTS:
        given[_LISTS[name]] += (value,)
    elif name in _CHOICES and value in _CHOICES[name][1]:
        given[_CHOICES[name][0]] = value
    else:
        return False
    if not equals:
        waiting.pop(0)
    return True
