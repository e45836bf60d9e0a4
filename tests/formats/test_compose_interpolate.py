"""What is known of a text before anybody sets its variables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.formats.compose.interpolate import UNKNOWN, interpolate

KNOWN = {"TAG": "16", "EMPTY": "", "host": "db"}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("plain", "plain"),
        ("$$HOME costs 5$", "$HOME costs 5$"),
        ("postgres:$TAG-alpine", "postgres:16-alpine"),
        ("${TAG}", "16"),
        ("${host}:5432", "db:5432"),
        ("${MISSING}", None),
        ("$MISSING", None),
        ("${MISSING:-8080}", "8080"),
        ("${MISSING-8080}", "8080"),
        ("${MISSING:-}", ""),
        ("${EMPTY:-x}", "x"),
        ("${EMPTY-x}", ""),
        ("${MISSING:-${TAG:-1}}", "16"),
        ("${MISSING:-${OTHER:-${THIRD:-deep}}}/x", "deep/x"),
        ("${MISSING:-127.0.0.1}:80:80", "127.0.0.1:80:80"),
        ("${MISSING:?set it}", None),
        ("${TAG:?set it}", "16"),
        ("${TAG:+set}", "set"),
        ("${MISSING:+set}", None),
        ("$1 and $(date)", "$1 and $(date)"),
        ("{{ ansible }}", None),
    ],
)
def test_values(raw: str, value: str | None) -> None:
    assert interpolate(raw, KNOWN).value == value


@pytest.mark.parametrize(
    ("raw", "stretch"),
    [
        ("a ${", "${"),
        ("x${}y", "${}"),
        ("${ TAG}", "${ TAG}"),
        ("${TAG }", "${TAG }"),
        ("${TAG!}", "${TAG!}"),
        ("${1A}", "${1A}"),
        ("ok ${TAG:-${OPEN}", "${TAG:-${OPEN}"),
    ],
)
def test_faults_stand_at_the_variable(raw: str, stretch: str) -> None:
    text = interpolate(raw, {})
    assert [raw[fault.start : fault.end] for fault in text.faults] == [stretch]
    assert text.value is None


def test_unknown_parts_are_masked_and_the_rest_stays() -> None:
    assert interpolate("$A:${B:-5432}:5432", {}).masked == f"{UNKNOWN}:5432:5432"


def test_variables_are_named_with_their_places() -> None:
    raw = "a${ONE:-${TWO}}$THREE"
    found = {raw[variable.start : variable.end]: variable.operator for variable in interpolate(raw, {}).variables}
    assert found == {"${ONE:-${TWO}}": ":-", "${TWO}": "", "$THREE": ""}


@given(st.text(alphabet="${}:-?+AB \n{", max_size=60))
def test_any_text_is_read_and_places_lie_inside(raw: str) -> None:
    text = interpolate(raw, {})
    places = [(f.start, f.end) for f in text.faults] + [(v.start, v.end) for v in text.variables]
    assert all(0 <= start < end <= len(raw) for start, end in places)
    assert all(raw[start] == "$" for start, _ in places)


def test_deep_nesting_ends() -> None:
    raw = "${A:-" * 20_000
    assert interpolate(raw, {}).value is None
    assert interpolate("${A:-" * 300 + "}" * 300, {}).value is None
