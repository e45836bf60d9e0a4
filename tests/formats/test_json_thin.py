"""Long dashboards are read to their end: what nobody judges is left out, and every place stays."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats._json.quick import TooManyError
from maverick_lint.formats._json.thin import thinned
from maverick_lint.formats.grafana.model import Dashboard
from maverick_lint.formats.grafana.parse import parse

READER = FilesReader(MemoryFiles({}, ()))
KEPT = frozenset({"panels", "a"})
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)


def dashboard(data: str) -> str:
    panel = '{"title": "A", "datasource": {"type": "prometheus"}, "targets": [{"expr": "sum(a"}], "snapshotData": '
    return f'{{"schemaVersion": 39, "templating": {{"list": []}}, "panels": [{panel}{data}}}], "title": "T"}}'


@given(VALUES, st.sampled_from([None, 1]))
def test_small_values_stay(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    assert thinned(text, KEPT, 10_000) == text


def test_large_values_go_and_places_stay() -> None:
    text = json.dumps({"x": [1] * 3000, "panels": [{"a": {"b": "]" * 9000}, "c": {"d": list('[{"' * 900)}}], "y": "z"})
    thin = thinned(text, KEPT, 10_000)
    assert thin is not None
    assert len(thin) == len(text)
    assert json.loads(thin) == {"x": [], "panels": [{"a": {"b": "]" * 9000}, "c": {}}], "y": "z"}
    assert thin.index('"y"') == text.index('"y"')


@pytest.mark.parametrize(
    "text",
    ["", "[", '{"a"', '{"a": [1,', '{"a" 1}', "[1 2]", '{"a": tru}', '{"x": ' + "[" * 90_000, "[" * 90_000, "{1: 2}"],
)
def test_what_is_no_json_is_left_to_the_careful_reader(text: str) -> None:
    assert thinned(text, KEPT, 10_000) is None


def test_too_many_entries_are_given_up() -> None:
    with pytest.raises(TooManyError):
        thinned("[" + "1," * 100 + "1]", KEPT, 50)


def test_a_dashboard_with_saved_data_is_read_to_its_end() -> None:
    text = dashboard("[[" + ",".join(["[1, 2.5, null]"] * 400_000) + "]]")
    before = time.process_time()
    document = parse(Source("a.json", text), "grafana-dashboard", READER)
    assert time.process_time() - before < 5
    assert isinstance(document.model, Dashboard)
    assert document.model.title == "T"
    (error,) = document.errors
    assert "panel `A`" in error.message
    assert text[error.span.start : error.span.end] in "sum(a"


def test_a_dashboard_that_is_nothing_but_panels_says_that_the_rest_is_not_read() -> None:
    text = '{"schemaVersion": 39, "panels": [' + ",".join(["{}"] * 500_000) + "]}"
    document = parse(Source("a.json", text), "grafana-dashboard", READER)
    assert document.model is None
    assert ["the rest is not read" in error.message for error in document.errors] == [True]
