"""compose/not-for-production."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.compose.images import read_image

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.checks.compose._deploys import Start
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_PRODUCTION: Final = frozenset({"prod", "production", "prd"})
_LOCAL: Final = frozenset({
    "dev", "devel", "develop", "development", "test", "tests", "testing", "local", "override", "ci", "e2e", "demo",
    "example", "examples", "sample", "samples", "devcontainer", "docs", "integration",
})  # fmt: skip
_STARTERS: Final = ("pipeline", "script", "unit")
_DEFAULTS: Final = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each Compose file that is meant for production: by a deployment, by name, or by its services."""
    files = {fact.path: fact for fact in stack.every(ComposeFact)}
    deployed: set[str] = set()
    for start in _starts(stack):
        fact = _file(start.files, files)
        if fact is None or _local(fact.path) or any(_local(path) for path in start.files):
            continue
        deployed.add(fact.path)
        values = {"by": start.by, "path": fact.path}
        yield Hit(start.place, values, "deployed", related=(Related(fact.place, "the Compose file that it starts"),))
    services: dict[str, list[Service]] = {}
    for service in stack.every(Service):
        services.setdefault(service.project, []).append(service)
    for path, fact in files.items():
        if path in deployed or _local(path):
            continue
        folders, _, name = path.lower().rpartition("/")
        if _PRODUCTION & {*_words(name), *folders.split("/")}:
            yield Hit(fact.place, {"path": path}, "named")
        elif (restart := _kept_up(services.get(path, ()))) is not None and restart.restart_place is not None:
            yield Hit(restart.restart_place, {"path": path, "image": restart.image or ""})


def _starts(stack: Stack) -> Iterator[Start]:
    if not stack.facts.kinds.isdisjoint(_STARTERS):
        from maverick_lint.checks.compose._deploys import starts  # only where something may start a project

        yield from starts(stack)


def _words(path: str) -> list[str]:
    return path.lower().replace("-", ".").replace("_", ".").replace("/", ".").split(".")


def _local(path: str) -> bool:
    return bool(_LOCAL & set(_words(path)))


def _file(named: tuple[str, ...], files: dict[str, ComposeFact]) -> ComposeFact | None:
    """Return the file that a command starts: the last one it names, or the default one of the root."""
    if not named:
        return next((files[path] for path in _DEFAULTS if path in files), None)
    wanted = named[-1].removeprefix("./")
    if wanted in files:
        return files[wanted]
    name = wanted.rpartition("/")[2]
    same = [fact for path, fact in files.items() if path.rpartition("/")[2] == name]
    return same[0] if len(same) == 1 else None


def _kept_up(services: Sequence[Service]) -> Service | None:
    """Return the service that shows it: all restart always and come from a registry, one from a registry of its own."""
    for service in services:
        if service.restart != "always" or service.build is not None or service.image is None or not service.complete:
            return None
    return next((each for each in services if read_image(each.image or "").host not in ("", "docker.io")), None)
