"""What a Compose file states to the rules over the stack."""

from __future__ import annotations

from compose_project import document
from maverick_lint.core.facts.containers import ComposeFact, Service
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.formats.compose.facts import facts

TEXT = """\
include: [../infra.yaml]
services:
  app:
    build: {context: ../src, dockerfile: docker/Dockerfile, target: run}
    depends_on: {db: {condition: service_healthy}, cache: {condition: "${C}"}}
    env_file: [app.env, {path: ../more.env, required: false}]
    environment: [A, B=1, "C=${TOKEN:?}"]
    ports: ["127.0.0.1:8000:8000"]
    volumes: [./data:/data, named:/n]
    networks: {front: {}}
    restart: always
    deploy: {placement: {constraints: []}, replicas: 2}
  db:
    image: postgres:${PG:-16}
    healthcheck: {disable: true}
volumes: {named: }
"""
TEXTS = {"deploy/compose.yaml": TEXT, "infra.yaml": "services: {cache: {image: 'redis:7'}}\nnetworks: {front: }\n"}


def stated(wanted: type) -> list[object]:
    read = document(TEXTS, "deploy/compose.yaml")
    return [fact.value for fact in facts(read) if isinstance(fact.value, wanted)]  # type: ignore[arg-type]


def test_services() -> None:
    app, db = stated(Service)
    assert isinstance(app, Service)
    assert isinstance(db, Service)
    assert app.build is not None
    assert (app.build.context, app.build.dockerfile, app.build.target) == ("src", "src/docker/Dockerfile", "run")
    assert [(each.service, each.condition) for each in app.depends_on] == [("db", "service_healthy")]
    assert app.env_files == ("deploy/app.env", "more.env")
    assert app.environment == ("A", "B", "C")
    assert [(port.host_ip, port.published) for port in app.ports] == [("127.0.0.1", (8000, 8000))]
    assert [(mount.type, mount.source) for mount in app.mounts] == [("bind", "deploy/data"), ("volume", "named")]
    assert (app.networks, app.restart, app.health, app.complete) == (("front",), "always", "absent", True)
    assert (db.image, db.health) == ("postgres:16", "disabled")
    place = db.image_place
    assert place is not None
    assert TEXT[place.span.start : place.span.end] == "postgres:${PG:-16}"


def test_the_file() -> None:
    (whole,) = stated(ComposeFact)
    assert isinstance(whole, ComposeFact)
    assert whole.files == ("deploy/compose.yaml", "infra.yaml")
    assert whole.services == ("app", "cache", "db")
    assert ("networks", "front") in whole.declared
    assert (whole.wanted, whole.bare) == ((), ())
    assert {(each.name, each.needed) for each in whole.variables} == {("C", True), ("TOKEN", True), ("PG", False)}
    for each in whole.variables:
        assert TEXT[each.place.span.start : each.place.span.end].startswith("${")


def test_features_of_swarm() -> None:
    found = stated(Evidence)
    assert [each.what for each in found if isinstance(each, Evidence)] == [
        "`deploy.placement` of service `app`",
        "`deploy.replicas: 2` of service `app`",
    ]
