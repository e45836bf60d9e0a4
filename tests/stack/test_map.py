"""The model of the map: what is drawn as a node, what is joined, and what stays unknown."""

from __future__ import annotations

from maverick_lint.stack.map.draw import map_of
from maverick_lint.stack.map.model import DeploymentMap, joined
from stacked import stack

SHARED = ("volume", "network", "secret", "config")


def drawn(files: dict[str, str]) -> tuple[DeploymentMap, set[tuple[str, str, str]]]:
    """Return the map of files and its joints as (source, label, target) by names."""
    found = map_of(stack(files))
    names = {node.id: f"{node.kind} {node.name}" for node in found.nodes}
    return found, {(names[one.source], one.label, names[one.target]) for one in found.joints}


def test_compose_services_with_what_they_wait_for_ask_and_are_built_from() -> None:
    compose = (
        "services:\n  web:\n    build: {context: ., target: final}\n    ports: ['8000:80']\n"
        "    depends_on: {db: {condition: service_healthy}}\n"
        "    environment: {DB: 'postgres://a@db:5432/c', CACHE_HOST: cache, MAIL: 'smtp://mail.example.com:25'}\n"
        "  db: {image: 'postgres:16'}\n  cache: {image: 'redis:7'}\n"
    )
    found, joints = drawn({"compose.yaml": compose, "Dockerfile": "FROM python:3.12-slim AS final\nEXPOSE 80\n"})
    assert joints == {
        ("service web", "waits until healthy", "service db"),
        ("service web", "is built from stage final", "dockerfile Dockerfile"),
        ("service web", "DB :5432", "service db"),
        ("service web", "CACHE_HOST", "service cache"),
        ("service web", "MAIL :25", "outside mail.example.com"),
    }
    details = {node.name: node.detail for node in found.nodes}
    assert details["web"] == "built here, 8000:80"
    assert details["db"] == "postgres:16"


def test_a_joint_stands_at_the_words_that_say_it() -> None:
    nginx = (
        "upstream app { server web:8000; server web:8001 backup; }\nserver { location /a { proxy_pass http://app; } }\n"
    )
    found, joints = drawn({"nginx/conf.d/app.conf": nginx, "compose.yaml": "services:\n  web: {image: app}\n"})
    assert ("upstream app", ":8001 backup", "service web") in joints
    at = {one.label: nginx[one.place.span.start : one.place.span.end] for one in found.joints}
    assert at[":8000"] == "web:8000"
    assert at["/a"] == "http://app"


def test_what_is_unknown_is_drawn_as_it_is_written() -> None:
    nginx = "upstream app { server backend.example.com:8000; }\nserver { location / { proxy_pass http://$target; } }\n"
    _, joints = drawn({
        "nginx/conf.d/app.conf": nginx,
        "compose.yaml": "services:\n  web: {image: app, environment: {DB: 'postgres://$HOST/c'}}\n",
    })  # fmt: skip
    assert ("upstream app", ":8000", "outside backend.example.com") in joints
    assert ("server default server", "/", "outside http://$target") in joints
    assert not any(source == "service web" for source, _, _ in joints)


def test_a_port_of_the_machine_leads_to_what_publishes_it() -> None:
    nginx = "upstream app { server 127.0.0.1:8000; server 127.0.0.1:8001; server 127.0.0.1:9; }\n"
    deploy = (
        '#!/bin/sh\nif [ "$1" = b ]; then\n  port=8001\nelse\n  port=8000\nfi\n'
        'docker run -d --name "app-$port" -p "127.0.0.1:$port:80" "ghcr.io/acme/app:$2"\n'
        "curl http://localhost:8001/health\nnginx -s reload\n"
    )
    _, joints = drawn({"nginx/conf.d/app.conf": nginx, "scripts/deploy.sh": deploy, "Dockerfile": "FROM a:1\n"})
    assert ("upstream app", ":8000", "container app-$port") in joints
    assert ("upstream app", ":8001", "container app-$port") in joints
    assert ("upstream app", ":9", "outside 127.0.0.1:9") in joints
    assert ("script scripts/deploy.sh", "starts", "container app-$port") in joints
    assert ("container app-$port", "runs :$2", "image ghcr.io/acme/app") in joints
    assert ("script scripts/deploy.sh", "asks :8001/health", "container app-$port") in joints


def test_a_pipeline_from_the_push_of_an_image_to_its_deployment() -> None:
    release = (
        "on: push\njobs:\n  test: {runs-on: x, steps: [{run: './scripts/check.sh'}]}\n  image:\n    needs: test\n"
        "    runs-on: x\n    steps:\n      - uses: docker/build-push-action@v6\n"
        "        with: {context: ., push: true, tags: 'ghcr.io/acme/app:1'}\n"
    )
    deploy = (
        "on: workflow_dispatch\njobs:\n  go:\n    runs-on: x\n    environment: production\n    steps:\n"
        "      - run: ssh host /opt/app/scripts/deploy.sh ghcr.io/acme/app:1\n"
    )
    _, joints = drawn({
        ".github/workflows/release.yml": release,
        ".github/workflows/deploy.yml": deploy,
        "scripts/deploy.sh": "#!/bin/sh\ndocker pull ghcr.io/acme/app:1\ndocker run -d ghcr.io/acme/app:1\n",
        "scripts/check.sh": "#!/bin/sh\npytest\n",
        "Dockerfile": "FROM a:1\n",
    })  # fmt: skip
    assert ("job image", "pushes", "image ghcr.io/acme/app") in joints
    assert ("job image", "needs", "job test") in joints
    assert ("job test", "calls", "script scripts/check.sh") in joints
    assert ("image ghcr.io/acme/app", "is built from", "dockerfile Dockerfile") in joints
    assert ("script scripts/deploy.sh", "deploys :1", "image ghcr.io/acme/app") in joints


def test_what_services_share_is_drawn_with_those_who_share_it() -> None:
    files = {
        "compose.yaml": (
            "services:\n"
            "  app: {image: a, volumes: ['files:/srv'], networks: [front, back], secrets: [key], configs: [settings]}\n"
            "  job: {image: a, volumes: ['files:/in:ro'], networks: [back]}\n"
            "volumes: {files: }\nnetworks: {front: , back: }\n"
            "secrets: {key: {file: ./secrets/key}}\nconfigs: {settings: {file: ./settings.toml}}\n"
        )
    }
    joints = {(source, label, target) for source, label, target in drawn(files)[1] if target.split()[0] in SHARED}
    assert joints == {
        ("service app", "keeps /srv", "volume files"),
        ("service job", "keeps /in", "volume files"),
        ("service app", "joins", "network front"),
        ("service app", "joins", "network back"),
        ("service job", "joins", "network back"),
        ("service app", "is given", "secret key"),
        ("service app", "is given", "config settings"),
    }


def test_many_volumes_and_members_are_one_node() -> None:
    lines = [
        f"  s{n}: {{image: a, volumes: ['v{n}:/data'], networks: [net{', odd' if n % 2 else ''}]}}" for n in range(40)
    ]
    nodes = map_of(stack({"compose.yaml": "\n".join(["services:", *lines, ""])})).nodes
    shared = {node.name: node.detail for node in nodes if node.kind in SHARED}
    assert shared == {
        "40 volumes": "v0, v1, v2 and 37 more",
        "net": "s0, s1, s2 and 37 more",
        "odd": "s1, s3, s5 and 17 more",
    }


def test_monitoring_from_the_scrape_to_the_receiver() -> None:
    compose = (
        "services:\n  web: {image: 'app:1'}\n  alerts:\n    image: 'prom/alertmanager:v1'\n"
        "    volumes: ['./alertmanager.yml:/etc/alertmanager/alertmanager.yml']\n"
    )
    prometheus = (
        "rule_files: [rules.yml]\nalerting: {alertmanagers: [{static_configs: [{targets: ['alerts:9093']}]}]}\n"
        "scrape_configs:\n  - job_name: web\n    metrics_path: /m\n"
        "    static_configs: [{targets: ['web:80', 'x.example.com:1']}]\n"
    )
    _, joints = drawn({
        "compose.yaml": compose,
        "prometheus.yml": prometheus,
        "rules.yml": "groups:\n  - name: a\n    rules:\n      - {alert: Down, expr: 'up{job=\"other\"} == 0'}\n",
        "alertmanager.yml": "route: {receiver: ops}\nreceivers:\n  - name: ops\n    slack_configs: [{channel: a}]\n",
    })  # fmt: skip
    assert ("prometheus prometheus.yml", "scrapes web :80/m", "service web") in joints
    assert ("prometheus prometheus.yml", "scrapes web :1/m", "outside x.example.com") in joints
    assert ("prometheus prometheus.yml", "loads", "rules rules.yml") in joints
    assert ("prometheus prometheus.yml", "sends alerts to alerts:9093", "service alerts") in joints
    assert ("service alerts", "mounts", "alertmanager alertmanager.yml") in joints
    assert ("alertmanager alertmanager.yml", "tells", "receiver ops") in joints
    assert ("rules rules.yml", "watches", "outside job other") in joints


def test_an_override_is_the_same_service() -> None:
    found, joints = drawn({
        "compose.yaml": "services:\n  web: {image: 'app:1'}\n",
        "compose.override.yaml": "services:\n  web: {ports: ['80:80']}\n",
        "nginx/conf.d/app.conf": "upstream app { server web:80; }\n",
    })  # fmt: skip
    web = [node for node in found.nodes if node.name == "web"]
    assert len(web) == 1
    assert {place.path for place in web[0].places} == {"compose.yaml", "compose.override.yaml"}
    assert joints == {("upstream app", ":80", "service web")}


def test_the_dockerfile_of_an_included_service_may_lie_beside_the_including_file() -> None:
    _, joints = drawn({
        "compose.yaml": "include: [db/compose.yaml]\nservices: {}\n",
        "db/compose.yaml": "services:\n  db: {build: ./db}\n  other: {build: ./other}\n",
        "db/Dockerfile": "FROM postgres:16\n",
    })  # fmt: skip
    assert ("service db", "is built from", "dockerfile db/Dockerfile") in joints
    assert ("service other", "is built from", "outside db/other/Dockerfile") in joints


def test_the_maps_of_projects_stand_side_by_side() -> None:
    one = map_of(stack({"compose.yaml": "services:\n  a: {image: x, depends_on: [b]}\n  b: {image: y}\n"}))
    both = joined([("", one), ("apps/two", one)])
    assert len({node.id for node in both.nodes}) == 4
    assert [joint.place.path for joint in both.joints] == ["compose.yaml", "apps/two/compose.yaml"]
    ids = {node.id for node in both.nodes}
    assert all(joint.source in ids and joint.target in ids for joint in both.joints)
