"""The shape of Compose files against the schema that the specification publishes (as check-jsonschema has it)."""

from __future__ import annotations

import importlib.resources
import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from maverick_lint.core.source import Source
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.compose.shape import faults
from maverick_lint.formats.compose.tree import File, Value
from maverick_lint.select.data import plain

vendored = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="check-jsonschema is not installed")
APP = "services: {app: {image: 'a:1', %s}}\n"


@pytest.fixture(scope="module")
def published() -> Any:  # noqa: ANN401 - the library names its validators by draft
    text = (importlib.resources.files(vendored) / "compose-spec.json").read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(text))


def verdicts(text: str, published: Any) -> tuple[bool, bool]:  # noqa: ANN401 - as above
    """Say whether the published schema takes a text, and whether we do."""
    source = Source("compose.yaml", text)
    root = read_yaml(source, "go").root
    assert root is not None
    return published.is_valid(plain(root)), not list(faults(Value(root, File(source, {}))))


@pytest.mark.parametrize(
    "inside",
    [
        "tty: true",
        "tty: 1",
        "tty: 'yes'",
        "ports: [80, '81:81', {target: 80}]",
        "ports: 80",
        "ports: [[80]]",
        "expose: [80, '81']",
        "build: .",
        "build: {context: .}",
        "build: {contex: .}",
        "build: [x]",
        "build: {args: {A: 1}}",
        "build: {args: [A=1]}",
        "build: {no_cache: true, tags: [a]}",
        "environment: {A: 1, B: null}",
        "environment: [A=1, B]",
        "environment: [{A: 1}]",
        "environment: {A: {B: 1}}",
        "environment: {A: [1]}",
        "labels: {A: true}",
        "labels: x",
        "command: [a, b]",
        "command: a b",
        "command: {a: b}",
        "command: 5",
        "depends_on: [a]",
        "depends_on: a",
        "depends_on: {a: {condition: service_started, required: false}}",
        "depends_on: {a: {conditon: x}}",
        "healthcheck: {test: x, interval: 5s, retries: 3}",
        "healthcheck: {retry: 3}",
        "healthcheck: {interval: 5}",
        "healthcheck: {retries: [3]}",
        "volumes: ['a:/a']",
        "volumes: [{type: bind, source: ., target: /a, read_only: true}]",
        "volumes: [{type: bind, src: .}]",
        "volumes: x",
        "networks: [a]",
        "networks: {a: {aliases: [b]}}",
        "networks: {a: {alias: [b]}}",
        "networks: a",
        "secrets: [a, {source: b, target: c, mode: 0440}]",
        "secrets: [{src: b}]",
        "configs: {a: b}",
        "deploy: {replicas: 2, mode: global}",
        "deploy: {replica: 2}",
        "deploy: {resources: {limits: {cpus: 1, memory: 1g}}}",
        "deploy: {resources: {limits: {cpu: 1}}}",
        "deploy: {placement: {constraints: [x]}}",
        "env_file: x",
        "env_file: [x, {path: y, required: false}]",
        "env_file: [{pth: y}]",
        "extends: x",
        "extends: {service: x, file: y}",
        "extends: [x]",
        "logging: {driver: x, options: {a: b}}",
        "logging: {drivr: x}",
        "restart: no",
        "restart: true",
        "user: 1000",
        "user: '1000'",
        "mem_limit: 512m",
        "mem_limit: 512",
        "cpus: 0.5",
        "cpus: '0.5'",
        "shm_size: 1g",
        "privileged: true",
        "privileged: x",
        "cap_add: [X]",
        "cap_add: X",
        "dns: 1.1.1.1",
        "dns: [1.1.1.1]",
        "tmpfs: /x",
        "sysctls: {a: 1}",
        "sysctls: [a=1]",
        "profiles: [a]",
        "profiles: a",
        "x-own: {a: [b]}",
        "container_name: 5",
        "hostname: x",
        "stop_grace_period: 10s",
        "stop_grace_period: 10",
        "imag: x",
        "net: x",
        "scale: 2",
        "init: true",
        "group_add: [1, a]",
        "devices: ['/a:/b', {source: /a}]",
        "working_dir: [x]",
        "pull_policy: always",
        "platform: x",
        "security_opt: [a]",
        "security_opt: {a: b}",
        "read_only: true",
        "stdin_open: 'true'",
        "pid: host",
        "ipc: 5",
    ],
)
def test_the_same_verdict_on_a_service(inside: str, published: Any) -> None:  # noqa: ANN401 - as above
    theirs, ours = verdicts(APP % inside, published)
    assert ours is theirs


@pytest.mark.parametrize(
    "text",
    [
        "name: x\nservices: {}\n",
        "name: 5\n",
        "services: []\n",
        "service: {}\n",
        "volumes: {a: , b: {driver: x}}\n",
        "volumes: {a: {drivr: x}}\n",
        "volumes: [a]\n",
        "networks: {a: {driver: x, internal: true, external: true}}\n",
        "networks: {a: {internl: true}}\n",
        "secrets: {a: {file: x}, b: {environment: X}}\n",
        "secrets: {a: {fil: x}}\n",
        "configs: {a: {content: x}}\n",
        "configs: {a: {contents: x}}\n",
        "x-a: [1]\n",
        "version: '3'\n",
        "version: 3\n",
        "volumes: {a: {external: {name: b}}}\n",
        "include: [a, {path: b}]\n",
    ],
)
def test_the_same_verdict_on_a_file(text: str, published: Any) -> None:  # noqa: ANN401 - as above
    theirs, ours = verdicts(text, published)
    assert ours is theirs


@pytest.mark.skipif("CORPUS" not in os.environ, reason="CORPUS names no folder of real repositories")
def test_real_files_are_accepted_or_refused_for_a_reason_that_the_schema_shares(published: Any) -> None:  # noqa: ANN401 - as above
    files = [
        path
        for path in sorted(Path(os.environ["CORPUS"]).rglob("*compose*.y*ml"))
        if ".github" not in path.parts and "{%" not in (text := path.read_text(encoding="utf-8")) and "{{" not in text
    ]
    assert files
    # a value that is a variable has no type yet, so the schema refuses what Compose reads
    assert [str(path) for path in files if not verdicts(path.read_text(encoding="utf-8"), published)[1]] == []
