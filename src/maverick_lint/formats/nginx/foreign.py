"""Which foreign origins an expression lets pass: candidates are made from the names in it, and tried.

An expression is to accept the hosts that it names, and those below them; a candidate that is none of these and matches
shows a hole.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from maverick_lint.formats.nginx.backtracking import backtracks, unbounded
from maverick_lint.formats.nginx.captures import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 500
_NAMED: Final = re.compile(r"\(\?<(?=[A-Za-z_])")
_HOST: Final = re.compile(r"(?:[A-Za-z0-9-]+(?:\\)?\.)+[A-Za-z]{2,}(?![\w*+?{]|\\[^/])")
_EVIL: Final = "evil.example"
_MOST: Final = 12
# With more, trying takes too long.
_MOST_REPEATS: Final = 3


class Foreign(NamedTuple):
    """An origin that passes, and what to change."""

    example: str
    repair: str


def accepted(regex: str, *, origin: bool, domains: tuple[str, ...], https_only: bool, caseless: bool) -> Foreign | None:
    """Return a foreign origin (or referrer) that an expression accepts; None where none is found."""
    pattern = _pattern(regex, caseless=caseless)
    if pattern is None:
        return None
    hosts = list(dict.fromkeys(match[0].replace("\\", "").lower() for match in _HOST.finditer(regex)))[:_MOST]
    for host, tail in ((host, tail) for host in hosts for tail in ("", "/")):
        owned = ".".join(host.split(".")[-2:])
        dots = [f"{host[:at]}x{host[at + 1 :]}" for at, sign in enumerate(host) if sign == "."]
        for example, repair in (
            *((f"https://{name}{tail}", "escape the dot: \\.") for name in dots if not name.endswith("." + owned)),
            (f"https://{_EVIL}/?https://{host}{tail}", "begin it with ^"),
            (f"{_EVIL}https://{host}{tail}", "begin it with ^https://"),
            (f"https://evil{host}{tail}", "let a dot or :// come before the name"),
            (f"https://{host}.{_EVIL}{tail}", "end it with $" if origin else "end the host with /"),
            (f"https://{_EVIL}#{host}{tail}", "let no other signs come before the name"),
            (f"https://{host}evil{tail}", "end the host"),
        ):
            if pattern.search(example) is not None and not _is_own(example, owned, hosts, exact=origin):
                return Foreign(example, repair)
        plain = f"http://{host}{tail}"
        if https_only and pattern.search(plain) is not None:
            return Foreign(plain, "accept https:// only")
        if domains and not any(host == domain or host.endswith("." + domain) for domain in domains):
            for example in (f"https://{host}{tail}", f"https://a.{host}{tail}"):
                if pattern.search(example) is not None:
                    return Foreign(example, "name your own domains only")
        fitting = (one for one in _filled(regex) if origin != ("/" in one[8:]) and pattern.search(one))
        found = next((one for one in fitting if not _is_own(one, owned, hosts, exact=origin)), "")
        if found:
            break
    else:
        return None
    return Foreign(found, "let no dots and slashes stand for part of the name")


def _pattern(regex: str, *, caseless: bool) -> re.Pattern[str] | None:
    if len(regex) > _LONGEST or not regex or backtracks(regex) or unbounded(regex) > _MOST_REPEATS:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(_NAMED.sub("(?P<", regex), re.IGNORECASE if caseless else 0)
    except (re.error, RecursionError, OverflowError):
        return None


def _filled(regex: str) -> Iterator[str]:
    """Yield texts that an expression may match, each with one repetition that holds the end of a foreign host."""
    tree = parsed(regex)
    if tree is None:
        return
    for filling in ("x.evil-", "x.evil.example/"):
        for number in range(_MOST_REPEATS):
            found = "".join(_sample(tree, iter(range(_MOST)), number, filling))
            if found.startswith(("https://", "http://")):
                yield found.replace("http://", "https://", 1)


def _sample(tree: Any, counter: Iterator[int], number: int, filling: str) -> Iterator[str]:  # noqa: ANN401 - the parser's lists
    for operation, argument in tree:
        kind = str(operation)
        if kind == "LITERAL":
            yield chr(argument)
        elif kind in ("MAX_REPEAT", "MIN_REPEAT") and int(argument[1]) > _MOST:
            least = "x" * int(argument[0] > 0)
            yield filling if next(counter, -1) == number else least
        elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
            for _ in range(min(int(argument[0]), 3)):
                yield from _sample(argument[2], counter, number, filling)
        elif kind == "SUBPATTERN":
            yield from _sample(argument[3], counter, number, filling)
        elif kind == "BRANCH":
            yield from _sample(argument[1][0], counter, number, filling)
        elif kind in ("ANY", "IN", "NOT_LITERAL"):
            yield "x"


def _is_own(example: str, owned: str, hosts: list[str], *, exact: bool) -> bool:
    """Say whether the host of an example is one that the expression names, or below one; a port may follow."""
    if not example.startswith("https://") or (exact and re.search(r"[/?#]", example[8:])):
        return False
    host = re.split(r"[/?#:]", example[8:], maxsplit=1)[0]
    return any(host == name or host.endswith("." + name) for name in (*hosts, owned) if "." in name)
