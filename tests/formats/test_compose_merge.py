"""Override files, extends, include, merge keys: what comes out, and where it stands."""

from __future__ import annotations

from compose_project import Texts, document, project
from maverick_lint.core.node import Node
from maverick_lint.core.source import Source
from maverick_lint.core.span import Place
from maverick_lint.formats.compose.parse import parse

BASE = """\
services:
  app:
    image: acme/app:1.0
    command: [serve]
    environment: [A=1, B=1]
    ports: ["80:80"]
    volumes: ["data:/data", "./x:/x"]
    logging: {driver: json-file, options: {max-size: 1m}}
    depends_on: [db]
  db:
    image: postgres:16
volumes:
  data:
"""
OVER = """\
services:
  app:
    command: [debug, now]
    environment:
      B: 2
      C: 3
    ports: ["81:81", "80:80"]
    volumes: ["./data:/data"]
    logging: {driver: syslog}
    depends_on:
      cache: {condition: service_started}
  db:
    image: !reset null
    build: .
  cache:
    image: redis:7
"""


def test_an_override_is_put_on_its_default_file() -> None:
    model = project({"compose.yaml": BASE, "compose.override.yaml": OVER})
    app, db = model.service("app"), model.service("db")
    assert app is not None
    assert db is not None
    assert app.command is not None
    assert app.command.texts == ("debug", "now")
    assert [(pair.name, pair.text) for pair in app.environment] == [("A", "1"), ("B", "2"), ("C", "3")]
    assert [port.published for port in app.ports] == [(80, 80), (81, 81)]
    assert [(mount.source, mount.target) for mount in app.mounts] == [("./data", "/data"), ("./x", "/x")]
    assert [(link.service, link.condition) for link in app.depends_on] == [("db", ""), ("cache", "service_started")]
    assert app.get("logging", "options") is None
    assert (db.image, db.build is not None) == (None, True)
    assert model.files == ("compose.yaml", "compose.override.yaml")


def test_what_an_override_says_stands_in_the_override() -> None:
    texts = {"compose.yaml": BASE, "compose.override.yaml": OVER}
    app = project(texts).service("app")
    assert app is not None
    at = app.environment[1].at.at
    assert isinstance(at, Place)
    assert at.path == "compose.override.yaml"
    assert OVER[at.span.start : at.span.end] == "2"
    assert isinstance(app.environment[0].at.at, Node)


def test_only_the_first_default_file_has_an_override() -> None:
    texts = {"compose.yaml": BASE, "docker-compose.yml": BASE, "compose.override.yaml": OVER}
    assert project(texts, "docker-compose.yml").files == ("docker-compose.yml",)


def test_override_tag_replaces() -> None:
    over = 'services:\n  app:\n    ports: !override ["9:9"]\n    environment: !override {Z: 1}\n'
    app = project({"compose.yaml": BASE, "compose.override.yaml": over}).service("app")
    assert app is not None
    assert [port.published for port in app.ports] == [(9, 9)]
    assert [pair.name for pair in app.environment] == ["Z"]


def test_merge_keys_and_aliases_name_what_pulled_them_in() -> None:
    text = (
        "x-base: &base\n  restart: always\n  image: &img nginx:1.27\n"
        "services:\n  web:\n    <<: *base\n    restart: 'no'\n  other:\n    image: *img\n"
    )
    model = project(text)
    web, other = model.service("web"), model.service("other")
    assert web is not None
    assert other is not None
    assert web.restart == "no"
    assert web.image_at is not None
    assert other.image_at is not None
    assert text[web.image_at.place.span.start :].startswith("nginx:1.27\n")
    assert [text[r.at.span.start :][:5] for r in web.image_at.via if isinstance(r.at, Place)] == ["*base"]
    assert [text[r.at.span.start :][:4] for r in other.image_at.via if isinstance(r.at, Place)] == ["*img"]


def test_a_chain_of_extends_over_files() -> None:
    texts = {
        "compose.yaml": "services:\n  web:\n    extends: {file: a/base.yaml, service: one}\n    environment: {A: 1}\n",
        "a/base.yaml": "services:\n  one:\n    extends: {file: ../two.yaml, service: two}\n    environment: [B=2, A=0]",
        "two.yaml": "services:\n  two:\n    image: acme/two:1.0\n    healthcheck: {test: [CMD, x]}\n",
    }
    web = project(texts).service("web")
    assert web is not None
    assert web.image is not None
    assert (web.image.name, web.health, web.open) == ("acme/two", "own", False)
    assert [(pair.name, pair.text) for pair in web.environment] == [("B", "2"), ("A", "1")]
    assert web.image_at is not None
    assert web.image_at.place.path == "two.yaml"
    assert [related.at.path for related in web.image_at.via if isinstance(related.at, Place)] == [
        "a/base.yaml",
        "compose.yaml",
    ]


def test_what_cannot_be_extended_leaves_the_service_open() -> None:
    text = (
        "services:\n  a: {extends: a}\n  b: {extends: {file: '${F}', service: x}}\n"
        "  c: {extends: {file: none.yaml, service: x}}\n  d: {extends: {file: ../../x.yaml, service: x}}\n"
    )
    model = project(text)
    assert [service.open for service in model.services] == [True] * 4
    assert [text[problem.at.span.start :][:6] for problem in model.problems if isinstance(problem.at, Node)] == [
        "a}\n  b",
        "none.y",
        "../../",
    ]


def test_variables_come_from_the_dotenv_of_the_folder() -> None:
    texts = {"x/compose.yaml": "services: {a: {image: 'app:$TAG'}}", "x/.env": "TAG=7 # seven\n", ".env": "TAG=8\n"}
    service = project(texts, "x/compose.yaml").service("a")
    assert service is not None
    assert service.image is not None
    assert service.image.tag == "7"


def test_included_names_count_and_files_are_read_once() -> None:
    texts = {
        "compose.yaml": "include: [a.yaml, {path: [b/b.yaml, a.yaml]}]\nservices: {x: {image: 'x:1'}}\n",
        "a.yaml": "services: {a: {image: 'a:1'}}\nvolumes: {va: }\n",
        "b/b.yaml": "include: [c.yaml]\nservices: {b: {image: 'b:1'}}\n",
        "b/c.yaml": "networks: {nc: {}}\n",
    }
    reader = Texts(texts)
    read = parse(Source("compose.yaml", texts["compose.yaml"]), "compose", reader)
    model = read.model
    assert model is not None
    assert model.has("services", "b")
    assert model.has("volumes", "va")
    assert model.has("networks", "nc")
    assert model.closed
    assert reader.asked.count("a.yaml") == 1


def test_an_include_that_cannot_be_read_leaves_the_project_open() -> None:
    assert not document("include: ['oci://x/y']\nservices: {a: {image: 'a:1'}}\n").model.closed  # type: ignore[union-attr]
