"""Images and the containers made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.given_files import EnvFile, EnvFileUse, GivenFile
from maverick_lint.core.facts.images import DockerfileFact, Health, Placed, StageFact
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.probes import Probe
    from maverick_lint.core.span import Place

__all__ = [
    "Build",
    "ComposeFact",
    "ComposeVariable",
    "Dependency",
    "DockerfileFact",
    "EnvFile",
    "EnvFileUse",
    "GivenFile",
    "Health",
    "Launched",
    "Placed",
    "Service",
    "ServiceMount",
    "ServicePort",
    "StageFact",
    "WantedName",
]


@record
class BakeTarget:
    """A target of a bake file: what it builds of which Dockerfile; None stands for what is unknown.

    dockerfiles  the paths relative to the root at which its Dockerfile may be: bake runs in the folder of its file or
                 at the root
    target       the stage it asks for, "" for the last one
    contexts     the names of the further build contexts that it gives
    """

    name: str
    place: Place
    dockerfiles: tuple[str, ...] | None
    target: str | None
    contexts: tuple[str, ...] = ()


@record
class Build:
    """How a service's image is built: paths relative to the root; None where a variable or URL hides them.

    `written` is the context as the file says it; `contexts` are the names of `additional_contexts`.
    """

    context: str | None
    dockerfile: str | None
    target: str | None
    place: Place
    inline: bool = False
    context_place: Place | None = None
    dockerfile_place: Place | None = None
    target_place: Place | None = None
    written: str | None = None
    contexts: tuple[str, ...] = ()


@record
class Dependency:
    """A service waits for another one."""

    service: str
    condition: str
    place: Place


@record
class ServicePort:
    """A port that a service publishes; None stands for what is unknown.

    host_ip    the address as written, "" for every interface
    published  the lowest and highest port of the host; None also when Docker chooses it
    target     the lowest and highest port of the container
    """

    host_ip: str | None
    published: tuple[int, int] | None
    target: tuple[int, int] | None
    protocol: str
    place: Place


@record
class ServiceMount:
    """What a service mounts; None stands for what is unknown.

    type    "bind", "volume", "tmpfs" ...
    source  a host path relative to the root where it lies inside, as written where not; or a volume's name
    """

    type: str | None
    source: str | None
    target: str | None
    place: Place
    read_only: bool = False


@record
class Service:
    """A service of a Compose project after extends and merge keys; None stands for what is unknown.

    project      the path of the Compose file
    health       as the Compose file says; "absent" leaves it to the image
    complete     nothing else is merged into it as far as the repository shows: what is absent is really absent
    environment  the names that `environment` sets, and `env_files` the files it reads, relative to the root
    command      the words of the command, () for the image's own; so `entrypoint`
    network_mode as written, "" for none; `aliases` are its further names in its networks
    exposed      the ranges of `expose`
    values       what `environment` sets, None for unknown values, at `value_places`; `arguments` those of its build
    probe        the words of the test of its health check, () without one; `probes` the addresses that it asks
    command_places  where each word of `command` stands; so `probe_places` and `entrypoint_places`
    folder          its `working_dir`, "" for the image's own
    uses            the secrets and configs that it is given
    labels          those for Traefik: name, value and place of the value
    open_names   names that reach something outside the project: `extra_hosts`, `external_links`
    env_file_uses     the files of environment variables that it reads, each with its place
    argument_places   where the names of `arguments` stand
    """

    name: str
    project: str
    place: Place
    image: str | None
    build: Build | None
    health: Health
    depends_on: tuple[Dependency, ...] = ()
    restart: str | None = None
    profiles: tuple[str, ...] = ()
    complete: bool = True
    image_place: Place | None = None
    restart_place: Place | None = None
    health_place: Place | None = None
    container_name: str | None = None
    user: str | None = ""
    ports: tuple[ServicePort, ...] = ()
    mounts: tuple[ServiceMount, ...] = ()
    networks: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    env_files: tuple[str, ...] = ()
    command: tuple[str | None, ...] = ()
    entrypoint: tuple[str | None, ...] = ()
    network_mode: str | None = ""
    aliases: tuple[str, ...] = ()
    exposed: tuple[tuple[int, int], ...] = ()
    values: tuple[tuple[str, str | None], ...] = ()
    value_places: tuple[Place, ...] = ()
    arguments: tuple[tuple[str, str | None], ...] = ()
    probe: tuple[str | None, ...] = ()
    open_names: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    env_file_uses: tuple[EnvFileUse, ...] = ()
    argument_places: tuple[Place, ...] = ()
    command_places: tuple[Place, ...] = ()
    user_place: Place | None = None
    probe_places: tuple[Place, ...] = ()
    folder: str | None = ""
    labels: tuple[tuple[str, str | None, Place], ...] = ()
    entrypoint_places: tuple[Place, ...] = ()
    uses: tuple[NamedUse, ...] = ()


@record
class ComposeFact:
    """A Compose file.

    fragment   it is no project of its own: an override, or a part that others include
    services   the names of its services, with those of `files`
    files      the files that take part: itself, its override, what it includes
    variables  the names that it leaves to the environment, each with the place of its first use; `needed` says that
               there is no default
    declared   what it declares: pairs of section ("volumes", "services" ...) and name
    wanted     what its services name and it does not declare; a file that it is joined with may
    bare       its services without image and build
    shared     the networks that it takes over from outside
    env_file_uses  the files of variables that its `include` names
    given      the files of its own secrets and configs
    launched   its services as the repository starts it together with other files, one entry for each way
    """

    path: str
    place: Place
    fragment: bool = False
    services: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    variables: tuple[ComposeVariable, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    wanted: tuple[WantedName, ...] = ()
    bare: tuple[tuple[str, Place], ...] = ()
    shared: tuple[str, ...] = ()
    env_file_uses: tuple[EnvFileUse, ...] = ()
    launched: tuple[Launched, ...] = ()
    given: tuple[GivenFile, ...] = ()


@record
class NamedUse:
    """A service is given a secret or a config; `section` is "secrets" or "configs"."""

    section: str
    name: str
    place: Place


@record
class Launched:
    """The services of a project whose files a command joins, and that command."""

    place: Place
    services: tuple[Service, ...]


@record
class WantedName:
    """A name that a service uses and its file does not declare; `key` is the key that uses it."""

    section: str
    name: str
    service: str
    key: str
    place: Place


@record
class ComposeVariable:
    """A variable that a Compose file interpolates."""

    name: str
    needed: bool
    place: Place
