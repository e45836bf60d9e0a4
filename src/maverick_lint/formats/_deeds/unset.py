"""Variables that a script reads and nothing in it can have set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from maverick_lint.formats._shell import model as syntax

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t;]))#[^\n]*", re.MULTILINE)
_QUOTED: Final = re.compile(r"\\.|'[^']*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_READ: Final = re.compile(r"(?<![\\$])\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})")
# A name that stands anywhere without `$`, or with an operator (`${NAME:?}`), is set or looked at there.
_BARE: Final = re.compile(r"(?<![\w$\{])[A-Za-z_]\w*|\$\{[#!]?([A-Za-z_]\w*)[^}\w]|\{([A-Za-z_]\w*)\}[<>]")
_ELSEWHERE: Final = re.compile(
    r"(?:^|[;&|(]|\bthen\b|\bdo\b)[ \t]*(?:source|\.|eval|set[ \t]+-a|set[ \t]+-o[ \t]+allexport|"
    r"set[ \t]+\+o[ \t]+nounset|set[ \t]+\+\w*u\w*)(?=\s)",
    re.MULTILINE,
)
_HERE: Final = re.compile(r"<<-?[ \t]*['\"\\]")
# What shells, login sessions, sudo, systemd and the CI systems set (their manuals, read in 2026).
_GIVEN: Final = frozenset({
    "HOME", "PATH", "PWD", "OLDPWD", "USER", "LOGNAME", "SHELL", "TERM", "LANG", "LANGUAGE", "TZ", "EDITOR", "VISUAL",
    "PAGER", "HOSTNAME", "HOSTTYPE", "MACHTYPE", "OSTYPE", "UID", "EUID", "PPID", "RANDOM", "SRANDOM", "SECONDS",
    "EPOCHSECONDS", "EPOCHREALTIME", "LINENO", "FUNCNAME", "PIPESTATUS", "REPLY", "OPTARG", "OPTIND", "IFS", "PS1",
    "PS4", "SHLVL", "SHELLOPTS", "DISPLAY", "TMPDIR", "CI", "DEBUG", "INVOCATION_ID", "JOURNAL_STREAM", "MAINPID",
    "NOTIFY_SOCKET", "CREDENTIALS_DIRECTORY", "COLUMNS", "LINES", "MAIL", "DIRSTACK", "GROUPS", "COPROC", "MAPFILE",
})  # fmt: skip
_GIVEN_STARTS: Final = (
    "BASH", "GITHUB_", "RUNNER_", "GITLAB_", "CI_", "SSH_", "SUDO_", "LC_", "XDG_", "COMP_", "AWS_", "_",
)  # fmt: skip


def unset(script: syntax.Script) -> tuple[tuple[str, Place], ...]:
    """Return each variable that is read plainly and has no other mention, with the place of its first use.

    A script that takes variables over from another file (`source`, `eval`), or lets unset ones pass for a while, is not
    judged. What the shell or the system
    gives is left out.
    """
    whole = script.source.text
    if "$" not in whole or _HERE.search(whole):
        return ()
    text = _COMMENT.sub(_blank, whole)
    if reads_elsewhere(text):
        return ()
    first: dict[str, Span] = {}
    for match in _READ.finditer(_QUOTED.sub(_without_single, text)):
        first.setdefault(match[1] or match[2], Span(*match.span()))
    mentioned = {match[1] or match[2] or match[0] for match in _BARE.finditer(text)}
    return tuple(
        (name, Place(script.source.path, script.source.outer(span)))
        for name, span in first.items()
        if name not in mentioned and name not in _GIVEN and not name.startswith(_GIVEN_STARTS)
    )


def reads_elsewhere(text: str) -> bool:
    """Say whether a script without its comments takes variables over that are not seen, or lets unset ones pass."""
    return _ELSEWHERE.search(text) is not None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without_single(match: re.Match[str]) -> str:
    """Blank what stands in single quotes, where nothing is expanded; a pair inside double quotes is none."""
    return _blank(match) if match[0].startswith("'") else match[0]
