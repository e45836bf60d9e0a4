"""The accounts that databases of a Compose project make when they start for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import EnvFile, Service
from maverick_lint.core.record import record
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.services import projects_in, root_base, services_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Which variables of an image make which part of an account (the images' documentation, 2026-11).
_MYSQL: Final = ("MYSQL_USER", "MYSQL_PASSWORD", "MYSQL_DATABASE")
_VARIABLES: Final = {
    "postgres": (("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"),),
    "mysql": (_MYSQL,),
    "mariadb": (("MARIADB_USER", "MARIADB_PASSWORD", "MARIADB_DATABASE"), _MYSQL),
    "mongo": (("MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_PASSWORD", ""),),
}  # fmt: skip
_ALIASES: Final = {"postgis/postgis": "postgres", "pgvector/pgvector": "postgres", "timescale/timescaledb": "postgres"}
_SERVERS: Final = frozenset({"postgres", "mysqld", "mariadbd", "mongod"})
_SETUP: Final = "/docker-entrypoint-initdb.d"
_COPIED: Final = (".example", ".sample", ".dist", ".template", "example.", "sample.")


@record
class Account:
    """The account that a service makes: name, password and database, each with its place; None for what is not known.

    implied  the database is called like the user, as none is named
    """

    service: Service
    parts: tuple[tuple[str, Place] | None, ...]
    implied: bool = False

    @property
    def database(self) -> tuple[str, Place] | None:
        """The database that is made; None when it is not known."""
        return self.parts[0] if self.implied else self.parts[2]


def accounts(stack: Stack) -> dict[str, dict[str, list[Account]]]:
    """Return the accounts by Compose file, and there by host name."""
    found: dict[str, dict[str, list[Account]]] = {}
    for service in stack.every(Service):
        names = _names(stack, service)
        if names and not service.env_files:
            places = {name: place for (name, _), place in zip(service.values, service.value_places, strict=True)}
            account = _made(service, names, dict(service.values), places)
            for name in {service.name, *service.aliases} if account is not None else ():
                assert account is not None  # noqa: S101 - said in the line above
                found.setdefault(service.project, {}).setdefault(name, []).append(account)
    return found


def in_file(stack: Stack, file: EnvFile) -> Iterator[Account]:
    """Yield the accounts that a file of variables makes, in databases of the one project beside it."""
    projects = projects_in(stack, file.path.rpartition("/")[0])
    values = {name: text and text.strip("\"'") for name, text, _ in file.variables}
    places = {name: place for name, _, place in file.variables}
    made = {file.path} | {file.path.replace(word, "", 1) for word in _COPIED if word in file.path}
    for service in services_of(stack, projects[0]) if len(projects) == 1 else ():
        for names in _names(stack, service):
            own = dict(service.values)
            # the service reads the file, or Compose fills its variable in
            if not made.intersection(service.env_files) and own.get(names[0], "") is not None:
                continue
            account = _made(service, (names,), values, places)
            if account is not None:
                yield account


def _names(stack: Stack, service: Service) -> tuple[tuple[str, ...], ...]:
    """Return the variables of the image of a service; () when it is no database, or its setup makes more accounts."""
    if not service.complete or service.build is not None:
        return ()
    if any((mount.target or _SETUP).startswith(_SETUP) for mount in service.mounts):
        return ()
    name = short_name(root_base(stack, service) or "")
    # options of the server are no other command
    first = service.command[0] if service.command else "--"
    if first is None or not (first.startswith("-") or first in _SERVERS):
        return ()
    return _VARIABLES.get(_ALIASES.get(name, name), ())


def _made(
    service: Service,
    names: tuple[tuple[str, ...], ...],
    values: Mapping[str, str | None],
    places: Mapping[str, Place],
) -> Account | None:
    for variables in names:
        text = values.get(variables[0])
        if text and "$" not in text:
            known = [values.get(one) for one in variables]
            parts = tuple((text, places[one]) if text and "$" not in text else None
                          for one, text in zip(variables, known, strict=True))  # fmt: skip
            implied = variables[2] == "POSTGRES_DB" and variables[2] not in values
            return Account(service, parts, implied)
    return None
