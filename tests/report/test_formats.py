"""The other formats: JSON, text, annotations, Code Quality, JUnit, Markdown."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import jsonschema

from made_report import EMOJI, HIDDEN, OTHER, ROOT, report
from maverick_lint.core.finding import Finding
from maverick_lint.core.record import replace
from maverick_lint.report import github, gitlab, junit, markdown, text
from maverick_lint.report import json as json_report

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "findings.schema.json").read_text())


def written(module: ModuleType, *findings: Finding, unreadable: tuple[str, ...] = ()) -> str:
    out = io.StringIO()
    module.write(report(*findings, unreadable=unreadable), out)
    return out.getvalue()


def test_json_keeps_its_contract() -> None:
    data = json.loads(written(json_report, ROOT, EMOJI, OTHER, HIDDEN, unreadable=("gone",)))
    jsonschema.validate(data, SCHEMA)
    assert data["summary"] == {
        "files": 2, "error": 1, "warning": 1, "note": 1, "suppressed": 1, "unreadable": 1,
    }  # fmt: skip
    assert [finding["path"] for finding in data["findings"]] == sorted(
        one.location.path for one in (ROOT, EMOJI, OTHER)
    )
    root = data["findings"][1]
    assert root["start"] == {"line": 3, "column": 6}
    assert root["end"] == {"line": 3, "column": 10}
    assert data["findings"][2]["fix"]["edits"][0]["start"] == {"line": 1, "column": 9}


def test_text_shows_the_line_with_a_caret_under_the_token() -> None:
    lines = written(text, ROOT).splitlines()
    assert lines[0].startswith("docker/Dockerfile:3:6: error ends as root")
    assert lines[1] == "    3 | USER root"
    assert lines[2] == "      |      ^^^^"
    assert lines[-1] == "1 error in 2 files checked."


def test_text_says_what_was_suppressed_and_what_could_not_be_read() -> None:
    last = written(text, HIDDEN, unreadable=("gone",)).splitlines()[-1]
    assert last == "No findings in 2 files checked, 1 suppressed, 1 file could not be read."


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b[" not in written(text, ROOT)
    out = io.StringIO()
    text.write(report(ROOT), out, colour=True)
    assert "\x1b[31merror\x1b[0m" in out.getvalue()


def test_annotations_are_escaped_and_sorted_by_level() -> None:
    lines = written(github, OTHER, EMOJI, ROOT).splitlines()
    assert [line.split(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
    assert lines[0].endswith("::ends as root; 50%25 of%0Aimages | do <not>")
    assert "file=odd name%2C 100%25%3Ax.yml,line=2" in lines[2]


def test_annotations_stay_under_githubs_limits_and_say_what_they_left_out() -> None:
    many = [replace(ROOT, message=f"number {number}") for number in range(30)]
    lines = written(github, *many, *[replace(OTHER, message=f"note {number}") for number in range(12)]).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::notice") for line in lines) == 10
    assert "::23 more findings" in lines[-2]


def test_gitlab_code_quality() -> None:
    entries = json.loads(written(gitlab, ROOT, EMOJI, OTHER))
    assert [entry["severity"] for entry in entries] == ["major", "critical", "info"]
    assert entries[1]["location"] == {"path": "docker/Dockerfile", "lines": {"begin": 3, "end": 3}}
    assert len({entry["fingerprint"] for entry in entries}) == 3


def test_junit_is_xml_with_a_failure_for_each_finding() -> None:
    root = ET.fromstring(written(junit, ROOT, EMOJI, OTHER))  # noqa: S314 - written by us
    assert (root.get("tests"), root.get("failures")) == ("3", "3")
    assert len(root.findall(".//failure")) == 3
    empty = ET.fromstring(written(junit))  # noqa: S314 - written by us
    assert (empty.get("tests"), empty.get("failures")) == ("1", "0")


def test_markdown_is_a_table_that_no_text_breaks() -> None:
    lines = written(markdown, ROOT, OTHER).splitlines()
    rows = [line for line in lines if line.startswith(("| error", "| note"))]
    assert len(rows) == 2
    assert "images \\| do &lt;not>" in rows[0]
    assert "built [here]" in rows[1]


def test_markdown_stays_under_a_megabyte() -> None:
    many = [replace(ROOT, message="x" * 5000 + str(number)) for number in range(400)]
    out = written(markdown, *many)
    assert len(out) < 1_000_000
    assert "more findings do not fit here" in out
