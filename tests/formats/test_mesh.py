"""Consul, Kuma and Nomad files are told by what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_content, by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.mesh.facts import facts
from maverick_lint.formats.mesh.parse import parse

READER = FilesReader(MemoryFiles({}))


def shown(path: str, text: str) -> list[tuple[str, str, str]]:
    document = parse(Source(path, text), "service-mesh", READER)
    values = [fact.value for fact in facts(document)]
    return [
        (value.technology, value.name, text[value.place.span.start : value.place.span.end])
        for value in values
        if isinstance(value, Evidence)
    ]


def test_a_nomad_job_may_hold_a_sidecar() -> None:
    text = 'job "shop" {\n  group "g" {\n    service { connect { sidecar_service {} } }\n  }\n}\n'
    assert shown("shop.nomad", text) == [
        ("nomad", "Nomad", '"shop"'),
        ("service-mesh", "Consul Connect", "sidecar_service"),
    ]


def test_json_and_yaml() -> None:
    assert shown("a.json", '{"service": {"connect": {"sidecar_service": {}}}}') == [
        ("service-mesh", "Consul Connect", '"sidecar_service"')
    ]
    assert shown("a.yaml", "type: Mesh\nmesh: default\nspec: {}\n") == [("service-mesh", "Kuma", "Mesh")]


def test_comments_and_texts_are_no_use() -> None:
    assert shown("a.hcl", 'text = "sidecar_service {}"\n# job "x" {}\n/* sidecar_service */\n') == []


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("shop.nomad.hcl", "", "nomad"),
        ("consul/a.hcl", "service { connect { sidecar_service {} } }", "service-mesh"),
        ("consul/a.hcl", "service {}", ""),
        ("docker-bake.hcl", 'target "connect" { sidecar_service = 1 }', ""),
        ("a.yml", "type: mesh\nmesh: x\n", ""),
    ],
)
def test_detection(path: str, text: str, kind: str) -> None:
    guess = by_path(path)
    if guess is not None and not guess.sure:
        guess = by_content(path, text)
    assert (guess.kind if guess is not None and guess.kind in ("nomad", "service-mesh") else "") == kind


@given(
    st.text(alphabet='job "{}sidecar_service\n#<E/*:-', max_size=120), st.sampled_from(["a.hcl", "a.json", "a.yaml"])
)
def test_any_text_is_read_and_spans_lie_inside_it(text: str, path: str) -> None:
    document = parse(Source(path, text), "service-mesh", READER)
    for span in [*(u.span for u in document.model.uses), *(e.span for e in document.errors)]:
        assert 0 <= span.start <= span.end <= len(text)
