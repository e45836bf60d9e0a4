"""Texts that Compose refuses: each is an error, at the right rule, with a message that names what is wrong."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

APP = "services: {app: {image: 'a:1', %s}}\n"
TEXTS = [
    ("", "syntax", "empty"),
    ("- a\n", "syntax", "list"),
    ("services: [a]\n", "syntax", "must be a mapping"),
    ("services: {app: }\n", "syntax", "app"),
    ("services: {app: nginx}\n", "syntax", "must be a mapping"),
    ("services:\n\tapp: {}\n", "syntax", "YAML"),
    ("services: {app: {image: *x}}\n", "syntax", "*x"),
    ("services: {app: {image: 'a:1'}, app: {image: 'b:1'}}\n", "syntax", "app"),
    ("sevices: {}\n", "syntax", "services"),
    (APP % "comand: x", "syntax", "command"),
    (APP % "image: 'x:${TAG'", "syntax", "${TAG"),
    (APP % "hostname: '${A!}'", "syntax", "${A!}"),
    (APP % "privileged: 1", "syntax", "privileged"),
    (APP % "environment: [{A: 1}]", "syntax", "environment"),
    (APP % "environment: {A: {B: 1}}", "syntax", "`A`"),
    (APP % "ports: '80:80'", "syntax", "ports"),
    (APP % "volumes: {data: /data}", "syntax", "volumes"),
    (APP % "healthcheck: {intervall: 5s}", "syntax", "interval"),
    (APP % "healthcheck: {interval: 5}", "syntax", "unit"),
    (APP % "stop_grace_period: 10", "syntax", "unit"),
    (APP % "depends_on: app2", "syntax", "depends_on"),
    (APP % "deploy: {resources: {limits: {cpu: 1}}}", "syntax", "cpus"),
    (APP % "user: 1000", "syntax", "user"),
    ("services: {app: {restart: always}, b: {image: 'b:1'}}\n", "no-image-or-build", "app"),
    (APP % "depends_on: [db]", "undefined-reference", "db"),
    (APP % "volumes: ['data:/data']", "undefined-reference", "data"),
    (APP % "networks: [front]", "undefined-reference", "front"),
    (APP % "secrets: [key]", "undefined-reference", "key"),
    (APP % "configs: [{source: conf}]", "undefined-reference", "conf"),
    (APP % "build: {context: ., secrets: [npm]}", "undefined-reference", "npm"),
    (APP % "network_mode: 'service:vpn'", "undefined-reference", "vpn"),
    (APP % "links: ['db:x']", "undefined-reference", "db"),
    (APP % "depends_on: [app]", "dependency-cycle", "app"),
    ("services: {a: {image: 'a:1', depends_on: [b]}, b: {image: 'b:1', links: [a]}}\n", "dependency-cycle", "`b`"),
    (APP % "extends: {service: base}", "joined-files", "base"),
    (APP % "extends: {file: gone.yaml, service: x}", "joined-files", "gone.yaml"),
    ("include: [gone.yaml]\n" + APP % "tty: true", "joined-files", "gone.yaml"),
    (APP % "ports: ['80:http']", "invalid-value", "http"),
    (APP % "ports: ['1-3:1-2']", "invalid-value", "3 ports"),
    (APP % "ports: ['1.2.3:80:80']", "invalid-value", "1.2.3"),
    (APP % "ports: [{published: '80'}]", "invalid-value", "target"),
    (APP % "volumes: ['data:']", "invalid-value", "target"),
    (APP % "volumes: [{type: bind, target: /x}]", "invalid-value", "source"),
    (APP % "healthcheck: {test: [curl, x]}", "invalid-value", "curl"),
    (APP % "healthcheck: {timeout: soon}", "invalid-value", "soon"),
    (APP % "mem_limit: plenty", "invalid-value", "plenty"),
    (APP % "restart: sometimes", "invalid-value", "sometimes"),
    (APP % "depends_on: {app2: {condition: ready}}", "syntax", "ready"),
    ("name: My Shop\n" + APP % "tty: true", "invalid-value", "My Shop"),
    (APP % "network_mode: host, networks: [default]", "conflicting-keys", "network_mode"),
    (APP % "container_name: app, scale: 2", "conflicting-keys", "container_name"),
    (APP % "build: {dockerfile: D, dockerfile_inline: FROM x}", "conflicting-keys", "dockerfile_inline"),
    (APP % "mem_limit: 1g, deploy: {resources: {limits: {memory: 2g}}}", "conflicting-keys", "mem_limit"),
    (APP % "scale: 1, deploy: {replicas: 2}", "conflicting-keys", "replicas"),
    (APP % "tty: true" + "volumes: {v: {external: true, driver: local}}\n", "conflicting-keys", "driver"),
    (APP % "tty: true" + "secrets: {s: {file: x, environment: X}}\n", "conflicting-keys", "environment"),
    (
        "services: {a: {image: 'a:1', container_name: xx}, b: {image: 'b:1', container_name: xx}}\n",
        "duplicate-container-name",
        "xx",
    ),
    (
        "services: {a: {image: 'a:1', ports: ['80:80']}, b: {image: 'b:1', ports: ['80:81']}}\n",
        "duplicate-host-port",
        "80",
    ),
    ("services: {12: {image: 'a:1'}}\n", "syntax", "12"),
    (APP % "environment: {1: x}", "syntax", "`1`"),
    (APP % "ports: ", "syntax", "`ports`"),
    (APP % "volumes: [{type: bnd, target: /x}]", "syntax", "bnd"),
    (APP % "volumes: [{source: a, target: /x}]", "syntax", "`type`"),
    (APP % "develop: {watch: [{path: .}]}", "syntax", "`action`"),
    (APP % "deploy: {resources: {reservations: {devices: [{count: 1}]}}}", "syntax", "`capabilities`"),
    (APP % "ulimits: {nofile: {soft: 1}}", "syntax", "`hard`"),
    (APP % "env_file: [{format: raw}]", "syntax", "`path`"),
    (APP % "extends: {file: x.yaml}", "syntax", "`service`"),
    (APP % "post_start: [{user: root}]", "syntax", "`command`"),
    (APP % "blkio_config: {weigth: 5}", "syntax", "weight"),
    (APP % "tty: true" + "networks: {a: {ipam: {config: [{subnets: x}]}}}\n", "syntax", "subnet"),
    (APP % "tty: true" + "models: {llm: {}}\n", "syntax", "`model`"),
    ("x: &x {a: b}\nservices: {a: {image: 'a:1', <<: *x, <<: *x}}\n", "syntax", "<<"),
    (APP % "develop: {watch: [{path: ., action: sync}]}", "invalid-value", "target"),
    (APP % "privileged: '${P:-perhaps}'", "invalid-value", "perhaps"),
    (APP % "scale: -1", "invalid-value", "-1"),
    (APP % "deploy: {update_config: {monitor: soon}}", "invalid-value", "soon"),
    (APP % "gpus: [{count: many}]", "invalid-value", "many"),
    (APP % "secrets: [key]" + "secrets: {key: {name: x}}\n", "invalid-value", "`file`"),
    (APP % "models: [llm]", "undefined-reference", "llm"),
    (APP % "build: {additional_contexts: {base: 'service:base'}}", "undefined-reference", "base"),
    (APP % "platform: linux/arm64, build: {platforms: [linux/amd64]}", "conflicting-keys", "linux/arm64"),
    (
        APP % "deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: 1, device_ids: ['0']}]}}}",
        "conflicting-keys",
        "device_ids",
    ),
    (
        "services: {a: {image: 'a:1', links: [b]}, b: {image: 'b:1', profiles: [x]}}\n",
        "inactive-dependency",
        "`b`",
    ),
    ("include: [{path: compose.yaml}]\n" + APP % "tty: true", "joined-files", "compose.yaml"),
    (APP % "build: gone", "build-files", "gone"),
    (
        "services: {a: {image: 'a:1', depends_on: {b: {condition: service_healthy}}}, b: {image: 'postgres:16'}}\n",
        "healthy-dependency",
        "`b`",
    ),
]


@pytest.mark.parametrize(("text", "rule", "words"), TEXTS)
def test_a_text_that_compose_refuses_is_an_error(text: str, rule: str, words: str) -> None:
    settings = Settings(select=(f"compose/{rule}",))
    result = run(MemoryFiles({"compose.yaml": text}), settings, make(rules(), settings))
    found = [finding for finding in result.findings if finding.rule == f"compose/{rule}"]
    assert result.crashed == ()
    assert any(words in finding.message and finding.level == "error" for finding in found), [f.message for f in found]
