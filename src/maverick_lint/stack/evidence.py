"""Which technologies a repository uses, from what shows it: manifests, providers, commands, actions and images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._evidence import evidence_of_action, evidence_of_commands, evidence_of_image

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.core.facts.pipeline import Job, Step
    from maverick_lint.core.facts.repository import Technology
    from maverick_lint.stack.model import Stack

# Files that the deploy tools of one cloud look for by their exact path, from each tool's documentation (2026-08).
_CLOUD_FILES: Final = {
    "fly.toml": ("Fly.io", "flyctl"),
    "samconfig.toml": ("AWS", "AWS SAM"),
    "cdk.json": ("AWS", "AWS CDK"),
    ".elasticbeanstalk/config.yml": ("AWS", "Elastic Beanstalk"),
    "cloudbuild.yaml": ("Google Cloud", "Cloud Build"),
    ".do/app.yaml": ("DigitalOcean", "App Platform"),
}


def evidence(stack: Stack, *technologies: Technology) -> tuple[Evidence, ...]:
    """Return what shows that one of these technologies is in use, in the order of its places; each place once."""
    found = cast("tuple[Evidence, ...] | None", stack.memo.get("evidence"))
    if found is None:
        unique = {(e.technology, e.name, e.place): e for e in _all(stack)}
        found = tuple(sorted(unique.values(), key=lambda e: (e.place, e.technology, e.name)))
        stack.memo["evidence"] = found
    return tuple(e for e in found if e.technology in technologies)


def by_file(found: Sequence[Evidence]) -> Mapping[str, Sequence[Evidence]]:
    """Return evidence by the path of its file, in order."""
    files: dict[str, list[Evidence]] = {}
    for each in found:
        files.setdefault(each.place.path, []).append(each)
    return files


def _all(stack: Stack) -> Iterator[Evidence]:
    yield from stack.every(Evidence)
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            if not job.never:
                yield from _of_job(job)
    for script in stack.every(Script):
        yield from evidence_of_commands(script.commands)
    for target in stack.every(TaskTarget):
        yield from evidence_of_commands(target.commands)
    for service in stack.every(Service):
        if service.image is not None:
            yield from evidence_of_image(service.image, service.image_place or service.place)
    for path in stack.files:
        yield from _of_path(path)


def _of_job(job: Job) -> Iterator[Evidence]:
    if job.image:
        yield from evidence_of_image(job.image, job.image_place or job.place)
    for step in job.steps:
        if not step.never:
            yield from _of_step(step)


def _of_step(step: Step) -> Iterator[Evidence]:
    if step.uses:
        yield from evidence_of_action(step.uses, step.uses_place or step.place)
    yield from evidence_of_commands(step.commands)


def _of_path(path: str) -> Iterator[Evidence]:
    for name, (cloud, tool) in _CLOUD_FILES.items():
        if path == name or path.endswith("/" + name):
            yield Evidence("cloud", cloud, f"the settings of {tool}", Place(path, Span(0, 0)))
