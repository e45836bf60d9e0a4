"""Kubernetes and Helm files are told by what they say, and state what they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.document import Document
from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_content, by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.kubernetes.facts import facts
from maverick_lint.formats.kubernetes.parse import parse

READER = FilesReader(MemoryFiles({}))
POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"


def kind_of(path: str, text: str) -> str:
    guess = by_path(path)
    if guess is None or not guess.sure:
        guess = by_content(path, text)
    return "" if guess is None else guess.kind


def shown(text: str, path: str = "k8s/app.yaml") -> list[tuple[str, str, str]]:
    document = parse(Source(path, text), "kubernetes", READER)
    model = document.model
    values = [] if model is None else [f.value for f in facts(Document(document.source, "kubernetes", model))]
    return [
        (value.technology, value.name, text[value.place.span.start : value.place.span.end])
        for value in values
        if isinstance(value, Evidence)
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("deploy/app.yaml", POD),
        ("deploy/app.yml", "# first\n---\nkind: Service\nmetadata: {}\napiVersion: 'v1' # core\n"),
        ("a.yaml", "x: 1\n---\n" + POD),
        ("a.json", '{"apiVersion": "v1", "kind": "Pod", "metadata": {}}'),
        ("base/kustomization.yaml", "resources: []\n"),
        ("skaffold.yaml", "build: {}\n"),
        ("Tiltfile", "docker_build('shop', '.')\n"),
        ("kind.yaml", "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n"),
    ],
)
def test_kubernetes_files(path: str, text: str) -> None:
    assert kind_of(path, text) == "kubernetes"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("datasource.yaml", "apiVersion: 1\ndatasources: []\n"),
        ("catalog.yaml", "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {}\n"),
        ("a.yaml", "apiVersion: v1\n---\nkind: Pod\n"),
        ("a.yaml", "spec:\n  apiVersion: v1\n  kind: Pod\n"),
        ("a.yaml", "text: |\n  apiVersion: v1\n  kind: Pod\n"),
        ("readme.md", POD),
    ],
)
def test_files_that_only_look_so(path: str, text: str) -> None:
    assert kind_of(path, text) != "kubernetes"


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("chart/Chart.yaml", "apiVersion: v2\nname: shop\n", "helm"),
        ("Chart.yaml", "title: Sales\n", ""),
        ("helmfile.yaml", "", "helm"),
        ("chart/templates/app.yaml", "{{- if .Values.on }}\n" + POD + "{{ end }}\n", "helm"),
        ("templates/mail.yaml", "subject: {{ name }}\n", ""),
    ],
)
def test_helm_files(path: str, text: str, kind: str) -> None:
    assert kind_of(path, text) == kind


def test_each_document_is_shown_at_its_kind() -> None:
    found = shown(POD + "---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: g}\n")
    assert found == [
        ("kubernetes", "Kubernetes", "Pod"),
        ("kubernetes", "Kubernetes", "Gateway"),
        ("service-mesh", "Istio", "Gateway"),
    ]


def test_a_mesh_is_shown_by_labels_of_pod_templates_too() -> None:
    text = (
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  template:\n    metadata:\n"
        "      annotations:\n        kuma.io/sidecar-injection: enabled\n"
    )
    assert ("service-mesh", "Kuma", "kuma.io/sidecar-injection") in shown(text)
    assert not [found for found in shown(text.replace("enabled", "disabled")) if found[0] == "service-mesh"]


def test_a_document_without_metadata_is_no_manifest() -> None:
    assert shown("apiVersion: v1\nkind: Thing\nname: x\n") == []


@given(st.text(alphabet="apiVersonkd: v1\n-{}[]'\"#&*!|>\t", max_size=200))
def test_any_text_is_read_and_spans_lie_inside_it(text: str) -> None:
    document = parse(Source("a.yaml", text), "kubernetes", READER)
    spans = [error.span for error in document.errors]
    if document.model is not None:
        spans += [manifest.span for manifest in document.model.manifests]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
