"""Terraform and Pulumi: the names of providers and resources, at their places, and nothing else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.repository import Evidence
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.terraform.facts import facts
from maverick_lint.formats.terraform.parse import parse

if TYPE_CHECKING:
    from maverick_lint.core.document import Document
    from maverick_lint.formats.terraform.model import Infrastructure

READER = FilesReader(MemoryFiles({}))
PIECES = st.sampled_from(
    [
        '"',
        "${",
        "%{",
        "}",
        "{",
        "[",
        "]",
        "\n",
        "<<EOT\n",
        "EOT\n",
        "#",
        "//",
        "/*",
        "*/",
        "\\",
        "provider ",
        '"aws" ',
        "=",
        "é",
    ]
)


def read(text: str, path: str = "main.tf") -> Document[Infrastructure]:
    kind = "pulumi" if path.startswith("Pulumi") else "terraform"
    return parse(Source(path, text), kind, READER)


def names(text: str, path: str = "main.tf") -> list[tuple[str, str]]:
    return [(named.role, named.name) for named in read(text, path).model.names]


def clouds(text: str, path: str = "main.tf") -> list[tuple[str, str]]:
    values = [fact.value for fact in facts(read(text, path))]
    return [(value.technology, value.name) for value in values if isinstance(value, Evidence)]


def test_providers_and_resources_are_named_at_their_places() -> None:
    text = 'provider "aws" {\n  region = "x"\n}\nresource "hcloud_server" "web" {}\ndata "google_project" "p" {}\n'
    document = read(text)
    assert [(n.role, text[n.span.start : n.span.end]) for n in document.model.names] == [
        ("provider", '"aws"'),
        ("resource", '"hcloud_server"'),
        ("data", '"google_project"'),
    ]
    assert not document.errors


def test_required_providers_are_keys_of_the_block_in_terraform() -> None:
    text = (
        'terraform {\n  required_version = ">= 1"\n  required_providers {\n'
        '    aws = { source = "hashicorp/aws" }\n    random = {\n      source = "hashicorp/random"\n    }\n'
        '    old = "~> 2"\n  }\n}\nlocals { google = 1 }\n'
    )
    assert names(text) == [("required", "aws"), ("required", "random"), ("required", "old")]


@pytest.mark.parametrize(
    "text",
    [
        '# provider "aws" {}\n// provider "aws" {}\n/* provider "aws" {}\n*/\n',
        'locals {\n  text = "provider \\"aws\\" {}"\n}\n',
        'locals {\n  text = <<-EOT\n    provider "aws" {\n  EOT\n}\n',
        'locals {\n  text = "${lookup({a = "provider \\"aws\\" {"}, "a")}"\n}\n',
        'module "x" {\n  provider "aws" {}\n}\n',
    ],
    ids=["comments", "string", "heredoc", "nested quotes", "not at the top"],
)
def test_what_only_looks_like_a_provider_is_none(text: str) -> None:
    document = read(text)
    assert document.model.names == ()
    assert not document.errors


@pytest.mark.parametrize(
    ("text", "at"),
    [("a = {\n", 4), ("/* never closed", 0), ("a = <<EOT\nx\n", 4), ('a = "x\nb = 1\n', 4)],
    ids=["block", "comment", "heredoc", "string"],
)
def test_what_is_never_closed_is_an_error_at_its_start(text: str, at: int) -> None:
    errors = read(text).errors
    assert [error.span.start for error in errors] == [at]


def test_reading_goes_on_after_an_open_string() -> None:
    assert names('a = "x\nprovider "aws" {}\n') == [("provider", "aws")]


def test_json_form() -> None:
    text = '{"provider": {"aws": {}}, "terraform": {"required_providers": {"hcloud": {}}}, "resource": {"aws_vpc": {}}}'
    assert sorted(names(text, "main.tf.json")) == [("provider", "aws"), ("required", "hcloud"), ("resource", "aws_vpc")]


def test_pulumi_settings_and_resources() -> None:
    text = "config:\n  aws:region: eu-central-1\n  shop:size: 3\nresources:\n  b: {type: 'gcp:storage:Bucket'}\n"
    assert clouds(text, "Pulumi.prod.yaml") == [("cloud", "AWS"), ("cloud", "Google Cloud")]


def test_helpers_dns_and_monitoring_are_no_clouds() -> None:
    text = "".join(f'provider "{name}" {{}}\n' for name in ("random", "tls", "null", "cloudflare", "grafana", "github"))
    assert clouds(text) == []


def test_a_cluster_is_kubernetes_and_its_cloud() -> None:
    assert clouds('resource "aws_eks_cluster" "a" {}\n') == [("cloud", "AWS"), ("kubernetes", "Kubernetes")]
    assert clouds('resource "helm_release" "a" {}\n') == [("helm", "Helm")]


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_read_and_spans_lie_inside_it(text: str) -> None:
    document = read(text)
    for span in [*(n.span for n in document.model.names), *(e.span for e in document.errors)]:
        assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize("piece", ['"${', "{", '"', "<<A\n", "/*", "[", '"%{"'])
def test_hostile_texts_end_soon(piece: str) -> None:
    started = time.process_time()
    read(piece * 200_000)
    assert time.process_time() - started < 5
