"""A Dockerfile that stands in a Compose file takes part in the joints like one of its own."""

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.run import run
from maverick_lint.stack.model import Stack
from maverick_lint.stack.services import dockerfile_of
from mutated import PLAN, SETTINGS, found, shown

TEXT = """services:
  app:
    build:
      context: .
      dockerfile_inline: |
        FROM python:3.12-slim
        WORKDIR /app
        COPY app/ ./app/
        RUN echo "$$HOME"
        EXPOSE 8000
        CMD ["python", "app/mian.py"]
    ports: ["80:8001"]
  other:
    build:
      dockerfile_inline: "FROM nginx:1.27-alpine"
"""
FILES = {"deploy/compose.yaml": TEXT, "deploy/app/main.py": ""}


def joined() -> Stack:
    """Return the stack of the files, as a run has it."""
    result = run(MemoryFiles(FILES), SETTINGS, PLAN)
    assert result.stack is not None
    return result.stack


def test_each_text_is_a_dockerfile_of_its_service() -> None:
    whole = joined()
    files = whole.every(DockerfileFact)
    assert len({file.path for file in files}) == len(files) == 2
    for service in whole.every(Service):
        assert dockerfile_of(whole, service) in files


def test_places_are_those_of_the_compose_file() -> None:
    (file,) = (one for one in joined().every(DockerfileFact) if one.stages[0].ports)
    (place,) = file.stages[0].port_places
    assert place.path == "deploy/compose.yaml"
    assert TEXT[place.span.start : place.span.end] == "8000"


def test_its_joints_are_judged() -> None:
    findings = {one.rule: shown(one, FILES) for one in found(FILES, []) if one.rule.startswith("stack/")}
    assert findings == {
        "stack/started-file": 'deploy/compose.yaml:11 "app/mian.py"',
        "stack/published-port": 'deploy/compose.yaml:12 "80:8001"',
    }
