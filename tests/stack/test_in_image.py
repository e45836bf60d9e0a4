"""Where files of the repository lie in an image."""

import pytest

from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.stack.in_image import context_of, origin, whereabouts
from maverick_lint.stack.modules import homes, module_uses
from stacked import stack

DOCKERFILE = """\
FROM python:3.12-slim AS builder
WORKDIR /build
FROM python:3.12-slim
WORKDIR /app
COPY --from=builder /build/.venv /app/.venv
COPY app.ini setup.cfg ./
COPY src/ ./source/
COPY $WHAT /other/
ENV PYTHONPATH=/app/source
CMD python -m shop.main
"""
FILES = {"docker/Dockerfile": DOCKERFILE, "app.ini": "", "setup.cfg": "", "src/shop/main.py": "", "src/other/x.py": ""}


def test_the_context_is_the_folder_that_has_what_is_copied() -> None:
    made = stack(FILES)
    assert context_of(made, made.every(DockerfileFact)[0]) == ""
    without = stack({path: text for path, text in FILES.items() if path != "app.ini"})
    assert context_of(without, without.every(DockerfileFact)[0]) is None


def test_a_file_lies_where_its_copy_puts_it() -> None:
    stage = stack(FILES).every(DockerfileFact)[0].stages[-1]
    assert [at for at, _ in whereabouts(stage, "", "src/shop/main.py")] == ["/app/source/shop/main.py"]
    assert [at for at, _ in whereabouts(stage, "", "app.ini")] == ["/app/app.ini"]
    assert not list(whereabouts(stage, "", "README.md"))


def test_a_path_of_the_image_comes_from_a_copy_or_is_not_known() -> None:
    made = stack(FILES)
    stage = made.every(DockerfileFact)[0].stages[-1]
    found = origin(stage, "", "/app/source/shop/x.py", made)
    assert found is not None
    assert found[0] == "src/shop/x.py"
    assert origin(stage, "", "/app/.venv/bin/python", made) is None
    assert origin(stage, "", "/other/x", made) is None


def test_words_of_commands_have_places() -> None:
    stage = stack(FILES).every(DockerfileFact)[0].stages[-1]
    words = [DOCKERFILE[place.span.start : place.span.end] for place in stage.command_places]
    assert words == list(stage.command) == ["python", "-m", "shop.main"]


@pytest.mark.parametrize(
    ("command", "modules"),
    [
        ("python -m shop.main", ["shop.main"]),
        ("uvicorn shop.main:app --port 8000", ["shop.main"]),
        ("gunicorn -k uvicorn.workers.UvicornWorker shop.main:make()", ["shop.main"]),
        ("celery --app shop.tasks worker", ["shop.tasks"]),
        ("gunicorn -c python:shop.config app:app", ["app"]),
        ("redis-server --port 1:2", []),
        ("sh -c x:y", []),
        ("python app.py", []),
    ],
)
def test_modules_that_commands_start(command: str, modules: list[str]) -> None:
    assert [use.module for use in module_uses(command.split())] == modules


def test_homes_of_a_module() -> None:
    made = stack(FILES)
    assert homes(made, "shop.main", "") == (["src/shop/main.py"], ["src"])
    assert homes(made, "shop.gone", "") == ([], ["src"])
    assert homes(made, "shop.main", "docker") == ([], [])
    assert homes(made, "elsewhere.main", "") == ([], [])
