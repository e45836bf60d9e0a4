"""Hostile content in files of every kind: each ends in a finding or a clear note, within a second."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.config.model import Settings
from maverick_lint.engine.classify import formats
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import Result, run
from maverick_lint.registry.index import rules

EVERYTHING = Settings(select=("ALL",))
PLAN = make(rules(), EVERYTHING)
LIMIT = 2
EXAMPLES = {kind: path for entry in formats() for kind, path in entry.examples.items()}
PIECES = (
    "FROM a AS b\n", "RUN <<EOF\n", "COPY --from=b / /\n", "\\\n", "# escape=`\n", "services:\n", "  a:\n", "    - x\n",
    "on: push\n", "jobs:\n", "${{ a }}", "${A:-${B}}", "server {\n", "}\n", "location ~ x {", "proxy_pass http://a;",
    "[Unit]\n", "A=b\n", "&a ", "*a", "<<: *a\n", "groups:\n", "expr: rate(x[5m])\n", "{", "[", '"', "'", "\t", "\r\n",
    "\x00", "é", "😀", "{{ x }}", "{% if %}", "$(", "`", "if true; then\n", "fi\n", "done\n", "<<EOF\n", "EOF\n",
    "apiVersion: v1\nkind: Pod\n", 'resource "a" "b" {\n', "---\n", ": ", "#",
)  # fmt: skip


def judge(texts: dict[str, str]) -> tuple[Result, float]:
    """Run every rule over the texts; return the result and the CPU seconds."""
    start = time.process_time()
    result = run(MemoryFiles(texts), EVERYTHING, PLAN)
    return result, time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Import everything before anything is timed."""
    for kind, path in EXAMPLES.items():
        judge({path: f"{kind}\n"})


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "(" * 100_000,
        "- " * 100_000,
        "a:\n" + "\n".join(" " * depth + "a:" for depth in range(2_000)),
        "$(" * 20_000,
        "${" * 20_000,
        "${{ " * 20_000,
        "if a; then\n" * 5_000,
        "server {\n" * 10_000,
        '{"a": [' * 10_000,
        "x" * 4_000_000,
        '{"a": "' + "x" * 4_000_000 + '"}',
        "RUN a && \\\n" * 20_000,
        "a=b\n" * 100_000,
        "\\\n" * 100_000,
        "'" * 50_001,
        "<<A <<B <<C\n" * 20_000,
        "\ufeff\ufeffFROM x\r\r\n\t\x0b\x0c\x85\u2028",
        "",
        "\n" * 100_000,
    ],
    ids=[
        "lists", "maps", "brackets", "dashes", "indents", "substitutions", "expansions", "expressions", "ifs", "blocks",
        "json", "one line", "one string", "continuations", "assignments", "backslashes", "quotes", "heredocs",
        "odd blanks", "empty", "blank lines",
    ],
)  # fmt: skip
def test_no_text_hangs_or_crashes_a_reader(kind: str, text: str) -> None:
    result, spent = judge({EXAMPLES[kind]: text})
    if spent > LIMIT:
        spent = min(spent, judge({EXAMPLES[kind]: text})[1])  # another process may have had the machine
    assert not result.crashed, [finding.message for finding in result.findings if finding.rule == "file/rule-crash"]
    assert spent < LIMIT


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_scrambled_texts_never_crash_and_every_finding_lies_in_its_file(kind: str) -> None:
    generator = random.Random(kind)  # noqa: S311 - the same texts in every run
    for _ in range(30):
        text = "".join(generator.choice(PIECES) for _ in range(generator.randrange(1, 60)))
        _holds(EXAMPLES[kind], text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(EXAMPLES)), st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_at_all(kind: str, text: str) -> None:
    _holds(EXAMPLES[kind], text)


def _holds(path: str, text: str) -> None:
    result, _ = judge({path: text})
    assert not result.crashed, (text, [one.message for one in result.findings if one.rule == "file/rule-crash"])
    for finding in result.findings:
        if finding.location.path == path:
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert finding.location.start.line <= text.count("\n") + text.count("\r") + 1
    again, _ = judge({path: text})
    assert again.findings == result.findings


def test_cycles_end_in_a_finding() -> None:
    texts = {
        "compose.yaml": "include: [a.yaml]\nservices:\n  x: {extends: {service: y}}\n  y: {extends: {service: x}}\n",
        "a.yaml": "include: [compose.yaml]\nservices: {}\n",
        ".github/workflows/a.yml": "on: workflow_call\njobs:\n  a: {uses: ./.github/workflows/b.yml}\n",
        ".github/workflows/b.yml": "on: workflow_call\njobs:\n  b: {uses: ./.github/workflows/a.yml}\n",
        ".github/workflows/c.yml": "on: push\njobs:\n  a: {runs-on: x, needs: b, steps: [{run: a}]}\n"
        "  b: {runs-on: x, needs: a, steps: [{run: a}]}\n",
        ".gitlab-ci.yml": "include: .gitlab-ci.yml\na: {extends: b, script: x}\nb: {extends: a}\n",
        "nginx/nginx.conf": "http { include nginx.conf; include conf.d/*.conf; }\n",
        "nginx/conf.d/a.conf": "include /etc/nginx/conf.d/*.conf;\n",
        "Makefile": "a: b\n\tmake b\nb: a\n\tmake a\n",
        "package.json": '{"scripts": {"a": "npm run b", "b": "npm run a"}}\n',
    }
    result, spent = judge(texts)
    assert not result.crashed
    assert spent < LIMIT
    broken = {finding.rule for finding in result.findings}
    assert {"compose/joined-files", "gitlab-ci/syntax", "github-workflow/syntax"} <= broken


def test_paths_that_leave_the_repository_are_not_followed() -> None:
    texts = {
        "compose.yaml": "include: [../../etc/passwd]\nservices:\n  a: {build: ../../..}\n"
        "  b: {extends: {file: /etc/passwd, service: x}}\n",
        ".github/workflows/a.yml": "on: push\njobs:\n  a: {uses: ./.github/workflows/../../../../etc/passwd}\n",
        ".gitlab-ci.yml": "include: {local: ../../../etc/passwd}\n",
        "nginx/nginx.conf": "http { include ../../../etc/passwd; }\n",
    }  # fmt: skip
    result, _ = judge(texts)
    assert not result.crashed
    assert not any("root:" in finding.message for finding in result.findings)
