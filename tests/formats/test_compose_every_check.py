"""Each thing that dclint, KICS or Compose itself finds in a Compose file is found by a rule of ours.

The rows follow the list of 55 checks that was made of the three tools' sources in 2026-10. What is a matter of two
files has a mapping of texts; the rest is one file, in which `@` stands for a service `a` with an image.
"""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

Texts = str | dict[str, str]
SHOP = "services:\n  a:\n    image: acme/a:1\n"
TWO = "  b:\n    image: acme/b:1\n"
MAIL = "services:\n  a: {image: 'acme/a:1', extends: {file: b.yaml, service: b}}\n"

ROWS: tuple[tuple[str, Texts, str], ...] = (
    ("1 YAML that cannot be read", "services: [", "syntax"),
    ("1 a key twice", "@    tty: true\n    tty: false\n", "syntax"),
    ("1 an alias to nothing", "@    labels: *x\n", "syntax"),
    ("2 an unknown key", "@    imag: x\n", "syntax"),
    ("2 a wrong type", "@    cap_add: NET_ADMIN\n", "syntax"),
    ("2 a wrong word", "@    depends_on: {b: {condition: healthy}}\n" + TWO, "syntax"),
    ("3 a key that is a number", "services: {123: {image: 'acme/a:1'}}", "syntax"),
    ("4 no mapping", "- a\n", "syntax"),
    ("4 nothing", "# empty\n", "syntax"),
    ("4 a name in capitals", "name: Shop\n@", "invalid-value"),
    ("5 version", "version: '3'\n@", "obsolete-version"),
    ("6 no name", "@", "project-name"),
    ("7 no image and no build", "@  b: {command: x}\n", "no-image-or-build"),
    ("8 image and build", "@    build: .\n", "image-and-build"),
    ("9 no tag", "services: {a: {image: acme/a}}", "pinned-image"),
    ("9 latest", "services: {a: {image: 'acme/a:latest'}}", "pinned-image"),
    ("10 two Dockerfiles", "services: {a: {build: {dockerfile: d, dockerfile_inline: FROM x}}}", "conflicting-keys"),
    ("11 platforms", "@    platform: linux/arm64\n    build: {platforms: [linux/amd64]}\n", "conflicting-keys"),
    ("12 a context of nobody", "@    build: {additional_contexts: {x: 'service:q'}}\n", "undefined-reference"),
    ("12 a context without a build", "@    build: {additional_contexts: ['x=service:b']}\n" + TWO, "invalid-value"),
    ("13 a container's name twice", "@    container_name: ab\n" + TWO + "    container_name: ab\n",
     "duplicate-container-name"),
    ("14 a container's name", "@    container_name: a b\n", "invalid-value"),
    ("15 a name for two", "@    container_name: ab\n    scale: 2\n", "conflicting-keys"),
    ("16 scale and replicas", "@    scale: 2\n    deploy: {replicas: 3}\n", "conflicting-keys"),
    ("16 fewer than none", "@    scale: -1\n", "invalid-value"),
    ("17 two limits", "@    mem_limit: 1g\n    deploy: {resources: {limits: {memory: 2g}}}\n", "conflicting-keys"),
    ("18 a network", "@    networks: [n]\n", "undefined-reference"),
    ("18 a volume", "@    volumes: ['data:/x']\n", "undefined-reference"),
    ("18 a secret", "@    secrets: [s]\n", "undefined-reference"),
    ("18 a secret of a build", "@    build: {secrets: [s]}\n", "undefined-reference"),
    ("18 a config", "@    configs: [c]\n", "undefined-reference"),
    ("18 a model", "@    models: [m]\n", "undefined-reference"),
    ("19 used by nobody", "@volumes: {v: {}}\n", "unused-resource"),
    ("20 an unknown service", "@    depends_on: [q]\n", "undefined-reference"),
    ("21 a cycle", "@    links: [b]\n  b: {image: 'acme/b:1', network_mode: 'service:a'}\n", "dependency-cycle"),
    ("22 extends no file", MAIL, "joined-files"),
    ("22 extends no service", {"compose.yaml": MAIL, "b.yaml": "services: {c: {image: 'c:1'}}"}, "joined-files"),
    ("22 extends itself", "services: {a: {image: 'acme/a:1', extends: a}}", "joined-files"),
    ("23 includes itself", "include: [compose.yaml]\n@", "joined-files"),
    ("23 includes no file", "include: [q.yaml]\n@", "joined-files"),
    ("23 variables of an include", {"compose.yaml": "include: [{path: b.yaml, env_file: b.env}]\n@",
                                    "b.yaml": "services: {b: {image: 'acme/b:1'}}"}, "env-file-missing"),
    ("23 one name in two", {"compose.yaml": "include: [b.yaml]\n@", "b.yaml": SHOP}, "joined-files"),
    ("24 no health to wait for", "@    depends_on: {d: {condition: service_healthy}}\n  d: {image: 'postgres:16'}\n",
     "healthy-dependency"),
    ("25 a test of nothing", "@    healthcheck: {test: [curl, x]}\n", "invalid-value"),
    ("26 no health check", "@    depends_on: [d]\n  d: {image: 'postgres:16'}\n", "datastore-healthcheck"),
    ("27 a duration", "@    stop_grace_period: 1x\n", "invalid-value"),
    ("28 two networks", "@    network_mode: host\n    networks: [default]\n", "conflicting-keys"),
    ("28 a network of nobody", "@    network_mode: service:q\n", "undefined-reference"),
    ("29 a port", "@    ports: ['x:80']\n", "invalid-value"),
    ("29 ranges", "@    ports: ['80-82:80-81']\n", "invalid-value"),
    ("29 an address", "@    ports: ['999.1.1.1:80:80']\n", "invalid-value"),
    ("30 a port twice", "@    ports: ['80:80']\n" + TWO + "    ports: ['80:81']\n", "duplicate-host-port"),
    ("31 every interface", "@    ports: ['8080:8080']\n", "published-interface"),
    ("32 a low port", "@    ports: ['127.0.0.1:80:80']\n", "privileged-port"),
    ("33 a port without quotes", "@    ports: [80:80]\n", "quoted-ports"),
    ("34 a mount in quotes", "@    volumes: ['./a:/a']\n", "quoted-volumes"),
    ("35 a mount", "@    volumes: [':/x']\n", "invalid-value"),
    ("36 a target twice", "@    volumes: ['./a:/x', './b:/x']\n", "duplicate-target"),
    ("37 a variable twice", "@    environment: [A=1, A=2]\n", "duplicate-target"),
    ("38 no source", "@    volumes: [{type: bind, source: '', target: /x}]\n", "invalid-value"),
    ("39 the socket", "@    volumes: ['/var/run/docker.sock:/s']\n", "docker-socket"),
    ("39 the socket, long", "@    volumes: [{type: bind, source: /run/docker.sock, target: /s}]\n", "docker-socket"),
    ("40 the host's files", "@    volumes: ['/etc:/x']\n", "sensitive-mount"),
    ("41 propagation", "@    volumes: ['./a:/a:rshared']\n", "mount-propagation"),
    ("42 a volume of two", "@    volumes: ['v1:/x']\n" + TWO + "    volumes: ['v1:/x']\nvolumes: {v1: {}}\n",
     "shared-volume"),
    ("43 a secret of nothing", "@    secrets: [s]\nsecrets: {s: {}}\n", "invalid-value"),
    ("43 a secret of two", "@    secrets: [s]\nsecrets: {s: {file: a, environment: b}}\n", "conflicting-keys"),
    ("43 external with more", "@    volumes: ['vv:/x']\nvolumes: {vv: {external: true, driver: local}}\n",
     "conflicting-keys"),
    ("44 privileged", "@    privileged: true\n", "privileged"),
    ("45 all capabilities", "@    cap_add: [NET_ADMIN]\n", "drop-privileges"),
    ("46 new privileges", "@    cap_drop: [ALL]\n", "drop-privileges"),
    ("46 no seccomp", "@    security_opt: ['seccomp:unconfined']\n", "privileged"),
    ("47 the host's processes", "@    pid: host\n", "host-namespace"),
    ("48 a control group", "@    cgroup_parent: x\n", "cgroup-parent"),
    ("49 limits", "@", "resource-limits"),
    ("50 restarts", "@    restart: on-failure\n", "restart-limit"),
    ("51 a watched path", "@    develop: {watch: [{path: x}]}\n", "syntax"),
    ("51 a target to copy to", "@    develop: {watch: [{path: x, action: sync}]}\n", "invalid-value"),
    ("52 a device", "@    gpus: [{count: 1, device_ids: ['0'], capabilities: [gpu]}]\n", "conflicting-keys"),
    ("52 how many devices", "@    gpus: [{count: many, capabilities: [gpu]}]\n", "invalid-value"),
    ("53 a variable", "@    command: '${A'\n", "syntax"),
    ("53 a variable to be set", {"compose.yaml": SHOP + "    user: '${A:?}'\n", ".env": "A=\n"}, "invalid-value"),
    ("53 no boolean", "@    privileged: maybe\n", "invalid-value"),
    ("54 order", "services: {b: {image: 'acme/b:1'}, a: {image: 'acme/a:1'}}", "order"),
    ("55 root", "@    user: root\n", "root-user"),
    ("55 redis", "services: {r: {image: 'redis:7'}}", "redis-bounds"),
    ("55 Swarm", "@    deploy: {mode: global}\n", "no-orchestration"),
    ("55 production", {"compose.prod.yaml": SHOP}, "not-for-production"),
    ("55 a secret", "@    environment: {API_TOKEN: 'x8Jq0ZkP3vR7tYw2LmN5bC9dF4gH6sAe'}\n", "real-secret"),
)  # fmt: skip


@pytest.fixture(scope="module", name="plan")
def _plan() -> tuple[Settings, object]:
    settings = Settings(profile="strict")
    return settings, make(rules(), settings)


@pytest.mark.parametrize(("what", "texts", "rule"), ROWS, ids=[row[0] for row in ROWS])
def test_it_is_found(what: str, texts: Texts, rule: str, plan: tuple[Settings, object]) -> None:
    files = {"compose.yaml": texts.replace("@", SHOP)} if isinstance(texts, str) else texts
    files = {path: text.replace("@", SHOP) for path, text in files.items()}
    settings, made = plan
    found = run(MemoryFiles(files), settings, made).findings  # type: ignore[arg-type]
    assert f"compose/{rule}" in {finding.rule for finding in found}, what


def test_no_number_is_left_out() -> None:
    assert {int(what.partition(" ")[0]) for what, _, _ in ROWS} == set(range(1, 56))
