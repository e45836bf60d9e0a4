"""Commands that run another command: `sudo`, `env`, `timeout`, `xargs` ... and where that one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHELLS: Final = frozenset({"sh", "bash", "dash", "ksh", "zsh", "ash"})


@record
class _Wrapper:
    """`valued` are the options that take the next word, `skipped` how many operands come before the command.

    `refused` are options with which no command is run (`command -v`).
    """

    valued: frozenset[str] = frozenset()
    skipped: int = 0
    refused: frozenset[str] = frozenset()
    assigns: bool = False


def _wrapper(valued: str = "", skipped: int = 0, refused: str = "", *, assigns: bool = False) -> _Wrapper:
    return _Wrapper(frozenset(valued.split()), skipped, frozenset(refused.split()), assigns)


# Options from the manual pages: sudo 1.9, GNU coreutils 9.4, findutils 4.9, util-linux 2.39, OpenSSH 9 (read 2026-11).
_WRAPPERS: Final = {
    "sudo": _wrapper(
        "-u --user -g --group -h --host -p --prompt -C --close-from -r --role -t --type -T -U -D --chdir -R --chroot",
        refused="-l --list -v --validate -e --edit -K -k",
        assigns=True,
    ),
    "doas": _wrapper("-u -C"),
    "env": _wrapper("-u --unset -C --chdir -S --split-string", assigns=True),
    "time": _wrapper("-f --format -o --output"),
    "exec": _wrapper("-a"),
    "nohup": _wrapper(),
    "command": _wrapper(refused="-v -V"),
    "builtin": _wrapper(),
    "nice": _wrapper("-n --adjustment"),
    "ionice": _wrapper("-c --class -n --classdata -p --pid"),
    "chrt": _wrapper(skipped=1),
    "timeout": _wrapper("-s --signal -k --kill-after", skipped=1),
    "stdbuf": _wrapper("-i --input -o --output -e --error"),
    "setsid": _wrapper(),
    "unbuffer": _wrapper(),
    "coproc": _wrapper(),
    "xargs": _wrapper(
        "-n --max-args -P --max-procs -I -d --delimiter -a --arg-file -L --max-lines -s --max-chars -E --eof"
    ),
    "flock": _wrapper("-w --timeout -E --conflict-exit-code -c --command", skipped=1, refused="-u --unlock"),
    "gosu": _wrapper(skipped=1),
    "su-exec": _wrapper(skipped=1),
    "setpriv": _wrapper("--reuid --regid --groups --inh-caps --ambient-caps --bounding-set --securebits --pdeathsig"),
    "tini": _wrapper("-e -p"),
    "dumb-init": _wrapper("-r --rewrite"),
    "systemd-run": _wrapper("-p --property -u --unit --description --slice --uid --gid --nice -E --setenv -M -H"),
    "systemd-inhibit": _wrapper("--what --who --why --mode"),
    "runuser": _wrapper("-u --user -g --group -G --supp-group", refused="-c --command -l -"),
    "chronic": _wrapper(),
    "ssh": _wrapper("-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w", skipped=1, refused="-V -G"),
    "faketime": _wrapper(skipped=1),
    "xvfb-run": _wrapper("-e -f -n -p -s -w"),
    "dbus-run-session": _wrapper("--config-file --dbus-daemon"),
}


@record
class Inner:
    """The command that another runs begins at word `start`; `assigned` are the variables set for it."""

    start: int
    assigned: tuple[tuple[str, str | None], ...] = ()


def inner_of(texts: Sequence[str | None]) -> Inner | None:
    """Return where the command begins that the words of another run; None when they run none, or it is unknown."""
    name = (texts[0] or "").rpartition("/")[2] if texts else ""
    wrapper = _WRAPPERS.get(name)
    if wrapper is None:
        return _after_exec(texts) if name == "find" else None
    assigned: list[tuple[str, str | None]] = []
    index, operands = 1, 0
    options = True
    while index < len(texts):
        text = texts[index]
        if text is None:
            # An unknown word could be an option or the command: only a place for operands settles it.
            if operands < wrapper.skipped:
                operands += 1
                index += 1
                continue
            return Inner(index, tuple(assigned))
        if options and text == "--":
            options = False
        elif options and text.startswith("-") and text != "-":
            if text in wrapper.refused:
                return None
            index += text in wrapper.valued
        elif wrapper.assigns and "=" in text and text.partition("=")[0].isidentifier():
            variable, _, value = text.partition("=")
            assigned.append((variable, value))
        elif operands < wrapper.skipped:
            operands += 1
        else:
            return Inner(index, tuple(assigned))
        index += 1
    return None


def _after_exec(texts: Sequence[str | None]) -> Inner | None:
    for index, text in enumerate(texts[:-1]):
        if text in ("-exec", "-execdir", "-ok", "-okdir"):
            return Inner(index + 1)
    return None


def script_word(texts: Sequence[str | None], raws: Sequence[str]) -> int | None:
    """Return the number of the word that is itself a script: of `sh -c`, `eval`, `su -c`; None when there is none.

    Of ssh it is the one word after the host, when it is quoted.
    """
    name = (texts[0] or "").rpartition("/")[2] if texts else ""
    if name in _SHELLS or name in ("su", "runuser", "flock"):
        for index, text in enumerate(texts[1:-1], 1):
            if text is not None and _has_command_flag(text):
                return index + 1
        return None
    if name == "eval" and len(texts) == 2:  # noqa: PLR2004 - the name and one word
        return 1
    if name == "ssh" and raws[-1][:1] in "'\"":
        inner = inner_of(texts)
        return len(texts) - 1 if inner is not None and inner.start == len(texts) - 1 else None
    return None


def _has_command_flag(text: str) -> bool:
    short = text.startswith("-") and not text.startswith("--") and text.endswith("c") and text[1:].isalpha()
    return short or text == "--command"


def reads_script(texts: Sequence[str | None]) -> bool:
    """Say whether a command runs what it reads from its input: `bash <<EOF`, `ssh host <<EOF`, `bash -s`."""
    name = (texts[0] or "").rpartition("/")[2] if texts else ""
    if name == "ssh":
        rest = [text or "" for text in texts[2:]]
        last = rest[-1] if rest else ""
        starts_shell = any(text.partition(" ")[0].rpartition("/")[2] in _SHELLS for text in rest)
        return not rest or starts_shell or last.startswith("-") or "@" in last
    if name in _SHELLS:
        return all(text is not None and text.startswith("-") for text in texts[1:2]) and "-c" not in texts
    return False
