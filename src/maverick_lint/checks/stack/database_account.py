"""stack/database-account: who connects to a database is whom the database knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import EnvFile, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.accounts import accounts, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.accounts import Account
    from maverick_lint.stack.model import Stack

_URL: Final = re.compile(
    r"(?:jdbc:)?(?:postgres|postgresql|mysql|mariadb|mongodb)(?:\+\w+)?://(?:([^:@/\s]+)(?::([^@\s]*))?@)?([\w.-]+)(?::\d+)?"
    r"(?:/([\w-]+))?(?:\?.*)?\Z"
)
_HOST: Final = re.compile(r"(\w*_|)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS|URL|URI|DSN)\Z", re.IGNORECASE)
_PARTS: Final = (
    ("USER", "USERNAME", "user"),
    ("PASSWORD", "PASS", "PASSWD", "password"),
    ("NAME", "DATABASE", "DB", "DB_NAME", "database"),
)
# Options of the clients in a health check, from their own help (2026-11).
_PSQL: Final = {"-U": 0, "--username": 0, "-d": 2, "--dbname": 2}
_CLIENTS: Final = {"pg_isready": _PSQL, "psql": _PSQL}
# Databases that are there from the start, and those that tests make for themselves.
_OWN: Final = re.compile(r"postgres|template[01]|mysql|admin|test|\w+[_-]test|test[_-]\w+|\w*shadow\w*")


@record
class _Given:
    """An account as somebody gives it, "" for what is not said: its parts, its place and the words for messages."""

    parts: tuple[str, str, str]
    place: Place
    name: str
    by: str


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each address of a database with another user, password or database than its service makes."""
    known = accounts(stack)
    seen: set[Place] = set()
    for service in stack.every(Service) if known else ():
        own = known.get(service.project, {})
        named = [(name, text, at) for (name, text), at in zip(service.values, service.value_places, strict=True)]
        for hit in (*_named(named, f"of service `{service.name}` ", own, service), *_probe(service, own)):
            if hit.at not in seen:
                seen.add(hit.at)  # type: ignore[arg-type] # _hit makes it of a place
                yield hit
    for file in stack.every(EnvFile):
        made: dict[str, list[Account]] = {}
        for account in in_file(stack, file):
            for name in {account.service.name, *account.service.aliases}:
                made.setdefault(name, []).append(account)
        yield from _named(file.variables, "", made, None) if made else ()


def _named(
    variables: Sequence[tuple[str, str | None, Place]],
    by: str,
    known: dict[str, list[Account]],
    owner: Service | None,
) -> Iterator[Hit]:
    """Yield the hits of one list of variables, of a service or of a file."""
    values = {name: (text or "").strip("\"'") for name, text, _ in variables}
    places = {name: place for name, _, place in variables}
    for name, text in values.items():
        match = _URL.match(text)
        host = match[3] if match is not None else text.partition(":")[0]
        found = known.get(host, ()) if "$" not in text else ()
        if len(found) != 1 or found[0].service is owner:
            continue
        if match is not None:
            from urllib.parse import unquote  # 2 ms, with ipaddress

            given = (unquote(match[1] or ""), unquote(match[2] or ""), match[4] or "")
            yield from _judge(_Given(given, places[name], name, by), found[0])
        apart = _HOST.match(name)
        if apart is not None and (match is None or not match[1]):
            yield from _apart(apart[1], values, places, by, found[0])


def _apart(prefix: str, values: dict[str, str], places: dict[str, Place], by: str, account: Account) -> Iterator[Hit]:
    """Yield a hit for each part of an account that stands in a variable of its own: DB_HOST, DB_USER, DB_PASSWORD."""
    for part, words in enumerate(_PARTS):
        name = next((one for word in words if (one := f"{prefix}{word}") in values), None)
        told = values.get(name) if name is not None else None
        if name is None or not told or "$" in told:
            if part == 0:
                return  # whose password it is, is not known
            continue
        first, second, third = (told if number == part else "" for number in range(len(_PARTS)))
        yield from _judge(_Given((first, second, third), places[name], name, by), account)
        known = account.parts[0]
        if part == 0 and known is not None and told != known[0]:
            return  # another user, with a password of its own


def _probe(service: Service, known: dict[str, list[Account]]) -> Iterator[Hit]:
    """Yield a hit for the user or database with which a database's own health check asks it."""
    found = [one for one in known.get(service.name, ()) if one.service is service]
    words = [word for text in service.probe if text for word in text.split()]
    client = next((word for word in words if word in _CLIENTS), "")
    if not client or len(found) != 1 or "$" in " ".join(words) or "-h" in words or service.health_place is None:
        return
    for index, word in enumerate(words):
        option, equals, value = word.partition("=")
        part = _CLIENTS[client].get(option)
        told = value if equals else words[index + 1] if index + 1 < len(words) else ""
        if part is not None and told:
            parts = (told, "", "") if part == 0 else ("", "", told)
            at = _at(service, told) or service.health_place
            yield from _judge(_Given(parts, at, "healthcheck", f"of service `{service.name}` "), found[0])


def _at(service: Service, told: str) -> Place | None:
    pairs = zip(service.probe_places, service.probe, strict=False)
    return next((at for at, text in pairs if text and told in text.split()), None)


def _judge(given: _Given, account: Account) -> Iterator[Hit]:
    """Yield a hit for the first part of an account that is given and is not the one that is made."""
    user, password, database = given.parts
    own, word, made = account.parts[0], account.parts[1], account.database
    if user and own is not None and user != own[0]:
        # the administrator of MySQL has a password of its own; PostgreSQL has no such user when another is named
        if user != "root":
            yield _hit(account, 0, own, user, given)
    elif password and word is not None and password != word[0]:
        yield _hit(account, 1, word, password, given)
    elif database and made is not None and database != made[0] and _OWN.fullmatch(database) is None:
        yield _hit(account, 2, made, database, given)


def _hit(account: Account, part: int, known: tuple[str, Place], text: str, given: _Given) -> Hit:
    case = ("", "password", "database")[part]
    values: dict[str, Value] = {"name": given.name, "by": given.by, "service": account.service.name}
    if case != "password":
        values |= {"text": text, "known": known[0]}
    what = ("the user", "the password", "the database")[part]
    related = (Related(known[1], f"service `{account.service.name}` makes {what} here"),)
    return Hit(given.place, values, case, related)
