"""Merging, by the sections of the Compose specification's page 13-merge, each key in both orders of its forms."""

from __future__ import annotations

import pytest

from compose_project import document, merge, plain, project


@pytest.mark.parametrize(
    ("key", "base", "over", "wanted"),
    [
        # Mapping: missing entries are added, the others merged
        ("healthcheck", "{interval: 5s}", "{timeout: 1s}", {"interval": "5s", "timeout": "1s"}),
        ("deploy", "{resources: {limits: {cpus: '1'}}}", "{resources: {limits: {memory: 1g}}}",
         {"resources": {"limits": {"cpus": "1", "memory": "1g"}}}),
        ("hostname", "a", "b", "b"),
        # Sequence: items are appended
        ("dns", "[1.1.1.1]", "[8.8.8.8]", ["1.1.1.1", "8.8.8.8"]),
        ("cap_add", "[A]", "[B]", ["A", "B"]),
        ("env_file", "one.env", "[two.env]", ["one.env", "two.env"]),
        ("env_file", "[one.env]", "two.env", ["one.env", "two.env"]),
        ("tmpfs", "/a", "/b", ["/a", "/b"]),
        # Exceptions: shell commands
        ("command", "[a, b]", "c", "c"),
        ("entrypoint", "a", "[b]", ["b"]),
        ("healthcheck", "{test: [CMD, a], retries: 3}", "{test: [CMD, b]}", {"retries": "3", "test": ["CMD", "b"]}),
        # Exceptions: unique resources
        ("ports", "['80:80']", "['80:80', '81:81']", ["80:80", "81:81"]),
        ("ports", "['80:80']", "[{target: 80, published: '80', protocol: tcp}]",
         [{"target": "80", "published": "80", "protocol": "tcp"}]),
        ("ports", "['80:80']", "['80:80/udp', '127.0.0.1:80:80']", ["80:80", "80:80/udp", "127.0.0.1:80:80"]),
        ("volumes", "['a:/x', 'b:/y']", "['c:/x']", ["c:/x", "b:/y"]),
        ("volumes", "['./a:/x']", "[{type: bind, source: ./b, target: /x}]",
         [{"type": "bind", "source": "./b", "target": "/x"}]),
        ("secrets", "[a]", "[{source: a, target: a}, b]", [{"source": "a", "target": "a"}, "b"]),
        ("devices", "['/dev/a:/dev/x']", "['/dev/b:/dev/x']", ["/dev/b:/dev/x"]),
        # Lists of names with values are mappings in another form
        ("environment", "[A=1, B=1]", "[B=2]", ["A=1", "B=2"]),
        ("environment", "{A: 1, B: 1}", "[B=2, C=3]", [("A", "1"), "B=2", "C=3"]),
        ("environment", "[A=1]", "{A: 2}", [("A", "2")]),
        ("labels", "[a=1]", "{b: 2}", ["a=1", ("b", "2")]),
        ("extra_hosts", "['a:1.1.1.1']", "['a=1.1.1.1', 'a:2.2.2.2']", ["a=1.1.1.1", "a:2.2.2.2"]),
        # Short forms become long ones first
        ("build", ".", "{dockerfile: D}", {"context": ".", "dockerfile": "D"}),
        ("build", "{context: ., target: t}", "./b", {"context": "./b", "target": "t"}),
        ("networks", "[a]", "{b: {aliases: [x]}}", ["a", ("b", {"aliases": ["x"]})]),
        ("ulimits", "{nproc: 5}", "{nproc: {soft: 1, hard: 2}}", {"nproc": {"soft": "1", "hard": "2"}}),
        # Options of another logging driver mean nothing
        ("logging", "{driver: a, options: {x: '1'}}", "{options: {y: '2'}}",
         {"driver": "a", "options": {"x": "1", "y": "2"}}),
        ("logging", "{driver: a, options: {x: '1'}}", "{driver: b, options: {y: '2'}}",
         {"driver": "b", "options": {"y": "2"}}),
        # Nothing leaves what is there
        ("environment", "{A: 1}", "", {"A": "1"}),
        ("ports", "['80:80']", "", ["80:80"]),
        # Reset and replace
        ("ports", "['80:80']", "!reset []", None),
        ("environment", "{A: 1, B: 2}", "{A: !reset null}", {"B": "2"}),
        ("ports", "['80:80']", "!override ['81:81']", ["81:81"]),
        ("healthcheck", "{test: x, retries: 3}", "!override {test: y}", {"test": "y"}),
        ("deploy", "{resources: {limits: {cpus: '1'}}}", "{resources: !override {limits: {memory: 1g}}}",
         {"resources": {"limits": {"memory": "1g"}}}),
    ],
)  # fmt: skip
def test_a_key_is_merged_as_the_specification_says(key: str, base: str, over: str, wanted: object) -> None:
    assert merge(key, base, over) == wanted


@pytest.mark.parametrize(
    ("key", "base", "over"),
    [("ports", "['80:80']", "'81:81'"), ("healthcheck", "{test: x}", "[x]"), ("cap_add", "[A]", "{A: b}")],
)
def test_a_form_that_cannot_be_put_on_another_is_a_fault(key: str, base: str, over: str) -> None:
    texts = {
        "compose.yaml": f"services: {{a: {{image: 'a:1', {key}: {base}}}}}\n",
        "compose.override.yaml": f"services: {{a: {{{key}: {over}}}}}\n",
    }
    model = document(texts).model
    assert model is not None
    (problem,) = model.problems
    assert problem.about == "merge"
    assert f"`{key}`" in problem.message
    assert [related.message for related in problem.related] == ["what it would override", "the file that it is put on"]


def test_the_documents_of_one_file_are_put_on_each_other() -> None:
    text = "services: {a: {image: 'a:1', ports: ['80:80']}}\n---\nservices: {a: {image: 'a:2', ports: ['81:81']}}\n"
    app = project(text).services[0]
    assert app.image is not None
    assert (app.image.tag, [port.published for port in app.ports]) == ("2", [(80, 80), (81, 81)])


def test_a_service_is_taken_away_and_resources_are_joined() -> None:
    texts = {
        "compose.yaml": "services: {a: {image: 'a:1'}, b: {image: 'b:1'}}\nvolumes: {v: {labels: [a=1]}}\n",
        "compose.override.yaml": "services: {b: !reset null}\nvolumes: {v: {labels: {b: 2}}, w: {}}\n",
    }
    model = project(texts)
    assert [service.name for service in model.services] == ["a"]
    assert plain(model.root.get("volumes")) == {"v": {"labels": ["a=1", ("b", "2")]}, "w": {}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x: &x {a: b}\ny: &y {c: d}\nservices: {s: {image: a, <<: *x, <<: *y}}\n", "one `<<` only"),
        ("services: {s: {image: a, <<: text}}\n", "`text` is none"),
        ("services: {s: {image: a, <<: [text]}}\n", "`text` is none"),
        ("services: {s: &s {image: a, <<: *s}}\n", "inside its own anchor"),
    ],
)
def test_merge_keys_that_compose_refuses(text: str, words: str) -> None:
    assert any(words in error.message for error in document(text).errors)


def test_several_mappings_are_merged_by_a_list_and_own_keys_win() -> None:
    text = (
        "x-a: &a {image: 'a:1', restart: always}\nx-b: &b {image: 'b:1', user: b}\n"
        "services:\n  s:\n    user: own\n    <<: [*a, *b]\n"
    )
    assert plain(project(text).services[0].value) == {"user": "own", "image": "a:1", "restart": "always"}
