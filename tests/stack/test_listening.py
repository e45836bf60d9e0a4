"""On which ports services listen, which services a host means, and what is unknown of both."""

from __future__ import annotations

import pytest

from maverick_lint.core.facts.containers import Service
from maverick_lint.stack.image_ports import image_ports, short_name, tag_of
from maverick_lint.stack.joints import address_of, deaf, project_names
from maverick_lint.stack.listening import listening
from maverick_lint.stack.pushed_images import name_of, pushed
from maverick_lint.stack.services import services_at
from stacked import stack

DOCKERFILE = "FROM python:3.12\nEXPOSE 8000\nCMD [{command}]\n"


def ports(
    compose: str, dockerfile: str = DOCKERFILE.format(command='"serve"')
) -> tuple[tuple[int, ...], set[int]] | None:
    """Return the ports that are said, and all that may be, of the first service."""
    joined = stack({"compose.yaml": compose, "Dockerfile": dockerfile})
    heard = listening(joined, joined.every(Service)[0])
    return None if heard is None else (heard.ports, set(heard.perhaps))


@pytest.mark.parametrize(
    ("compose", "expected"),
    [
        ("services: {a: {build: .}}", ((8000,), {8000})),
        ("services: {a: {build: ., ports: ['80:9000']}}", ((8000,), {8000, 9000})),
        ("services: {a: {build: ., command: serve --port 9000}}", ((8000, 9000), {8000, 9000})),
        ("services: {a: {build: ., environment: {APP_PORT: 9000, DB_PORT: 5432}}}", ((8000, 9000), {5432, 8000, 9000})),
        ("services: {a: {build: ., environment: {PORT: '${X}'}}}", None),
        ("services: {a: {build: ., network_mode: host}}", None),
        ("services: {a: {image: 'redis:7'}}", ((6379,), {6379})),
        ("services: {a: {image: 'redis:7', volumes: ['./r.conf:/etc/r.conf']}}", None),
        ("services: {a: {image: 'example/app:1', ports: ['80:80']}}", None),
    ],
)
def test_ports(compose: str, expected: tuple[tuple[int, ...], set[int]] | None) -> None:
    assert ports(compose) == expected


def test_a_command_with_an_unknown_word_may_listen_anywhere() -> None:
    assert ports("services: {a: {build: .}}", DOCKERFILE.format(command='"serve", "$X"')) is None


def test_the_nearest_project_is_meant() -> None:
    one = "services: {web: {image: 'redis:7'}}"
    joined = stack({"a/compose.yaml": one, "b/compose.yaml": one, "compose.yaml": one})
    assert [s.project for s in services_at(joined, "WEB", "a/nginx/x.conf")] == ["a/compose.yaml", "compose.yaml"]
    assert [s.project for s in services_at(joined, "web", "x.conf")] == [
        "a/compose.yaml", "b/compose.yaml", "compose.yaml",
    ]  # fmt: skip


def test_a_published_port_is_told_from_that_of_the_container() -> None:
    joined = stack({"compose.yaml": "services: {web: {image: 'redis:7', ports: ['80:6379']}}"})
    found = deaf(joined, "web", 80, "x.conf")
    assert found is not None
    assert found.published
    assert deaf(joined, "web", 6379, "x.conf") is None
    assert deaf(joined, "other", 80, "x.conf") is None


def test_names_of_a_project_are_unknown_with_a_shared_network() -> None:
    text = (
        "services: {web: {image: 'redis:7', container_name: W, networks: {n: {aliases: [api]}}}}\nnetworks: {n: {%s}}\n"
    )
    assert project_names(stack({"compose.yaml": text % ""}), "compose.yaml") == frozenset({"web", "w", "api"})
    assert project_names(stack({"compose.yaml": text % "external: true"}), "compose.yaml") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("app:8000", ("app", 8000)),
        ("http://app", ("app", 80)),
        ("https://user:pass@app/x?y", ("app", 443)),
        ("app", ("app", None)),
        ("${HOST}:80", None),
        ("", None),
    ],
)
def test_addresses(text: str, expected: tuple[str, int | None] | None) -> None:
    assert address_of(text) == expected


def test_names_and_tags_of_images() -> None:
    assert short_name("docker.io/library/Postgres:16@sha256:0") == "postgres"
    assert short_name("quay.io/prometheus/node-exporter:v1") == "prom/node-exporter"
    assert short_name("host:5000/app") == "host:5000/app"
    assert tag_of("host:5000/app:1.2@sha256:0") == "1.2"
    assert image_ports("php:8-fpm") == (9000,)
    assert image_ports("php:8") == ()


def test_pushed_images_have_their_variables_filled_in() -> None:
    text = (
        "on: push\nenv: {NAME: ghcr.io/a/b}\njobs:\n  x:\n    runs-on: y\n    steps:\n"
        "      - uses: docker/build-push-action@v6\n        with: {tags: '${{ env.NAME }}:1,ghcr.io/a/c'}\n"
        "      - run: docker push $NAME:$TAG\n"
    )
    found = pushed(stack({".github/workflows/a.yml": text}))
    assert [one.name for one in found] == ["ghcr.io/a/b", "ghcr.io/a/c", "ghcr.io/a/b"]
    assert name_of("a/${{ x:y }}:1") == "a/${{ x:y }}"
