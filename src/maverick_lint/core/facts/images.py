"""Dockerfiles, and the images made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.probes import Probe
    from maverick_lint.core.span import Place

Health = Literal["own", "disabled", "absent", "unknown"]


@record
class Placed:
    """What COPY or ADD puts into an image.

    source  a path of the build context; "" for all of it, None for what is unknown or comes from elsewhere
    target  where in the image, absolute; None when that is unknown. `into`: it is a folder to put the source into
    stage   it comes from another stage or image
    """

    source: str | None
    target: str | None
    place: Place
    into: bool = False
    stage: bool = False


@record
class StageFact:
    """A stage of a Dockerfile, with what it inherits from the stages it is built from.

    base         the image it starts from after variables; None when that is unknown or another stage
    base_stage   the number of the stage it starts from, or None
    repository   the name of that image where only its tag is unknown (`php` of `php:${VERSION}`), else ""
    health       "own" for a HEALTHCHECK in its chain, "disabled" for NONE, "absent", "unknown" for an unknown base
    user         the last USER of its chain after variables; "" when there is none, None when it is unknown
    ports        the ports that EXPOSE names, known ones only; `port_places` says where
    runs         it has a CMD or ENTRYPOINT in its chain
    health_place the last HEALTHCHECK of its chain
    command      the words that ENTRYPOINT and CMD of its chain run, None for each unknown one; `exposes`: it has EXPOSE
    copies  the known paths of the build context that its own COPY and ADD name one by one
    production  one of its own commands installs dependencies and leaves those for development out, by a flag
    user_place  the last USER of its chain, and what it says as written; None and "" when there is none
    leaves_root  something in its chain names a program with which an entrypoint leaves root (gosu, su-exec)
    sources     the numbers of the stages from which its own instructions copy or mount
    context_copies  the sources of its own COPY and ADD that are the whole build context, as written
    environment     what ENV of its chain sets, None for an unknown value
    probe           the words that its HEALTHCHECK runs, () without one; `probes` the addresses that it asks
    placed    all that COPY and ADD of its chain put into it, in order; `folder` is the last WORKDIR, None when unknown
    installs  a RUN of the file installs the project itself, so that its modules are found wherever they lie
    command_places  where each word of `command` stands; so `probe_places`
    searched    the paths of the build context that its own COPY and ADD name with a wildcard; `mounted` those of RUN
    lacks       curl and wget, where its base surely lacks them and nothing in its chain may bring them
    references  what its own COPY --from and mounts name as they are written, names behind variables left out
    """

    index: int
    name: str
    place: Place
    base: str | None
    base_stage: int | None
    health: Health
    user: str | None
    ports: tuple[int, ...]
    runs: bool
    health_place: Place | None = None
    command: tuple[str | None, ...] = ()
    exposes: bool = False
    context_copies: tuple[tuple[str, Place], ...] = ()
    copies: tuple[tuple[str, Place], ...] = ()
    production: bool = False
    sources: tuple[int, ...] = ()
    user_place: Place | None = None
    user_written: str = ""
    leaves_root: bool = False
    port_places: tuple[Place, ...] = ()
    environment: tuple[tuple[str, str | None], ...] = ()
    probe: tuple[str | None, ...] = ()
    probes: tuple[Probe, ...] = ()
    placed: tuple[Placed, ...] = ()
    folder: str | None = None
    installs: bool = False
    command_places: tuple[Place, ...] = ()
    probe_places: tuple[Place, ...] = ()
    references: tuple[tuple[str, Place], ...] = ()
    searched: tuple[tuple[str, Place], ...] = ()
    mounted: tuple[tuple[str, Place], ...] = ()
    repository: str = ""
    lacks: tuple[str, ...] = ()


@record
class DockerfileFact:
    """A Dockerfile and its stages; the last one is built unless another is named.

    installed  every word of the RUN instructions that install something, in lower case
    arguments  the names that its ARG instructions declare, wherever they stand
    handled    the names of programs' files that a RUN moves, makes or fetches
    """

    path: str
    place: Place
    stages: tuple[StageFact, ...]
    installed: frozenset[str] = frozenset()
    arguments: tuple[str, ...] = ()
    handled: frozenset[str] = frozenset()

    def stage(self, name: str) -> StageFact | None:
        """Return the stage called `name` (case does not count) or numbered so; the last one for ""."""
        if not name:
            return self.stages[-1] if self.stages else None
        wanted = name.lower()
        return next((s for s in self.stages if s.name.lower() == wanted or str(s.index) == wanted), None)
