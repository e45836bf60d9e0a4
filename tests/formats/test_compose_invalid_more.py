"""More texts that Compose refuses, several files among them: by what compose-go's loader checks after merging."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

APP = "services: {app: {image: 'a:1', %s}}\n"
TWO = "services: {a: {image: 'a:1', %s}, b: {image: 'b:1', %s}}\n"
TEXTS = [
    (APP % "pid: 'service:gone'", "undefined-reference", "gone"),
    (APP % "ipc: 'service:gone'", "undefined-reference", "gone"),
    (APP % "volumes_from: [gone]", "undefined-reference", "gone"),
    (APP % "networks: {front: {aliases: [x]}}", "undefined-reference", "front"),
    (APP % "volumes: [{type: volume, source: data, target: /data}]", "undefined-reference", "data"),
    (TWO % ("network_mode: 'service:b'", "depends_on: [a]"), "dependency-cycle", "`b`"),
    (TWO % ("volumes_from: [b]", "volumes_from: [a]"), "dependency-cycle", "`b`"),
    (TWO % ("extends: b", "extends: a"), "joined-files", "extends"),
    (TWO % ("tty: true", "container_name: web, deploy: {replicas: 3}"), "conflicting-keys", "container_name"),
    (APP % "healthcheck: {test: []}", "invalid-value", "test"),
    (APP % "healthcheck: {interval: -5s, test: x}", "invalid-value", "-5s"),
    (APP % "ports: ['70000:80']", "invalid-value", "70000"),
    (APP % "ports: ['80:80/http']", "invalid-value", "http"),
    (APP % "ports: ['90-80:90-80']", "invalid-value", "90-80"),
    (APP % "ports: [{target: 80, host_ip: here}]", "invalid-value", "here"),
    (APP % "volumes: ['a:/b:ro:x:y']", "invalid-value", "two colons"),
    (APP % "shm_size: 1x", "invalid-value", "1x"),
    (APP % "restart: 'on-failure:many'", "invalid-value", "many"),
    (APP % "deploy: {replicas: -2}", "invalid-value", "-2"),
    (APP % "hostname: '${}'", "syntax", "${}"),
    (APP % "hostname: '${1A}'", "syntax", "${1A}"),
    (APP % "tty: true" + "volumes: {v: {external: true, driver_opts: {a: b}}}\n", "conflicting-keys", "driver_opts"),
    (APP % "tty: true" + "networks: {n: {external: true, internal: true}}\n", "conflicting-keys", "internal"),
    (APP % "configs: [c]" + "configs: {c: {file: x, content: y}}\n", "conflicting-keys", "content"),
]


def told(files: dict[str, str], rule: str) -> list[str]:
    """Return the messages of the errors of one rule."""
    settings = Settings(select=(f"compose/{rule}",))
    result = run(MemoryFiles(files), settings, make(rules(), settings))
    assert result.crashed == ()
    return [one.message for one in result.findings if one.rule == f"compose/{rule}" and one.level == "error"]


@pytest.mark.parametrize(("text", "rule", "words"), TEXTS)
def test_a_text_that_compose_refuses_is_an_error(text: str, rule: str, words: str) -> None:
    found = told({"compose.yaml": text}, rule)
    assert any(words in message for message in found), found


@pytest.mark.parametrize(
    ("files", "rule", "words"),
    [
        (
            {"compose.yaml": "services: {app: {extends: {file: base.yaml, service: web}}}\n",
             "base.yaml": "services: {web: {image: 'a:1', depends_on: [db]}, db: {image: 'b:1'}}\n"},
            "undefined-reference", "db",
        ),
        (
            {"compose.yaml": "services: {app: {extends: {file: base.yaml, service: wev}}}\n",
             "base.yaml": "services: {web: {image: 'a:1'}}\n"},
            "joined-files", "wev",
        ),
        (
            {"compose.yaml": "services: {app: {extends: {file: base.yaml, service: web}}}\n",
             "base.yaml": "services: {web: {extends: {file: compose.yaml, service: app}}}\n"},
            "joined-files", "extends",
        ),
        (
            {"compose.yaml": "include: [a.yaml]\nservices: {app: {image: 'a:1', depends_on: [dbb]}}\n",
             "a.yaml": "services: {db: {image: 'b:1'}}\n"},
            "undefined-reference", "dbb",
        ),
        (
            {"compose.yaml": "services: {a: {image: 'a:1', container_name: xx}}\n",
             "compose.override.yaml": "services: {b: {image: 'b:1', container_name: xx}}\n"},
            "duplicate-container-name", "xx",
        ),
        (
            {"compose.yaml": "services: {a: {image: 'a:1', ports: ['80:80']}}\n",
             "compose.override.yaml": "services: {b: {image: 'b:1', ports: ['80:81']}}\n"},
            "duplicate-host-port", "80",
        ),
        (
            {"compose.yaml": "services: {a: {image: 'a:1', depends_on: [b]}, b: {image: 'b:1'}}\n",
             "compose.override.yaml": "services: {b: !reset null}\n"},
            "undefined-reference", "`b`",
        ),
    ],
)  # fmt: skip
def test_files_that_compose_refuses_together_are_an_error(files: dict[str, str], rule: str, words: str) -> None:
    found = told(files, rule)
    assert any(words in message for message in found), found
