"""Which files start a workflow, by the filter patterns of GitHub."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.pipeline import Trigger
from maverick_lint.core.span import Place, Span
from maverick_lint.stack.path_filters import starts_for

PLACE = Place("ci.yml", Span(0, 0))


def starts(path: str, *paths: str, ignored: tuple[str, ...] = ()) -> bool:
    return starts_for(Trigger("pull_request", PLACE, filtered=True, paths=paths, paths_ignored=ignored), [path])


@pytest.mark.parametrize(
    ("path", "patterns"),
    [
        ("src/app.py", ("src/**",)),
        ("src/a/b/app.py", ("src/**",)),
        ("app.py", ("*.py",)),
        ("src/app.py", ("**.py",)),
        ("src/app.py", ("**/*.py",)),
        ("app.py", ("**/*.py",)),
        ("src/app.py", ("**",)),
        ("src/app.py", ("!docs/**", "src/**")),
        ("src/app.js", ("src/app.jsx?",)),
        ("src/a1.py", ("src/a[0-9].py",)),
        ("src/app.py", ("${{ inputs.paths }}",)),
    ],
)
def test_a_file_that_starts_it(path: str, patterns: tuple[str, ...]) -> None:
    assert starts(path, *patterns)


@pytest.mark.parametrize(
    ("path", "patterns"),
    [
        ("src/app.py", ("docs/**",)),
        ("src/app.py", ("*.py",)),
        ("src/app.py", ("src/**", "!**/*.py")),
        ("src/app.py", ("src",)),
        ("src/axpy", ("src/a.py",)),
    ],
)
def test_a_file_that_does_not(path: str, patterns: tuple[str, ...]) -> None:
    assert not starts(path, *patterns)


def test_what_is_ignored_does_not_start_it() -> None:
    assert not starts("docs/a.md", ignored=("docs/**",))
    assert starts("src/a.py", ignored=("docs/**",))


def test_without_a_filter_everything_starts_it() -> None:
    assert starts_for(Trigger("pull_request", PLACE), ["a"])


def test_an_unreadable_pattern_may_let_anything_in() -> None:
    assert starts("src/app.py", "[z-a]")
    assert starts("src/app.py", "*" * 400)


@given(st.text("ab/*?+![]-.", max_size=30), st.text("ab/.", max_size=30))
def test_any_pattern_ends(pattern: str, path: str) -> None:
    assert starts(path, pattern) in {True, False}
