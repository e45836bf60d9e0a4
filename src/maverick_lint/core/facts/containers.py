"""Images and the containers made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from maverick_lint.core.span import Place

Health = Literal["own", "disabled", "absent", "unknown"]


@dataclass(frozen=True, slots=True)
class StageFact:
    """A stage of a Dockerfile, with what it inherits from the stages it is built from.

    base         the image it starts from after variables; None when that is unknown or another stage
    base_stage   the number of the stage it starts from, or None
    health       "own" for a HEALTHCHECK in its chain, "disabled" for NONE, "absent", "unknown" for an unknown base
    user         the last USER of its chain after variables; "" when there is none, None when it is unknown
    ports        the ports that EXPOSE names, known ones only
    runs         it has a CMD or ENTRYPOINT in its chain
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


@dataclass(frozen=True, slots=True)
class DockerfileFact:
    """A Dockerfile and its stages; the last one is built unless another is named."""

    path: str
    place: Place
    stages: tuple[StageFact, ...]

    def stage(self, name: str) -> StageFact | None:
        """Return the stage called `name` (case does not count) or numbered so; the last one for ""."""
        if not name:
            return self.stages[-1] if self.stages else None
        wanted = name.lower()
        return next((s for s in self.stages if s.name.lower() == wanted or str(s.index) == wanted), None)


@dataclass(frozen=True, slots=True)
class Build:
    """How a service's image is built: paths relative to the root; None where a variable or URL hides them."""

    context: str | None
    dockerfile: str | None
    target: str | None
    place: Place
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Dependency:
    """A service waits for another one."""

    service: str
    condition: str
    place: Place


@dataclass(frozen=True, slots=True)
class Service:
    """A service of a Compose project after extends and merge keys; None stands for what is unknown.

    project  the path of the Compose file
    health   as the Compose file says; "absent" leaves it to the image
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
