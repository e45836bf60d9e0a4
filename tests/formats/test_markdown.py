"""Markdown for rules over several files: anchors as GitHub makes them, lists of secrets, and limits."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.documents import DocumentFact
from maverick_lint.core.source import Source
from maverick_lint.formats._markdown import document_of, slug


def read(text: str) -> DocumentFact:
    """Return what a document states."""
    value = document_of(Source("README.md", text)).value
    assert isinstance(value, DocumentFact)
    return value


def anchors(text: str) -> list[str]:
    """Return the anchors of a document."""
    return [name for name, _ in read(text).anchors]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("High latency", "high-latency"),
        ("What's `up`?", "whats-up"),
        ("5xx / errors", "5xx--errors"),
        ("[The shop](https://example.com) *down*", "the-shop-down"),
        ("snake_case & Ümlaut", "snake_case--ümlaut"),
        ("1. First", "1-first"),
    ],
)
def test_a_heading_has_the_anchor_that_github_gives_it(heading: str, expected: str) -> None:
    assert slug(heading) == expected


def test_headings_of_both_forms_and_twice() -> None:
    assert anchors("# One\ntext\n\nTwo\n---\n## One ##\n### One\n") == ["one", "two", "one-1", "one-2"]


def test_code_and_tables_have_no_headings() -> None:
    assert anchors("~~~\n# no\n```\n# no\n~~~\n# yes\n| a |\n---\n#no\n") == ["yes"]


def test_anchors_of_html() -> None:
    assert anchors('<a id="High"></a>\n<a name=low></a>\n') == ["high", "low"]


def test_a_section_on_secrets_ends_with_the_next_heading_of_its_level() -> None:
    text = "# A\n## Secrets\n- `ONE_KEY`\n### More\n| TWO |\n```\n- `THREE`\n```\n## B\n- `FOUR`\n"
    (found,) = read(text).secrets
    assert (found.heading, found.names) == ("Secrets", ("ONE_KEY", "TWO"))
    assert text[found.place.span.start : found.place.span.end] == "Secrets"


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for _, place in read(text).anchors:
        assert 0 <= place.span.start <= place.span.end <= len(text)


@pytest.mark.parametrize(
    "part", ["# " + " #" * 20, "[", "<", "`", "~~~\n", "\n", "# a\n", "# secret\n", "a\n-\n", "| ", "<a id"]
)
def test_long_texts_take_no_second(part: str) -> None:
    text = part * (300_000 // len(part))
    begin = time.process_time()
    read(text)
    assert time.process_time() - begin < 2, "a second, and as much again for a loaded machine"
