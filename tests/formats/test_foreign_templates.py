"""Which template tags are a file's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats._gotemplate.foreign import is_foreign
from maverick_lint.formats.alertmanager.parse import parse as parse_alertmanager
from maverick_lint.formats.prometheus.parse import parse as parse_prometheus

READER = FilesReader(MemoryFiles({}, ()))
FUNCTIONS = ("humanize", "query", "first", "value")
BROKEN = "groups:\n  - name: a\n    rules:\n      - alert: A\n        expr: up\n        annotations: {{s: {} is}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "{{ $labels.job }}",
        "{{- .Value | humanize -}}",
        "{{ with query `up` }}{{ . | first | value }}{{ end }}",
        '{{ if eq $labels.a "b c" }}x{{ else }}y{{ end }}',
        "{{ /* Values of the chart */ }}",
        '{{ printf \\"%s\\" $labels.job }}',
        "${{ secrets.TOKEN }}",
        "{{ $labels.job",
        "nothing",
    ],
)
def test_own(text: str) -> None:
    assert not is_foreign(text, FUNCTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "{{ .Values.name }}",
        "{{ name }}",
        "{% if a %}{{ $labels.job }}{% endif %}",
        '{{ "{{ $labels.job }}" }}',
        "{{`{{`}} $labels.job {{`}}`}}",
        "{{ $labels.job | default('x') }}",
        '{{ include "chart.labels" . }}',
    ],
)
def test_foreign(text: str) -> None:
    assert is_foreign(text, FUNCTIONS)


def test_a_rule_file_with_templates_of_its_own_that_is_no_yaml_is_reported() -> None:
    document = parse_prometheus(Source("a.yml", BROKEN.format("{{ $labels.job }}")), "prometheus-rules", READER)
    assert document.model is None
    assert len(document.errors) == 1


def test_one_that_helm_fills_in_is_not() -> None:
    document = parse_prometheus(Source("a.yml", BROKEN.format("{{ .Values.x }}")), "prometheus-rules", READER)
    assert document.model is None
    assert not document.errors


def test_a_configuration_of_alertmanager_is_judged_by_its_own_functions() -> None:
    text = "route: {receiver: a}\nreceivers: [{name: {{ .CommonLabels.a | toUpper }} b}]\n"
    assert parse_alertmanager(Source("a.yml", text), "alertmanager", READER).errors
    assert not parse_alertmanager(Source("a.yml", text.replace("toUpper", "quote")), "alertmanager", READER).errors


@given(st.text(alphabet="{}%$.\"'`/* abV", max_size=60))
def test_never_raises(text: str) -> None:
    assert is_foreign(text, ()) in (True, False)
    assert is_foreign("{%" + text, ())


def test_long_text_is_read_in_one_go() -> None:
    assert not is_foreign("{{ $a " * 200_000, ())
