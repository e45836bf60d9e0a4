"""What to say of a value that does not fit: what the form is, and the right value that was probably meant."""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.systemd.values import WORDS, is_right

_EXPECTED: Final = {
    "time": "a time such as 30s, 5min or infinity",
    "calendar": "a calendar expression such as `*-*-* 03:00:00`",
    "unsigned": "a whole number",
    "int": "a whole number",
    "mode": "an octal mode such as 0750",
    "nice": "a number from -20 to 19",
    "oom": "a number from -1000 to 1000",
    "ioprio": "a number from 0 to 7",
    "rtprio": "a number from 1 to 99",
    "cpuweight": "a number from 1 to 10000, or idle",
    "weight": "a number from 1 to 10000",
    "shares": "a whole number",
    "memory": "a size such as 512M (K, M, G, T), a percentage, or infinity",
    "tasks": "a number above 0, a percentage, or infinity",
    "quota": "a percentage such as 50%",
    "rlimit": "a number or infinity, or two parted by a colon",
    "limitbytes": "a size such as 512M or infinity, or two parted by a colon",
    "limitcpu": "a time or infinity, or two parted by a colon",
    "size": "a size such as 512K",
    "signal": "the name of a signal such as SIGTERM, in capitals",
    "statuses": "exit statuses from 0 to 255, their names, and names of signals",
    "cpus": "numbers of processors such as 0-3",
    "path": "an absolute path",
    "paths": "absolute paths",
    "binds": "absolute paths, as SOURCE:TARGET",
    "tmpfs": "absolute paths",
    "abspath": "an absolute path",
    "fatalpath": "an absolute path",
    "envfile": "an absolute path",
    "workdir": "an absolute path, or ~",
    "dirs": "names below the directory that systemd provides, without a leading slash",
    "busname": "a name of D-Bus such as org.example.Shop",
    "input": "null, tty, socket, data, fd:NAME or file:/PATH",
    "output": "inherit, null, journal, kmsg, tty, socket, fd:NAME, file:/PATH, append:/PATH or truncate:/PATH",
    "listen": "a port, ADDRESS:PORT or an absolute path",
    "slice": "the name of a slice, with its type",
    "service": "the name of a service, with its type",
    "unit": "the name of a unit with its type, such as shop.service",
    "units": "names of units with their type, such as docker.service",
    "urls": "addresses such as https://... and man:...",
    "env": "NAME=value, in quotes when the value holds blanks",
    "namespaces": "names of namespaces such as net and user, or yes and no",
    "families": "names of address families such as AF_INET",
    "archs": "names of architectures such as native",
    "delegate": "names of controllers such as memory, or yes and no",
    "addresses": "addresses of networks, any, localhost, link-local or multicast",
    "caps": "names of capabilities such as CAP_NET_BIND_SERVICE",
    "syscalls": "names of system calls and of groups such as @system-service",
    "device": "a device below /dev, or char- or block- and a group of devices",
    "devicelimit": "a device and its limit",
    "exec": "a command",
}
_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([kKmMgGtT])(?:i?[bB])?")
_SECONDS: Final = re.compile(r"(\d+)\s*(secs|mins|hrs|S|Sec|Min|MIN)")
_MEANT: Final = {
    "enabled": "yes",
    "enable": "yes",
    "disabled": "no",
    "disable": "no",
    "unlimited": "infinity",
    "-1": "infinity",
    "never": "infinity",
    "none": "infinity",
}
_SHELL: Final = {"secs": "s", "mins": "min", "hrs": "h", "S": "s", "Sec": "s", "Min": "min", "MIN": "min"}
_FACTORS: Final = {"k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4}


def expected(form: str) -> str:
    """Return in words what a form takes."""
    words = WORDS.get(form)
    if words is None:
        return _EXPECTED.get(form, "another value")
    names = [name for name in words.replace("bool", "yes no").split() if not name.isdigit()]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def nearest(form: str, value: str) -> str | None:
    """Return the right value of a form that a wrong one probably means."""
    return next((guess for guess in _guesses(form, value) if guess and guess != value and is_right(form, guess)), None)


def _guesses(form: str, value: str) -> list[str]:
    size, seconds = _SIZE.fullmatch(value), _SECONDS.fullmatch(value)
    guesses = [value.lower(), value.upper(), _MEANT.get(value.lower(), ""), f"{value}%", f"0{value}"]
    if form == "quota" and re.fullmatch(r"[01]\.\d{1,2}", value):
        guesses.insert(0, f"{round(float(value) * 100)}%")
    if size is not None:
        guesses += [f"{size[1]}{size[2].upper()}"]
        if "." not in size[1]:
            guesses += [str(int(size[1]) * _FACTORS[size[2].lower()])]
    if seconds is not None:
        guesses += [f"{seconds[1]}{_SHELL[seconds[2]]}"]
    if form == "slice":
        guesses = [f"{value}.slice"]
    if form in ("service", "unit"):
        guesses = [f"{value}.service"]
    words = WORDS.get(form)
    if words is not None:
        guesses += close_matches(value.lower(), words.replace("bool", "yes no true false on off").split(), 1, 0.5)
    return guesses
