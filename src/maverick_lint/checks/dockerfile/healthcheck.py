"""The image that a Dockerfile gives has no HEALTHCHECK."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service, StageFact
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import is_local
from maverick_lint.formats.dockerfile.image import image
from maverick_lint.formats.dockerfile.purpose import helps_development
from maverick_lint.stack.stages import builders, shipped_fact, shipping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# What a container runs that is no service: a shell to work in, or nothing.
_IDLE: Final = frozenset(
    {"bash", "sh", "ash", "zsh", "sleep", "tail", "true", "irb", "cat", "--help", "-h", "help", "--version"}
)
# Official images that start a server by themselves.
_SERVERS: Final = frozenset(
    {"nginx", "httpd", "caddy", "haproxy", "traefik", "tomcat", "jetty", "wordpress", "nextcloud", "ghost", "drupal"}
    | {"postgres", "mysql", "mariadb", "mongo", "redis", "valkey", "memcached", "rabbitmq", "elasticsearch", "registry"}
)
_FUNCTIONS: Final = ("public.ecr.aws/lambda/", "amazon/aws-lambda-", "mcr.microsoft.com/azure-functions/")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at `HEALTHCHECK NONE`, or at the base of the final stage when it has no check at all.

    A service of Compose that is built of the file and has a healthcheck of its own stands for the image's.
    """
    for file in stack.every(DockerfileFact):
        if helps_development(file.path):
            continue
        last = shipped_fact(file)
        for stage in shipping(stack, file):
            services = [one for one in builders(stack, file) if stage is last or _builds(one, stage)]
            if not _serves(file, stage) or _is_tool(stage) or any(service.health == "own" for service in services):
                continue
            if services and all(_is_job(stack, service) for service in services):
                continue
            if stage.health == "disabled" and stage.health_place is not None:
                yield Hit(stage.health_place, {}, "none")
            elif stage.health in ("absent", "unknown") and _root_is_known(file, stage):
                name = f"stage `{stage.name}`" if stage.name else "the final stage" if stage is last else "it"
                yield Hit(stage.place, {"stage": name})


def _builds(service: Service, stage: StageFact) -> bool:
    return service.build is not None and (service.build.target or "").lower() == stage.name.lower()


def _is_job(stack: Stack, service: Service) -> bool:
    """Say whether a service does its work and ends: a profile starts it, nothing restarts it, and others are."""
    if _is_kept(service) or not service.profiles:
        return False
    return any(one.project == service.project and _is_kept(one) for one in stack.every(Service))


def _is_kept(service: Service) -> bool:
    return service.restart is not None and service.restart not in ("", "no")


def _serves(file: DockerfileFact, final: StageFact) -> bool:
    """Say whether the image starts something: by its own words, or by those of the server image it is built on."""
    root = _root(file, final)
    if final.runs or final.exposes or root is None:
        return final.runs or final.exposes
    found = image(root)
    return found.official and found.name in _SERVERS


def _is_tool(final: StageFact) -> bool:
    words = [word for word in final.command if word is not None]
    if final.exposes or not words:
        return False
    program = words[0].rpartition("/")[2]
    return words[-1] in _IDLE or (program in _IDLE and len(words) == 1) or program in ("sleep", "tail")


def _root_is_known(file: DockerfileFact, final: StageFact) -> bool:
    base = _root(file, final)
    return base is not None and not base.startswith(_FUNCTIONS) and not is_local(base)


def _root(file: DockerfileFact, final: StageFact) -> str | None:
    stage = final
    while stage.base_stage is not None:
        stage = file.stages[stage.base_stage]
    # a tag that is not known does not make the name a local one
    return stage.base or (f"{stage.repository}:any" if stage.repository else None)
