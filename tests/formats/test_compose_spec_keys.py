"""Merging key by key where forms meet, by the Compose specification's pages 13-merge, 05-services and 15-profiles."""

from __future__ import annotations

from typing import Any

import pytest

from compose_project import document, merge, plain, project


@pytest.mark.parametrize(
    ("key", "base", "over", "wanted"),
    [
        # command, entrypoint, healthcheck.test: the last one holds as a whole
        ("command", "a b", "[c, d]", ["c", "d"]),
        ("command", "[a, b]", "[]", []),
        ("command", "[a, b]", "''", ""),
        ("command", "[a, b]", "", ["a", "b"]),
        ("entrypoint", "[a, b]", "''", ""),
        ("healthcheck", "{test: [CMD, a]}", "{test: a b}", {"test": "a b"}),
        ("healthcheck", "{test: a, interval: 5s}", "{disable: true}", {"test": "a", "interval": "5s", "disable": "true"}),  # noqa: E501 - one line a case
        ("healthcheck", "{test: a}", "!reset null", None),
        ("healthcheck", "{test: a, interval: 5s}", "{interval: !reset null}", {"test": "a"}),
        # ports are one where address, both ports and protocol are
        ("ports", "['127.0.0.1:80:80']", "['80:80']", ["127.0.0.1:80:80", "80:80"]),
        ("ports", "[{target: 80, published: '81'}]", "[{target: 80, published: '82'}]",
         [{"target": "80", "published": "81"}, {"target": "80", "published": "82"}]),
        ("ports", "['80:80/tcp']", "['80:80']", ["80:80"]),
        ("ports", "[{target: 80, published: '80', host_ip: 127.0.0.1}]", "['127.0.0.1:80:80']", ["127.0.0.1:80:80"]),
        ("ports", "['80:80', '81:81']", "!override []", []),
        ("expose", "['80']", "['80', '81']", ["80", "81"]),
        # volumes, configs, secrets and devices are one where the target is
        ("volumes", "['a:/x']", "['a:/x:ro']", ["a:/x:ro"]),
        ("volumes", "[/x]", "['b:/x']", ["b:/x"]),
        ("volumes", "['a:/x']", "['a:/y']", ["a:/x", "a:/y"]),
        ("volumes", "['a:/x']", "!override ['b:/y']", ["b:/y"]),
        ("configs", "[c]", "[{source: c, target: /c, mode: 0440}]", [{"source": "c", "target": "/c", "mode": "0440"}]),
        ("secrets", "[a]", "[{source: b, target: a}]", [{"source": "b", "target": "a"}]),
        ("secrets", "[{source: a, target: x}]", "[a]", [{"source": "a", "target": "x"}, "a"]),
        ("devices", "['/dev/a']", "['/dev/b']", ["/dev/a", "/dev/b"]),
        # names with values
        ("environment", "[A]", "[A=1]", ["A=1"]),
        ("environment", "{A: }", "{A: 1}", {"A": "1"}),
        ("environment", "{A: 1}", "{A: ''}", {"A": ""}),
        ("environment", "{A: 1, B: 2}", "!override [C=3]", ["C=3"]),
        ("environment", "[A=1, B=2]", "!reset []", None),
        ("labels", "{a: 1}", "{a: 2, b: 3}", {"a": "2", "b": "3"}),
        ("labels", "[a=1, b=1]", "[a=2]", ["a=2", "b=1"]),
        ("sysctls", "[a=1]", "{a: 2}", [("a", "2")]),
        ("annotations", "[a=1]", "[b=1]", ["a=1", "b=1"]),
        # plain lists
        ("dns", "1.1.1.1", "[1.1.1.1, 8.8.8.8]", ["1.1.1.1", "8.8.8.8"]),
        ("cap_drop", "[ALL]", "[ALL]", ["ALL"]),
        ("security_opt", "['a:b']", "['c:d']", ["a:b", "c:d"]),
        ("profiles", "[a]", "[b]", ["a", "b"]),
        # short forms become long ones
        ("depends_on", "[b]", "[c]", ["b", "c"]),
        ("depends_on", "[b]", "{b: {condition: service_healthy}}", [("b", {"condition": "service_healthy"})]),
        ("networks", "{n: {aliases: [x]}}", "[n]", [("n", {"aliases": ["x"]})]),
        ("networks", "{n: {aliases: [x]}}", "{n: {aliases: [y]}}", {"n": {"aliases": ["x", "y"]}}),
        ("build", "{context: ., args: [A=1]}", "{args: {A: 2, B: 3}}",
         {"context": ".", "args": [("A", "2"), ("B", "3")]}),
        ("build", "{context: ., target: a}", "{target: !reset null}", {"context": "."}),
        # extensions are merged like everything else
        ("x-own", "{a: 1, b: [1]}", "{b: [2], c: 3}", {"a": "1", "b": ["1", "2"], "c": "3"}),
        ("restart", "always", "'no'", "no"),
    ],
)  # fmt: skip
def test_forms_of_a_key_that_meet(key: str, base: str, over: str, wanted: object) -> None:
    assert merge(key, base, over) == wanted


def extended(base: str, own: str) -> dict[str, Any]:
    """Return a service as data that extends another one of the file."""
    text = f"services:\n  base: {{image: 'a:1', {base}}}\n  app: {{extends: base, {own}}}\n"
    found = {service.name: plain(service.value) for service in project(text).services}["app"]
    assert isinstance(found, dict)
    found.pop("extends", None)
    return found


@pytest.mark.parametrize(
    ("base", "own", "wanted"),
    [
        ("command: [a]", "command: b", {"image": "a:1", "command": "b"}),
        ("ports: ['80:80']", "ports: ['81:81']", {"image": "a:1", "ports": ["80:80", "81:81"]}),
        ("environment: {A: 1}", "environment: {B: 2}", {"image": "a:1", "environment": {"A": "1", "B": "2"}}),
        ("tty: true", "image: 'b:1'", {"image": "b:1", "tty": "true"}),
        ("environment: {A: 1}", "environment: !reset {}", {"image": "a:1"}),
        ("ports: ['80:80']", "ports: !override ['81:81']", {"image": "a:1", "ports": ["81:81"]}),
        ("profiles: [a]", "tty: true", {"image": "a:1", "profiles": ["a"], "tty": "true"}),
    ],
)
def test_what_a_service_extends_is_merged_the_same_way(base: str, own: str, wanted: dict[str, Any]) -> None:
    assert extended(base, own) == wanted


def test_a_reset_in_the_first_of_three_documents_leaves_nothing_to_reset() -> None:
    text = (
        "services: {a: {image: 'a:1', ports: !reset ['80:80']}}\n---\nservices: {a: {ports: ['81:81']}}\n---\n"
        "services: {a: {ports: ['82:82']}}\n"
    )
    assert [port.published for port in project(text).services[0].ports] == [(81, 81), (82, 82)]


@pytest.mark.parametrize(
    ("base", "over", "condition"),
    [
        ("[b]", "[b]", "service_started"),
        ("{b: {condition: service_healthy}}", "{b: {restart: true}}", "service_healthy"),
        ("[b]", "{b: {condition: service_completed_successfully}}", "service_completed_successfully"),
        ("{b: {condition: service_healthy}}", "[b]", "service_started"),
    ],
)
def test_what_a_service_waits_for_in_the_end(base: str, over: str, condition: str) -> None:
    texts = {
        "compose.yaml": f"services: {{a: {{image: 'a:1', depends_on: {base}}}, b: {{image: 'b:1'}}}}\n",
        "compose.override.yaml": f"services: {{a: {{depends_on: {over}}}}}\n",
    }
    (dependency,) = next(one for one in project(texts).services if one.name == "a").depends_on
    assert (dependency.service, dependency.condition or "service_started") == ("b", condition)


def test_extensions_stand_anywhere_and_a_service_may_be_called_like_one() -> None:
    text = "x-a: 1\nservices: {x-web: {image: 'a:1', x-b: {c: d}, deploy: {x-e: 1}}}\nvolumes: {v: {x-f: 1}}\n"
    assert document(text).errors == ()
    assert [service.name for service in project(text).services] == ["x-web"]
