"""SARIF, held against what GitHub documents: required texts, exact regions, linked places, fingerprints."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from made_report import EMOJI, HIDDEN, OTHER, ROOT, report
from maverick_lint.core.finding import Finding
from maverick_lint.core.record import replace
from maverick_lint.report.linehash import line_hashes
from maverick_lint.report.sarif import write


def sarif(
    *findings: Finding, options: dict[str, str] | None = None, unreadable: tuple[str, ...] = ()
) -> dict[str, Any]:
    out = io.StringIO()
    write(report(*findings, options=options, unreadable=unreadable), out)
    data: dict[str, Any] = json.loads(out.getvalue())
    return data


def test_one_run_with_everything_that_github_requires() -> None:
    data = sarif(ROOT, EMOJI, OTHER)
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("maverick-lint", "1.2.3")
    assert "automationDetails" not in run
    for rule in driver["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[key]["text"]) <= 1024 or key == "help"
        assert rule["help"]["markdown"]
        assert rule["helpUri"].endswith(f"docs/rules/{rule['id']}.md")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert ("security-severity" in rule["properties"]) == ("security" in rule["properties"]["tags"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        region = physical["region"]
        assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])
        assert ":" in result["partialFingerprints"]["primaryLocationLineHash"]


def test_paths_are_percent_encoded_and_no_machine_path_is_named() -> None:
    text = json.dumps(sarif(ROOT, OTHER))
    assert "odd%20name%2C%20100%25%3Ax.yml" in text
    assert "file://" not in text
    assert str(Path.cwd()) not in text


def test_columns_count_utf16_units() -> None:
    (result,) = sarif(EMOJI)["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (
        EMOJI.location.start.column + 1,
        EMOJI.location.end.column + 1,
    )


def test_related_places_are_linked_from_the_message() -> None:
    (result,) = sarif(OTHER)["runs"][0]["results"]
    assert result["message"]["text"].endswith("[built (here)](1)")
    (related,) = result["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "docker/Dockerfile"


def test_two_findings_of_a_rule_in_one_line_are_one_result() -> None:
    second = replace(ROOT, message="and again")
    (result,) = sarif(ROOT, second)["runs"][0]["results"]
    assert "and again" in result["message"]["text"]


def test_suppressed_results_are_left_out_unless_asked_for() -> None:
    assert sarif(HIDDEN)["runs"][0]["results"] == []
    (result,) = sarif(HIDDEN, options={"sarif-suppressed": "yes"})["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "known"}]


def test_a_category_is_there_when_asked_for() -> None:
    run = sarif(ROOT, options={"sarif-category": "deploy"})["runs"][0]
    assert run["automationDetails"]["id"] == "deploy/"


def test_what_could_not_be_read_is_a_notification_and_the_run_no_success() -> None:
    (invocation,) = sarif(unreadable=("gone",))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    texts = [notice["message"]["text"] for notice in invocation["toolExecutionNotifications"]]
    assert texts == ["gone could not be read", "pipe is a FIFO, not a file"]
    assert sarif(ROOT)["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_a_fix_deletes_and_inserts_at_exact_regions() -> None:
    (result,) = sarif(OTHER)["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 1, "startColumn": 9, "endLine": 2, "endColumn": 9}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        ("x\r\nx\rx\n", None),
    ],
)
def test_line_hashes_are_those_of_githubs_upload(text: str, expected: list[str] | None) -> None:
    hashes = line_hashes(text)
    if expected is not None:
        assert hashes == expected
    assert hashes == line_hashes(text.replace("\r\n", "\n").replace("\r", "\n"))
