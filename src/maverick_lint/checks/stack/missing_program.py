"""stack/missing-program: what a container starts is installed in its image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.facts.tasks import Dependencies
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.docker_runs import runs
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.services import root_stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Programs of Python packages, with the packages that bring them (their metadata on PyPI, 2026-11).
_PROVIDERS: Final = {
    "uvicorn": ("uvicorn", "fastapi[standard]", "fastapi[all]", "fastapi-cli", "litestar[standard]"),
    "gunicorn": ("gunicorn", "uvicorn-worker", "mlflow", "apache-airflow", "dash[celery]"),
    "hypercorn": ("hypercorn", "quart"), "daphne": ("daphne", "channels[daphne]"), "granian": ("granian",),
    "waitress-serve": ("waitress", "pyramid"),
    "alembic": ("alembic", "flask-migrate", "flask-alembic", "advanced-alchemy", "mlflow", "apache-airflow", "optuna"),
    "celery": ("celery", "flower", "django-celery-beat", "django-celery-results", "celery-redbeat", "apache-airflow"),
    "flask": ("flask", "flask-migrate", "flask-sqlalchemy", "flask-login", "flask-restful", "flask-cors", "dash"),
    "django-admin": ("django", "djangorestframework", "wagtail"), "streamlit": ("streamlit",),
    "rq": ("rq", "django-rq"), "dramatiq": ("dramatiq",), "flower": ("flower",),
}  # fmt: skip


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each program that a command of a Python image starts and that no requirement of it brings."""
    declared = stack.every(Dependencies)
    seen: set[Place] = set()
    for file, words, places in _started(stack):
        listed = _lists(file, declared)
        program = (words[0] or "") if words else ""
        providers = _PROVIDERS.get(program, ())
        # what a list of requirements includes stands in another list, so all of them count
        names = {name for one in declared for name in (*one.names, *one.development)} | file.installed
        if not providers or not listed or not names.isdisjoint(providers) or places[0] in seen:
            continue
        if any(name.partition("[")[0] == program for name in names):
            continue
        seen.add(places[0])
        related = (Related(listed[0].place, "what is installed in the image"), Related(file.place, "the image"))
        yield Hit(places[0], {"program": program, "file": listed[0].path, "package": providers[0]}, related=related)


def _lists(file: DockerfileFact, declared: Sequence[Dependencies]) -> list[Dependencies]:
    """Return the lists of requirements that are installed; [] when the image has more than those, or is no Python's."""
    stage = root_stage(file, file.stages[-1])
    if any(one.installs for one in file.stages) or stage.base is None or short_name(stage.base) != "python":
        return []
    named = [word for word in file.installed if word.endswith((".txt", ".in"))]
    found = [one for one in declared if one.path.rpartition("/")[2].lower() in {n.rpartition("/")[2] for n in named}]
    return found if named and len(found) >= len(named) else []


def _started(stack: Stack) -> Iterator[tuple[DockerfileFact, Sequence[str | None], Sequence[Place]]]:
    files = {file.path: file for file in stack.every(DockerfileFact)}
    for file in files.values():
        yield file, file.stages[-1].command, file.stages[-1].command_places
    for service in stack.every(Service):
        file_of = files.get(service.build.dockerfile or "") if service.build is not None else None
        if file_of is not None and not service.entrypoint:
            yield file_of, service.command, service.command_places
    if len(files) == 1:
        only = next(iter(files.values()))
        for running in runs(stack):
            image = running.run.image
            # what is deployed is given to a script by a variable; an image with a name of its own may be any
            if image is not None and image.text is None and not running.run.has("--entrypoint"):
                words = running.run.command
                yield only, tuple(word.text for word in words), tuple(word.place for word in words)
