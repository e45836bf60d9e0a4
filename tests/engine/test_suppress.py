"""Suppression comments: ours, other tools', and what is wrong with them."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.core.finding import Finding
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

ROOT_USER = 'FROM alpine:3.20\n{above}\nUSER root{beside}\nCMD ["sh"]\n'


def findings(texts: dict[str, str], settings: Settings | None = None) -> tuple[Finding, ...]:
    chosen = settings or Settings(select=("dockerfile/non-root-user",))
    return tuple(run(MemoryFiles(texts), chosen, make(rules(), chosen)).findings)


def judged(above: str = "", beside: str = "", settings: Settings | None = None) -> list[tuple[str, bool]]:
    text = ROOT_USER.format(above=above, beside=beside)
    return [(finding.rule, finding.suppression is not None) for finding in findings({"Dockerfile": text}, settings)]


OPEN = ("dockerfile/non-root-user", False)
SILENT = ("dockerfile/non-root-user", True)


@pytest.mark.parametrize(
    "above",
    [
        "# maverick-lint: ignore[dockerfile/non-root-user] the base drops privileges",
        "# maverick-lint: ignore[dockerfile]",
        "# maverick-lint: ignore[dockerfile/non-*, compose/pinned-image]",
        "# maverick-lint: ignore[hadolint:DL3002] said in another tool's words",
        "# maverick-lint: ignore-file[ALL]",
        "# maverick-lint: ignore[dockerfile/non-root-user] later (until 2999-01-31)",
        "# maverick-lint: ignore[dockerfile/non-root-user]\n# another comment between",
        "# hadolint ignore=DL3002",
        "# hadolint ignore=DL3008,DL3002",
        "# hadolint global ignore=DL3002",
        "# checkov:skip=CKV_DOCKER_8:reason",
    ],
)
def test_a_comment_above_silences(above: str) -> None:
    assert judged(above) == [SILENT]


@pytest.mark.parametrize(
    ("above", "faults"),
    [
        ("# maverick-lint: ignore[dockerfile/healthcheck]", []),
        ("# hadolint ignore=DL3008", []),
        ("# maverick-lint: ignore[dockerfile/non-root-usr]", ["suppression/unknown-rule"]),
        ("# maverick-lint: ignore", ["suppression/malformed"]),
        ("# maverick-lint: ignore[] x", ["suppression/malformed"]),
        ("# maverick-lint: disable[dockerfile]", ["suppression/malformed"]),
        ("# maverick-lint: ignore[ALL] (until tomorrow)", ["suppression/malformed"]),
        ("# maverick-lint: ignore[ALL] old (until 2020-01-31)", ["suppression/expired"]),
        ("# maverick-lint is a linter", []),
    ],
)
def test_other_comments_do_not(above: str, faults: list[str]) -> None:
    settings = Settings(select=("dockerfile/non-root-user", "suppression"))
    assert sorted(judged(above, settings=settings)) == sorted([OPEN, *((fault, False) for fault in faults)])


def test_a_comment_that_silences_nothing_is_found_and_its_fix_deletes_it() -> None:
    text = '# maverick-lint: ignore[dockerfile/non-root-user] long gone\nFROM alpine:3.20\nUSER 10001\nCMD ["sh"]\n'
    (finding,) = findings({"Dockerfile": text})
    assert finding.rule == "suppression/unused"
    assert (finding.location.start.line, finding.location.start.column) == (1, 1)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == text.partition("\n")[2]


def test_settings_can_ask_for_reason_and_date() -> None:
    settings = Settings(select=("dockerfile/non-root-user",), require_reason=True, require_until=True)
    assert sorted(judged("# maverick-lint: ignore[dockerfile]", settings=settings)) == [
        SILENT, ("suppression/no-date", False), ("suppression/no-reason", False),
    ]  # fmt: skip
    assert judged("# maverick-lint: ignore[dockerfile] why (until 2999-01-01)", settings=settings) == [SILENT]


def test_a_comment_above_an_instruction_covers_all_its_lines_and_no_more() -> None:
    text = "FROM alpine:3.20 AS a\n# maverick-lint: ignore[dockerfile/syntax]\nRUN echo \\\n  a\nNONSENSE\n"
    settings = Settings(select=("dockerfile/syntax",))
    (finding,) = [f for f in findings({"Dockerfile": text}, settings) if f.rule == "dockerfile/syntax"]
    assert finding.suppression is None
    moved = text.replace("# maverick-lint: ignore[dockerfile/syntax]\n", "").replace(
        "NONSENSE", "# maverick-lint: ignore[dockerfile/syntax] x\nNONSENSE"
    )
    (finding,) = [f for f in findings({"Dockerfile": moved}, settings) if f.rule == "dockerfile/syntax"]
    assert finding.suppression is not None


def test_per_file_ignores_silence_what_their_glob_matches() -> None:
    texts = {
        "a/Dockerfile": ROOT_USER.format(above="", beside=""),
        "b/Dockerfile": ROOT_USER.format(above="", beside=""),
    }
    settings = Settings(select=("dockerfile/non-root-user",), per_file_ignores=(("a/**", ("dockerfile",)),))
    assert [(f.location.path, f.suppression is not None) for f in findings(texts, settings)] == [
        ("a/Dockerfile", True), ("b/Dockerfile", False),
    ]  # fmt: skip


def test_suppressing_everything_leaves_nothing() -> None:
    texts = {
        "Dockerfile": "# maverick-lint: ignore-file[ALL]\nFROM python:latest\nRUN pip install x\nNONSENSE\nCMD x\n"
    }
    settings = Settings(select=("dockerfile",))
    found = findings(texts, settings)
    assert found
    assert all(finding.suppression is not None for finding in found if finding.location.path == "Dockerfile")
