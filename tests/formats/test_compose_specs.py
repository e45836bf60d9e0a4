"""Ports, mounts, durations, images and commands as texts."""

from __future__ import annotations

import pytest

from compose_project import document, project
from maverick_lint.formats.compose.durations import seconds
from maverick_lint.formats.compose.images import read_image
from maverick_lint.formats.compose.mounts import Mount
from maverick_lint.formats.compose.ports import Port


def port(text: str) -> Port:
    service = project(f"services:\n  a:\n    image: a:1\n    ports:\n      - {text}\n").services[0]
    return service.ports[0]


def mount(text: str) -> Mount:
    service = project(f"services:\n  a:\n    image: a:1\n    volumes:\n      - {text}\n").services[0]
    return service.mounts[0]


@pytest.mark.parametrize(
    ("text", "host_ip", "published", "target", "protocol"),
    [
        ("8000", "", None, (8000, 8000), "tcp"),
        ('"80:8080"', "", (80, 80), (8080, 8080), "tcp"),
        ('"127.0.0.1::80"', "127.0.0.1", None, (80, 80), "tcp"),
        ('"[::1]:80-81:90-91/udp"', "[::1]", (80, 81), (90, 91), "udp"),
        ('"::1:80:90"', "::1", (80, 80), (90, 90), "tcp"),
        ('"${IP:-10.0.0.1}:${P:-80}:90"', "10.0.0.1", (80, 80), (90, 90), "tcp"),
        ('"${P}:90"', None, None, (90, 90), "tcp"),
        ('"${ALL}"', None, None, None, "tcp"),
        (
            "{target: 80, published: '8080', host_ip: 10.0.0.1, protocol: udp}",
            "10.0.0.1",
            (8080, 8080),
            (80, 80),
            "udp",
        ),
    ],
)
def test_ports(
    text: str, host_ip: str | None, published: tuple[int, int] | None, target: tuple[int, int] | None, protocol: str
) -> None:
    found = port(text)
    assert found.problem == ""
    assert (found.host_ip, found.published, found.target, found.protocol) == (host_ip, published, target, protocol)


@pytest.mark.parametrize(
    ("text", "loopback"),
    [('"127.8.8.8:1:1"', True), ('"[::1]:1:1"', True), ('"0.0.0.0:1:1"', False), ("1", False), ('"${X}:1"', None)],
)
def test_loopback(text: str, *, loopback: bool | None) -> None:
    assert port(text).loopback is loopback


@pytest.mark.parametrize(
    "text",
    ["a", '"80:b"', '"99999"', '"1-3:1-2"', '"3-1:3-1"', '"1.2.3:1:1"', '"80/x"', "{published: 1}", '"1:"', "''"],
)
def test_wrong_ports(text: str) -> None:
    assert port(text).problem


@pytest.mark.parametrize(
    ("text", "kind", "source", "target", "read_only"),
    [
        ("data:/data", "volume", "data", "/data", False),
        ("./a:/b/:ro", "bind", "./a", "/b", True),
        (r"'C:\a:/b:ro'", "bind", r"C:\a", "/b", True),
        ("/anonymous", "volume", "", "/anonymous", False),
        ("'${DIR}:/b'", None, None, "/b", False),
        ("'${ALL}'", None, None, None, False),
        ("'${DIR:-./c}:/b'", "bind", "./c", "/b", False),
        ("{type: bind, source: /a, target: /b, read_only: true}", "bind", "/a", "/b", True),
        ("{type: volume, target: /b}", "volume", "", "/b", False),
    ],
)
def test_mounts(text: str, kind: str | None, source: str | None, target: str | None, *, read_only: bool) -> None:
    found = mount(text)
    assert found.problem == ""
    assert (found.type, found.source, found.target, found.read_only) == (kind, source, target, read_only)


@pytest.mark.parametrize(
    "text", ["'data:'", "':/x'", "aa:/b:ro:z", "{type: volume, source: x}", "./a:ro", "{type: bind, target: /x}"]
)
def test_wrong_mounts(text: str) -> None:
    assert mount(text).problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1h1m1s", 3661.0),
        ("500ms", 0.5),
        ("0", 0.0),
        ("1.5m", 90.0),
        ("2d", 172_800.0),
        ("30", None),
        ("", None),
        ("s", None),
    ],
)
def test_durations(text: str, value: float | None) -> None:
    assert seconds(text) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "host", "name", "tag", "digest"),
    [
        ("postgres", "", "postgres", "", ""),
        ("host:5000/a/b:1", "host:5000", "a/b", "1", ""),
        ("localhost/app", "localhost", "app", "", ""),
        ("acme/app:1@sha256:ab", "", "acme/app", "1", "sha256:ab"),
    ],
)
def test_images(text: str, host: str, name: str, tag: str, digest: str) -> None:
    image = read_image(text)
    assert (image.host, image.name, image.tag, image.digest) == (host, name, tag, digest)


def test_official_and_local_images() -> None:
    assert read_image("docker.io/library/redis:7").official
    assert read_image("web").local
    assert not read_image("acme/web").local
    assert not read_image("registry.example.com/redis").official


@pytest.mark.parametrize(
    ("health", "state"),
    [
        ("{test: pg_isready}", "own"),
        ("{test: [NONE]}", "disabled"),
        ("{disable: true}", "disabled"),
        ("{disable: '${NO}'}", "unknown"),
        ("{interval: 5s}", "absent"),
        ("{test: []}", "absent"),
    ],
)
def test_health(health: str, state: str) -> None:
    assert project(f"services: {{a: {{image: 'a:1', healthcheck: {health}}}}}").services[0].health == state


def test_words_of_a_command() -> None:
    text = (
        "services:\n  a:\n    image: a:1\n    command: run 'two words' $X --y=${Y:-1}\n    entrypoint: [sh, -c, '$Z']\n"
    )
    service = project(text).services[0]
    assert service.command is not None
    assert service.entrypoint is not None
    assert service.command.texts == ("run", "two words", None, "--y=1")
    assert service.entrypoint.texts == ("sh", "-c", None)


def test_a_fault_points_at_the_key_and_names_a_near_one() -> None:
    text = "services:\n  a:\n    image: a:1\n    volums: []\n"
    (error,) = document(text).errors
    assert text[error.span.start : error.span.end] == "volums"
    assert "`volumes`" in error.message
