"""A Compose project as checks read it. Values are `Value`s, so each still knows where its text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from maverick_lint.core.facts.containers import Health
    from maverick_lint.core.finding import Related
    from maverick_lint.formats.compose.images import Image
    from maverick_lint.formats.compose.launches import Launch
    from maverick_lint.formats.compose.mounts import Mount
    from maverick_lint.formats.compose.ports import Port
    from maverick_lint.formats.compose.problem import Problem
    from maverick_lint.formats.compose.tree import Value
    from maverick_lint.formats.compose.words import Pair, Words

# The sections of a file whose entries have names that others use.
SECTIONS: Final = ("services", "volumes", "networks", "secrets", "configs", "models")


@record
class Link:
    """A service that another one names: in `depends_on`, `links`, `volumes_from`, `network_mode: service:x` ...

    at         the name
    how        the key that names it
    condition  of a dependency: the condition as written, "" when none is, None when it is unknown
    condition_at  where the condition stands
    """

    service: str
    at: Value
    how: str
    condition: str | None = ""
    condition_at: Value | None = None


@record
class Reference:
    """A volume, network, secret or config that a service names."""

    section: str
    name: str
    at: Value


@record
class BuildView:
    """How a service's image is built; None stands for what is unknown.

    context  as written, "." for none
    """

    at: Value
    context: str | None
    dockerfile: str | None
    target: str | None
    inline: bool
    args: tuple[Pair, ...] = ()


@record
class Service:
    """A service after interpolation, override and extends.

    image       its image when the reference is known
    health      as the file says; "absent" leaves it to the image, "unknown" when a part of it is
    program     its image without the tag, when only the tag is unknown; otherwise as `image`
    open        it extends something unknown, so that what seems absent may be there
    links       every other service that it names
    settings    the text of the file `*.conf` that its command names, when the repository has it
    """

    name: str
    value: Value
    image_at: Value | None
    image: Image | None
    build: BuildView | None
    health: Health
    open: bool
    ports: tuple[Port, ...] = ()
    mounts: tuple[Mount, ...] = ()
    environment: tuple[Pair, ...] = ()
    links: tuple[Link, ...] = ()
    references: tuple[Reference, ...] = ()
    command: Words | None = None
    entrypoint: Words | None = None
    profiles: tuple[str, ...] = ()
    restart: str | None = None
    program: Image | None = None
    settings: str | None = None

    def get(self, *keys: str) -> Value | None:
        """Follow keys from the service; None where one leads nowhere or holds null."""
        # most keys that rules ask for are not there: nearly all of the time of a large file went into this
        return self.value.at_path(*keys) if keys[0] in self.value.names() else None

    def variable(self, name: str) -> Pair | None:
        """Return the last pair of the environment with this name."""
        return next((pair for pair in reversed(self.environment) if pair.name == name), None)

    @property
    def depends_on(self) -> tuple[Link, ...]:
        """The services that it waits for."""
        return tuple(link for link in self.links if link.how == "depends_on")


@record
class Compose:
    """A project.

    fragment  the file is no project of its own: an override, a part that others include or extend. What is absent in
              it may stand elsewhere
    included  the names that included files declare, by section: "services", "volumes" ...
    closed    every file that it includes was read
    part      other files bring it into their projects: they include it, or it lies among parts to be put together
    beside    the services of included files, as far as they are known without what they extend
    launch    the command that joins its files, None for a file alone or with its default override
    others    the same file joined with others, as the repository starts it; `views` are this one and those
    """

    path: str
    root: Value
    services: tuple[Service, ...]
    fragment: bool
    closed: bool
    included: dict[str, frozenset[str]]
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    beside: tuple[Service, ...] = ()
    launch: Launch | None = None
    part: bool = False
    others: tuple[Compose, ...] = ()
    _by_name: dict[str, Service] = field(default_factory=dict, compare=False, repr=False)

    def service(self, name: str) -> Service | None:
        """Return a service by name."""
        if not self._by_name:
            self._by_name.update((service.name, service) for service in self.services)
        return self._by_name.get(name)

    @property
    def views(self) -> tuple[Compose, ...]:
        """The project as the file alone says it, and as each launch of the repository makes it."""
        return (self, *self.others)

    @property
    def variants(self) -> tuple[Service, ...]:
        """The services as the file alone says them, and then as each launch makes them: one name may come twice."""
        return self.services if not self.others else tuple(one for view in self.views for one in view.services)

    @property
    def everyone(self) -> tuple[Service, ...]:
        """The services of the project, those of included files last."""
        return (*self.services, *self.beside)

    def section(self, name: str) -> dict[str, Value]:
        """Return the entries of a top-level section."""
        value = self.root.get(name)
        return {} if value is None else value.entries()

    def has(self, section: str, name: str) -> bool:
        """Say whether a name is declared here or in an included file."""
        return name in self.section(section) or name in self.included.get(section, ())


def pulled_in(value: Value) -> tuple[Related, ...]:
    """Return the places that pulled a value in, for a finding on it."""
    return value.via
