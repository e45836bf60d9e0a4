"""What expressions capture, how long they take, whom they let in; and which versions have which flaws."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.formats.nginx.backtracking import backtracks
from maverick_lint.formats.nginx.captures import group_can_hold, groups, is_anchored, nested_groups
from maverick_lint.formats.nginx.flaws import _TABLE, flaws_of
from maverick_lint.formats.nginx.foreign import accepted
from maverick_lint.formats.nginx.kinds import kind_of, words_of
from maverick_lint.formats.nginx.single import single
from maverick_lint.formats.nginx.table import table

FIXTURES = Path(__file__).parents[1] / "fixtures" / "nginx"


@pytest.mark.parametrize(
    ("regex", "group", "character", "can"),
    [
        ("^/(.*)$", "1", "\n", False),
        ("^/([^/]+)$", "1", "\n", True),
        (r"^/(\W*)$", "1", "\n", True),
        ("^/(?<name>[a-z]+)$", "name", ".", False),
        ("^/(a|(b.))$", "2", "x", True),
        ("(", "1", "a", False),
        ("^/(a)$", "2", "a", False),
    ],
)
def test_what_a_group_can_hold(regex: str, group: str, character: str, *, can: bool) -> None:
    assert group_can_hold(regex, group, character) is can


@pytest.mark.parametrize("regex", ["(a+)+$", "((ab)+)+/", r"^(\w+\s?)+$", "(.|x)+/", "^/(x*)*y"])
def test_repeated_repetitions_take_long(regex: str) -> None:
    assert backtracks(regex)


@pytest.mark.parametrize(
    "regex", ["^/(?:[^/]+/)*$", "^/(a++)+$", "(a|ab)+$", r"^([a-z]+\.){1,3}x$", "(a+)+", "^/.*$", "("]
)
def test_others_do_not(regex: str) -> None:
    assert not backtracks(regex)


def test_groups_and_anchors() -> None:
    assert groups("(a)(?:b)(?<c>d)") == 2
    assert groups("(") is None
    assert nested_groups("((a)(b))") == {(1, 2), (1, 3)}
    assert is_anchored("(^a|b$)") is True
    assert is_anchored("^a|b") is False


def test_a_foreign_origin() -> None:
    keys = {"origin": True, "domains": (), "https_only": False, "caseless": False}
    loose = accepted(r"https://example\.com$", **keys)  # type: ignore[arg-type]
    assert loose is not None
    assert loose.repair == "begin it with ^"
    assert accepted(r"^https://example\.com$", **keys) is None  # type: ignore[arg-type]


def test_a_check_of_origins_ends_in_time() -> None:
    start = time.process_time()
    regex = "^(([a-z]+)+example\\.com)*(.*)*(.*)*$"
    assert accepted(regex, origin=True, domains=(), https_only=False, caseless=False) is None
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"


def test_flaws() -> None:
    found = [flaw.number for flaw in flaws_of("1.24.0") if flaw.use == "resolver"]
    assert found == ["CVE-2026-123634"]
    assert [flaw.number for flaw in flaws_of("1.30.7")] == []
    assert not [flaw for flaw in flaws_of("1.26.1") if flaw.number == "CVE-2024-31079"]
    assert flaws_of("1.25") == []


def facts_of(name: str) -> list[list[str]]:
    lines = (FIXTURES / name).read_text().splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_flaws_are_repaired_where_the_change_log_says() -> None:
    said: dict[str, set[str]] = {}
    for number, version in facts_of("repaired.tsv"):
        said.setdefault(number, set()).add(version)
    ours = {number: set(repaired.split()) for number, _, repaired, _ in _TABLE}
    assert [number for number, repaired in ours.items() if not said.get(number, set()) <= repaired] == []
    # Debian's changelog alone has these.
    assert ours.keys() - said.keys() == {"CVE-2026-123633", "CVE-2026-123634", "CVE-2026-123640"}


def test_flaws_of_http3_begin_with_http3() -> None:
    spans = [affected for _, affected, _, use in _TABLE if use == "http3"]
    assert len(spans) == 9
    assert all(span.split("-")[0] >= "1.25.0" for span in spans)


def test_newer_directives_came_when_the_change_log_says() -> None:
    assert table().since == {name: version for name, version, _ in facts_of("since.tsv")}


def test_tables_name_directives_that_there_are() -> None:
    known = table().masks
    assert single() - known.keys() <= set()
    assert kind_of("proxy_read_timeout") == "time"
    assert words_of("satisfy") == "all any"


@given(st.text(alphabet="()[]*+?|\\^$.ab/{}1,<>:", max_size=30))
def test_no_expression_raises(regex: str) -> None:
    backtracks(regex)
    is_anchored(regex)
    group_can_hold(regex, "1", "a")
    accepted(regex + r"example\.com", origin=False, domains=("a.b",), https_only=True, caseless=True)
