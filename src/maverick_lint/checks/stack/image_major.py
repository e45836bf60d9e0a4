"""stack/image-major."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.image_ports import short_name, tag_of
from maverick_lint.stack.services import folders_above, home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# How many numbers of a version make a release that may break what an earlier one ran (the projects' policies, 2026-11).
_NUMBERS: Final = {
    "postgres": 1, "redis": 1, "node": 1, "mariadb": 1, "mongo": 1, "elasticsearch": 1, "rabbitmq": 1, "valkey": 1,
    "python": 2, "mysql": 2, "php": 2, "ruby": 2, "golang": 2,
}  # fmt: skip
_VERSION: Final = re.compile(r"v?(\d+)(?:\.(\d+))?(?:[.-]|\Z)")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*\Z")
# Actions that set up a language, with the name of its image and of their input (their action.yml, 2026-11).
_SETUPS: Final = {
    "actions/setup-python": ("python", "python-version"), "actions/setup-node": ("node", "node-version"),
    "actions/setup-go": ("golang", "go-version"), "ruby/setup-ruby": ("ruby", "ruby-version"),
    "shivammathur/setup-php": ("php", "php-version"),
}  # fmt: skip
_VARIANT: Final = re.compile(r"\d|legacy|old|next|upgrade|matrix|compat|minim|latest|lowest")


@record
class _Use:
    name: str
    version: str
    place: Place
    stage: str = ""
    last: bool = False


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each image in another major version than that which is used beside it."""
    run: dict[str, list[_Use]] = {}
    tested: dict[str, list[_Use]] = {}
    for use in _run(stack):
        run.setdefault(use.name, []).append(use)
    for use in _tested(stack):
        tested.setdefault(use.name, []).append(use)
    for name, uses in run.items():
        yield from _stages(uses)
        yield from _files(uses)
        shipped = [use for use in uses if use.last]
        versions = {use.version for use in shipped}
        others = tested.get(name, [])
        if len(versions) == 1 and versions.isdisjoint(use.version for use in others) and all(u.version for u in others):
            for use in others:
                yield _hit(use, shipped[0], "ci")
        elif len(versions) == 1:
            yield from _slips(others, shipped[0])


def _slips(tested: list[_Use], shipped: _Use) -> Iterator[Hit]:
    """Yield the one version of a workflow that differs, where its other jobs have that which runs."""
    by_path: dict[str, list[_Use]] = {}
    for use in tested:
        by_path.setdefault(use.place.path, []).append(use)
    for uses in by_path.values():
        others = [use for use in uses if use.version != shipped.version]
        # a second server of another version is tested on purpose, a language that is set up twice is not
        fixed = len(others) == 1 < len(uses) and others[0].version and others[0].stage
        if fixed and not _VARIANT.search(others[0].stage.lower()):
            yield _hit(others[0], shipped, "slip")


def _run(stack: Stack) -> Iterator[_Use]:
    seen = set()
    for dockerfile in stack.every(DockerfileFact):
        final = dockerfile.stages[-1]
        chain = {final.index}
        at = final
        while at.base_stage is not None:
            at = dockerfile.stages[at.base_stage]
            chain.add(at.index)
        for stage in dockerfile.stages:
            name = f"`{stage.name}`" if stage.name else str(stage.index)
            if not _VARIANT.search(stage.name):
                yield from _use(stage.base, stage.place, name, last=stage.index in chain)
    for service in stack.every(Service):
        if service.image_place is not None and service.image_place not in seen and service.build is None:
            seen.add(service.image_place)
            yield from _use(service.image, service.image_place, last=True)


def _tested(stack: Stack) -> Iterator[_Use]:
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            if not job.never and job.image and job.image_place is not None and "$" not in job.image:
                yield from _use(job.image, job.image_place)
            for service in job.services if not job.never else ():
                yield from _use(service.text, service.place)
            yield from _set_up(job) if not job.never else ()


def _set_up(job: Job) -> Iterator[_Use]:
    """Yield the languages that the steps of a job set up in a fixed version, the job's name in the place of a stage."""
    for step in job.steps:
        language, key = _SETUPS.get(step.uses.partition("@")[0].lower(), ("", ""))
        for setting in step.inputs if language else ():
            if setting.name.lower() != key:
                continue
            if setting.text and _NUMBER.match(setting.text):
                yield from _use(f"{language}:{setting.text}", setting.place, f"{job.id} {step.name}")
            else:
                yield _Use(language, "", setting.place)  # a matrix may test every version


def _use(image: str | None, place: Place, stage: str = "", *, last: bool = False) -> Iterator[_Use]:
    name = short_name(image) if image else ""
    match = _VERSION.match(tag_of(image)) if image and name in _NUMBERS else None
    numbers = [number for number in match.groups()[: _NUMBERS[name]] if number] if match is not None else []
    if name in _NUMBERS and len(numbers) == _NUMBERS[name]:
        yield _Use(name, ".".join(numbers), place, stage, last)


def _stages(uses: list[_Use]) -> Iterator[Hit]:
    """Yield the final stage of a Dockerfile when the stage that builds for it has another version."""
    builders: dict[str, list[_Use]] = {}
    for use in uses:
        if use.stage and not use.last:
            builders.setdefault(use.place.path, []).append(use)
    for final in uses:
        beside = builders.get(final.place.path, [])
        versions = {use.version for use in beside}
        if final.stage and final.last and len(versions) == 1 and final.version not in versions:
            yield _hit(final, beside[0], "stage")


def _files(uses: list[_Use]) -> Iterator[Hit]:
    """Yield what differs from a file in a folder above, or beside it in the same one."""
    last = [use for use in uses if use.last and not _VARIANT.search(use.place.path.rpartition("/")[2].lower())]
    by_path: dict[str, set[str]] = {}
    for use in last:
        by_path.setdefault(use.place.path, set()).add(use.version)
    if len({version for versions in by_path.values() for version in versions}) != 2:  # noqa: PLR2004 - more are a choice
        return
    plain = [use for use in last if len(by_path[use.place.path]) == 1]
    first: dict[tuple[str, str], tuple[int, _Use]] = {}
    for number, use in enumerate(plain):
        known = first.get((home(use.place.path), use.version))
        if known is None or use.place.path < known[1].place.path:
            first[home(use.place.path), use.version] = (number, use)
    versions = {use.version for use in plain}
    for use in plain:
        above = folders_above(use.place.path)
        found = [first[at, one] for at in above for one in versions - {use.version} if (at, one) in first]
        # beside it in the same folder, the file that comes first says what is usual
        sure = [one for one in found if home(one[1].place.path) != above[0] or one[1].place.path < use.place.path]
        if sure:
            yield _hit(use, min(sure, key=lambda one: one[0])[1], "")


def _hit(use: _Use, other: _Use, case: str) -> Hit:
    values: dict[str, Value] = {
        "name": use.name, "version": use.version, "other": other.version, "path": other.place.path,
        "stage": other.stage,
    }  # fmt: skip
    return Hit(use.place, values, case, (Related(other.place, f"{other.name} {other.version}"),))
