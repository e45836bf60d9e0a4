"""The facts by which files are joined: names and ports of services, probes, data sources, open roots, folders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compose_project import document
from maverick_lint.core.facts.containers import ComposeFact, DockerfileFact, Service
from maverick_lint.core.facts.monitoring import DashboardSource, DataSource, PrometheusFact
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.proxies import OpenRoot
from maverick_lint.engine.load import facts_of
from maverick_lint.formats._probe import probes_in
from task_facts import stated, targets

COMPOSE = """\
services:
  app:
    image: example/app:1
    entrypoint: ["serve"]
    command: --port 8000
    expose: ["8000", "9000-9002/tcp"]
    extra_hosts: ["db:10.0.0.2"]
    external_links: [legacy:old]
    environment: {PORT: "8000", HOST: "${HOST}"}
    networks: {back: {aliases: [api]}}
    healthcheck:
      test: ["CMD", "curl", "http://localhost:8000/health?x=1"]
networks:
  back: {external: true}
  front: {}
"""


def service(text: str) -> Service:
    return next(fact.value for fact in facts_of(document(text)) if isinstance(fact.value, Service))


def test_a_service_states_its_network() -> None:
    found = service(COMPOSE)
    assert (found.entrypoint, found.command) == (("serve",), ("--port", "8000"))
    assert found.exposed == ((8000, 8000), (9000, 9002))
    assert found.aliases == ("api",)
    assert set(found.open_names) >= {"db", "legacy", "old"}
    assert found.values == (("PORT", "8000"), ("HOST", None))
    assert found.network_mode == ""
    assert found.probe == ("CMD", "curl", "http://localhost:8000/health?x=1")


def test_a_probe_of_a_service_stands_at_its_address() -> None:
    (probe,) = service(COMPOSE).probes
    assert (probe.port, probe.path) == (8000, "/health")
    assert COMPOSE[probe.place.span.start : probe.place.span.end] == "http://localhost:8000/health?x=1"


def test_network_mode_is_as_written_and_unknown_with_a_variable() -> None:
    assert service("services: {a: {image: x, network_mode: host}}").network_mode == "host"
    assert service('services: {a: {image: x, network_mode: "${MODE}"}}').network_mode is None


def test_networks_from_outside_are_shared() -> None:
    fact = next(fact.value for fact in facts_of(document(COMPOSE)) if isinstance(fact.value, ComposeFact))
    assert fact.shared == ("back",)


def test_a_stage_states_its_ports_environment_and_probe() -> None:
    text = (
        "FROM a AS base\nENV PORT=8000\nFROM base\nEXPOSE 80 $PORT\n"
        "HEALTHCHECK CMD nc -z 127.0.0.1 8000 && curl localhost:$PORT/up\nCMD serve --port $PORT\n"
    )
    (fact,) = (value for value in stated("dockerfile", "Dockerfile", text) if isinstance(value, DockerfileFact))
    stage = fact.stages[-1]
    assert stage.ports == (80, 8000)
    assert [text[place.span.start : place.span.end] for place in stage.port_places] == ["80", "$PORT"]
    assert stage.environment == (("PORT", "8000"),)
    assert stage.command == ("serve", "--port", "8000")
    assert [(probe.port, probe.path) for probe in stage.probes] == [(None, "/up")]


def test_targets_and_receivers_have_places() -> None:
    text = (
        "alerting: {alertmanagers: [{static_configs: [{targets: ['am:9093']}]}]}\nscrape_configs:\n"
        "  - {job_name: a, static_configs: [{targets: [a:1, b:2]}]}\n"
        "  - {job_name: b, relabel_configs: [{target_label: __address__, replacement: x}]}\n"
    )
    (fact,) = (v for v in stated("prometheus", "prometheus.yml", text) if isinstance(v, PrometheusFact))
    assert [text[place.span.start : place.span.end] for place in fact.jobs[0].places] == ["a:1", "b:2"]
    assert [job.rewritten for job in fact.jobs] == [False, True]
    assert [(name, text[place.span.start]) for name, place in fact.receivers] == [("am:9093", "'")]


def test_data_sources_and_their_uses() -> None:
    text = (
        "apiVersion: 1\ndatasources:\n"
        "  - {name: P, uid: p, type: prometheus, url: $URL}\n  - {name: L, type: loki, access: direct}\n"
    )
    sources = [v for v in stated("grafana-provisioning", "p.yml", text) if isinstance(v, DataSource)]
    assert [(one.uid, one.url, one.direct) for one in sources] == [("p", None, False), ("", "", True)]
    board = '{"panels": [{"datasource": {"uid": "p"}}, {"datasource": {"uid": "p"}}, {"datasource": {"uid": "${DS}"}}]}'
    used = [v for v in stated("grafana-dashboard", "d.json", board) if isinstance(v, DashboardSource)]
    assert [(one.uid, one.place.span.start) for one in used] == [("p", board.index('"p"'))]


def test_an_open_root_is_unguarded_and_public() -> None:
    locations = "location / {{ proxy_pass http://app; }} location = /x {{ return 404; }}"
    server = f"server {{{{ server_name {{name}}; {{more}} {locations} }}}}"

    def roots(name: str, more: str = "") -> list[OpenRoot]:
        text = server.format(name=name, more=more)
        return [v for v in stated("nginx", "nginx/conf.d/a.conf", text) if isinstance(v, OpenRoot)]

    (root,) = roots("a.example.com")
    assert (root.host, root.port, root.answered) == ("app", 80, (("=", "/x"),))
    assert roots("a.example.com", "auth_basic x;") == []
    assert roots("a.example.com", "listen 127.0.0.1:80;") == []
    assert roots("localhost") == []


def test_steps_know_their_folder_and_jobs_their_services() -> None:
    text = (
        "on: push\ndefaults: {run: {working-directory: top}}\njobs:\n  a:\n    runs-on: x\n"
        "    services: {db: {image: 'postgres:16'}, m: {image: 'a:${{ matrix.v }}'}}\n"
        "    steps: [{run: ls}, {run: ls, working-directory: own}, {run: ls, working-directory: '${{ x }}'}]\n"
    )
    (pipeline,) = (v for v in stated("github-workflow", ".github/workflows/a.yml", text) if isinstance(v, Pipeline))
    assert [step.folder for step in pipeline.jobs[0].steps] == ["top", "own", None]
    assert [(one.name, one.text) for one in pipeline.jobs[0].services] == [("db", "postgres:16"), ("m", None)]
    lab = "a: {services: ['redis:7', {name: 'mysql:8'}], script: [ls]}\n"
    (pipeline,) = (v for v in stated("gitlab-ci", ".gitlab-ci.yml", lab) if isinstance(v, Pipeline))
    assert [one.text for one in pipeline.jobs[0].services] == ["redis:7", "mysql:8"]


def test_a_makefile_with_patterns_or_includes_is_open() -> None:
    for text, is_open in (
        ("a: b\n\techo $@\n", False),
        ("X := $(shell date)\na:\n", False),
        ("include x.mk\na:\n", True),
        ("%.o: %.c\n", True),
        ("a:\n$(foreach x,a b,$(eval $(x):))\n", True),
    ):
        found = targets("makefile", "Makefile", text)
        assert all(target.open is is_open for target in found.values()), text


@given(st.text(alphabet="htps:/localhost127.0[]{}$%-&| \"'\n8000", max_size=200))
def test_probes_lie_inside_the_text(text: str) -> None:
    for probe in probes_in("x", text):
        assert text[probe.place.span.start : probe.place.span.end] == probe.text
        assert probe.path is None or probe.path == "" or probe.path.startswith("/")
