"""stack/database-account: who connects to a database is whom the database knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.services import root_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_URL: Final = re.compile(
    r"(?:postgres|postgresql|mysql|mariadb|mongodb)(?:\+\w+)?://([^:@/\s]+):([^@\s]+)@([\w.-]+)(?::\d+)?(?:/([\w-]+))?(?:\?.*)?\Z"
)
# Which variables of an image make which part of an account (the images' documentation, 2026-11).
_VARIABLES: Final = {
    "postgres": ("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"),
    "mysql": ("MYSQL_USER", "MYSQL_PASSWORD", "MYSQL_DATABASE"),
    "mariadb": ("MARIADB_USER", "MARIADB_PASSWORD", "MARIADB_DATABASE"),
    "mongo": ("MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_PASSWORD", ""),
}  # fmt: skip
_ALIASES: Final = {"postgis/postgis": "postgres", "pgvector/pgvector": "postgres", "timescale/timescaledb": "postgres"}
_HOST: Final = re.compile(r"(\w*_|)(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)\Z", re.IGNORECASE)
_PARTS: Final = (
    ("USER", "USERNAME", "user"),
    ("PASSWORD", "PASS", "PASSWD", "password"),
    ("NAME", "DATABASE", "DB", "DB_NAME", "database"),
)
_SETUP: Final = "/docker-entrypoint-initdb.d"
# Databases that are there from the start, and those that tests make for themselves.
_OWN: Final = re.compile(r"postgres|template[01]|mysql|admin|test|\w+[_-]test|test[_-]\w+|\w*shadow\w*")


@record
class _Account:
    """The account that a service makes: name, password and database, each with its place."""

    service: Service
    parts: tuple[tuple[str, Place] | None, ...]


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each address of a database with another user, password or database than its service makes."""
    accounts: dict[tuple[str, str], list[_Account]] = {}
    for service in stack.every(Service):
        account = _account(stack, service)
        if account is not None:
            for name in {service.name, *service.aliases}:
                accounts.setdefault((service.project, name), []).append(account)
    seen: set[Place] = set()
    for service in stack.every(Service) if accounts else ():
        for (name, text), place in zip(service.values, service.value_places, strict=True):
            match = _URL.match(text or "")
            found = accounts.get((service.project, match[3]), []) if match is not None else []
            if match is None or len(found) != 1 or place in seen:
                continue
            seen.add(place)
            from urllib.parse import unquote  # 2 ms, with ipaddress

            given = (unquote(match[1]), unquote(match[2]), match[4] or "")
            hit = _judge(given, found[0], place, {"name": name, "by": service.name, "service": found[0].service.name})
            if hit is not None:
                yield hit
        yield from _apart(service, accounts)


def _apart(service: Service, accounts: dict[tuple[str, str], list[_Account]]) -> Iterator[Hit]:
    """Yield a hit for each part of an account that stands in a variable of its own: DB_HOST, DB_USER, DB_PASSWORD."""
    places = {name: place for (name, _), place in zip(service.values, service.value_places, strict=True)}
    values = dict(service.values)
    for name, text in service.values:
        match = _HOST.match(name)
        found = accounts.get((service.project, (text or "").partition(":")[0]), []) if match is not None else []
        if match is None or len(found) != 1 or found[0].service.name == service.name:
            continue
        for part, words in enumerate(_PARTS):
            own = next((one for word in words if (one := f"{match[1]}{word}") in values), None)
            told = values.get(own) if own is not None else None
            if own is None or not told:
                if part == 0:
                    break  # whose password it is, is not known
                continue
            given = tuple(told if number == part else "" for number in range(len(_PARTS)))
            more: dict[str, Value] = {"name": own, "by": service.name, "service": found[0].service.name}
            hit = _judge(given, found[0], places[own], more)
            if hit is not None:
                yield hit
            known = found[0].parts[0]
            if part == 0 and known is not None and told != known[0]:
                break  # another user, with a password of its own


def _account(stack: Stack, service: Service) -> _Account | None:
    """Return the account that a database makes when it starts for the first time; None when more may be made."""
    name = short_name(root_base(stack, service) or "")
    variables = _VARIABLES.get(_ALIASES.get(name, name))
    if variables is None or not service.complete or service.env_files or service.build is not None or service.command:
        return None
    if any((mount.target or _SETUP).startswith(_SETUP) for mount in service.mounts):
        return None
    values = dict(service.values)
    if any(values.get(one, "") is None for one in variables):
        return None
    places = {name: place for (name, _), place in zip(service.values, service.value_places, strict=True)}
    parts = tuple((values[one] or "", places[one]) if values.get(one) else None for one in variables)
    if parts[0] is None:
        return None
    return _Account(service, parts)


def _judge(given: tuple[str, ...], account: _Account, place: Place, values: dict[str, Value]) -> Hit | None:
    """Return a hit for the first part of an account, "" where it is not given, that is not the one that is made."""
    user, password, database = given
    own = account.parts[0][0] if account.parts[0] is not None else ""
    if user and user != own:
        # the administrator of MySQL has a password of its own; PostgreSQL has no such user when another is named
        return None if user == "root" else _hit(account, 0, user, place, values)
    if password and account.parts[1] is not None and password != account.parts[1][0]:
        return _hit(account, 1, password, place, values)
    known = account.parts[2] or (account.parts[0] if "POSTGRES_USER" in dict(account.service.values) else None)
    if known is not None and database and database != known[0] and _OWN.fullmatch(database) is None:
        return _hit(account, 2, database, place, values)
    return None


def _hit(account: _Account, part: int, text: str, place: Place, values: dict[str, Value]) -> Hit:
    known = account.parts[part] or account.parts[0]
    assert known is not None  # noqa: S101 - accounts without a user are not made
    case = ("", "password", "database")[part]
    more: dict[str, Value] = {} if case == "password" else {"text": text, "known": known[0]}
    what = ("the user", "the password", "the database")[part]
    return Hit(place, values | more, case, (Related(known[1], f"service `{account.service.name}` makes {what} here"),))
