"""What the outside relies on: commands, options, exit statuses, identical output."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from maverick_lint import __version__
from support import checkout, git, tool, write

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "findings.schema.json").read_text())
BAD = {"Dockerfile": "FROM python:3.12\nNONSENSE\nCMD python app.py\n", "compose.yaml": "version: '3'\nservices: {}\n"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write(checkout(tmp_path), BAD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def test_version_and_help_name_every_command(repository: Path) -> None:
    assert tool(repository, "--version").out == f"maverick-lint {__version__}\n"
    shown = tool(repository, "--help").out
    for command in ("check", "rule", "rules", "files", "explain", "config", "standard", "task", "baseline"):
        assert command in shown
        assert tool(repository, command, "--help").status == 0


def test_check_is_the_command_when_none_is_named(repository: Path) -> None:
    assert tool(repository).out == tool(repository, "check", ".").out
    assert tool(repository, "Dockerfile").status == 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--select", "compose/obsolete-version"], 1),
        (["--select", "compose/obsolete-version", "--ignore", "dockerfile/syntax"], 0),
        (["--select", "compose/obsolete-version", "--ignore", "dockerfile/syntax", "--fail-on", "note"], 1),
        (["--ignore", "ALL"], 0),
        (["--no-such-option"], 2),
        (["--format", "yaml"], 2),
        (["--format", "json", "--format", "text"], 2),
        (["--profile", "loose"], 2),
        (["--select", "nothing/of-this-name"], 2),
        (["--config", "absent.toml"], 2),
        (["--diff-base", "no-such-revision"], 2),
        (["--only-changed"], 2),
        (["absent"], 3),
        (["absent", "--exit-zero"], 3),
    ],
)
def test_exit_statuses(repository: Path, arguments: list[str], status: int) -> None:
    ran = tool(repository, *arguments)
    assert ran.status == status
    assert "Traceback" not in ran.err


def test_a_crashing_rule_is_reported_the_others_go_on_and_the_status_is_3(repository: Path) -> None:
    code = (
        "import maverick_lint.engine.check as check, maverick_lint.cli.main as main\n"
        "real = check.python_check\n"
        "def broken(rule):\n"
        "    def fail(document, options): raise ZeroDivisionError('in a rule')\n"
        "    return fail if rule == 'dockerfile/exec-form-command' else real(rule)\n"
        "check.python_check = broken\n"
        "main.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--format", "json", "--exit-zero"],
        cwd=repository, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    rules = [finding["rule"] for finding in json.loads(done.stdout)["findings"]]
    assert "file/rule-crash" in rules
    assert "dockerfile/syntax" in rules


def test_json_holds_to_its_schema_and_is_sorted(repository: Path) -> None:
    data = tool(repository, "--select", "ALL", "--format", "json").json()
    jsonschema.validate(data, SCHEMA)
    keys = [(one["path"], one["start"]["line"], one["start"]["column"], one["rule"]) for one in data["findings"]]
    assert keys == sorted(keys)
    assert len({one["fingerprint"] for one in data["findings"]}) == len(keys)


def test_the_same_input_gives_the_same_bytes_everywhere(repository: Path, tmp_path: Path) -> None:
    other = tmp_path.with_name("elsewhere") / "deep" / "er"
    shutil.copytree(repository, other)
    for form in ("json", "sarif", "text", "gitlab", "junit", "markdown", "github"):
        first = tool(repository, "--select", "ALL", "--format", form).out
        assert first == tool(other, "--select", "ALL", "--format", form).out
        assert first == tool(repository, "--select", "ALL", "--format", form, "--jobs", "2").out
        assert str(repository) not in first


def test_several_formats_in_one_run_go_to_files(repository: Path) -> None:
    ran = tool(repository, "--format", "concise", "--format", "json=out/a.json", "--format", "sarif=out/a.sarif")
    assert "dockerfile/syntax" in ran.out
    assert json.loads((repository / "out/a.json").read_text())["summary"]["error"] >= 1
    assert json.loads((repository / "out/a.sarif").read_text())["version"] == "2.1.0"


def test_standard_input_stands_for_a_file(repository: Path) -> None:
    ran = tool(repository, "--stdin-filename", "Dockerfile", "--format", "json", "--select", "dockerfile/syntax",
               stdin=b"FROM scratch\nWRONG x\n")  # fmt: skip
    (finding,) = ran.json()["findings"]
    assert "WRONG" in finding["message"]
    elsewhere = tool(repository, "--stdin-filename", "new/Dockerfile", "--format", "json", stdin=b"WRONG x\n")
    assert {finding["path"] for finding in elsewhere.json()["findings"]} == {"new/Dockerfile"}


def test_a_baseline_survives_moved_lines_and_shows_only_newer_findings(repository: Path) -> None:
    assert tool(repository, "baseline", "-o", "b.json").status == 0
    assert tool(repository, "--baseline", "b.json").status == 0
    write(repository, {"Dockerfile": "# moved\n\n" + BAD["Dockerfile"] + "MORE x\n"})
    ran = tool(repository, "--baseline", "b.json", "--format", "json", "--select", "dockerfile/syntax")
    assert ["MORE" in finding["message"] for finding in ran.json()["findings"]] == [True]
    assert ran.json()["summary"]["suppressed"] == 1
    write(repository, {"b.json": "[]"})
    assert tool(repository, "--baseline", "b.json").status == 2


def test_fix_repairs_and_diff_only_shows(repository: Path) -> None:
    before = (repository / "compose.yaml").read_bytes()
    shown = tool(repository, "--diff", "--select", "compose/obsolete-version").out
    assert "-version: '3'" in shown
    assert (repository / "compose.yaml").read_bytes() == before
    tool(repository, "--fix", "--select", "compose/obsolete-version")
    assert (repository / "compose.yaml").read_text() == "services: {}\n"
    assert tool(repository, "--diff", "--select", "compose/obsolete-version").out == ""


def test_only_changed_keeps_what_concerns_changed_files(repository: Path) -> None:
    write(repository, {"other/Dockerfile": "WRONG x\n"})
    ran = tool(repository, "--diff-base", "HEAD", "--only-changed", "--select", "dockerfile/syntax", "--format", "json")
    assert {finding["path"] for finding in ran.json()["findings"]} == {"other/Dockerfile"}


def test_statistics_quiet_and_colour(repository: Path) -> None:
    counted = tool(repository, "--select", "dockerfile/syntax,compose/obsolete-version", "--statistics").out
    assert counted.splitlines() == ["     1  note     compose/obsolete-version", "     1  error    dockerfile/syntax"]
    assert "checked" not in tool(repository, "--quiet").out
    assert "\x1b[31m" in tool(repository, "--color", "always").out
    assert "\x1b" not in tool(repository).out


def test_rules_rule_files_and_explain(repository: Path) -> None:
    rules = json.loads(tool(repository, "rules", "--format", "json").out)
    assert {"id", "level", "profile", "title", "standard", "equivalents", "fixable"} == set(rules[0])
    assert "# dockerfile/syntax" in tool(repository, "rule", "dockerfile/syntax").out
    by_other_name = tool(repository, "rule", "hadolint:DL3002").out
    assert "# dockerfile/non-root-user" in by_other_name
    mistaken = tool(repository, "rule", "dockerfile/syntx")
    assert mistaken.status == 2
    assert "did you mean `dockerfile/syntax`" in mistaken.err
    assert "dockerfile" in tool(repository, "files").out
    explained = tool(repository, "explain", "Dockerfile:2").out
    assert "is in a file of kind dockerfile" in explained
    assert "[dockerfile/syntax]" in explained
    assert "dockerfile/pinned-base" in explained


def test_the_standard_is_a_checklist_with_places(repository: Path) -> None:
    data = json.loads(tool(repository, "standard", "--format", "json").out)
    states = {rule["id"]: rule for section in data for rule in section["rules"]}
    assert states["dockerfile/slim-base"]["state"] == "violated"
    assert states["dockerfile/slim-base"]["places"] == ["Dockerfile:1:6"]
    assert len(states["dockerfile/slim-base"]["messages"]) == 1
    # The Compose file has no Redis and the repository no Python; what is banned is met by its absence.
    assert states["compose/redis-bounds"]["state"] == "does not apply"
    assert states["ci/ruff"]["state"] == "does not apply"
    assert states["compose/no-orchestration"]["state"] == "met"
    assert states["nginx/tls"]["state"] == "does not apply"
    text, markdown = tool(repository, "standard").out, tool(repository, "standard", "--format", "markdown").out
    assert "  [ ] dockerfile/slim-base: violated: The image that ships is built on a full base" in text
    assert "        Dockerfile:1:6 " in text
    assert "  [x] compose/no-orchestration: met\n" in text
    assert "  [-] nginx/tls: does not apply\n" in text
    assert "- [ ] `dockerfile/slim-base` violated: " in markdown
    assert "- [x] `compose/no-orchestration` met\n" in markdown
    assert any(line.startswith("- Does not apply: ") and "`nginx/tls`" in line for line in markdown.split("\n"))


def test_explain_says_why_a_repository_deploys() -> None:
    shown = tool(ROOT, "explain", "examples/shop/Dockerfile:1").out
    assert "This project deploys" in shown
    assert "scripts/deploy.sh:" in shown or ".github/workflows/deploy.yml:" in shown
    assert "does not deploy" in tool(ROOT, "explain", "action.yml:1").out


def test_a_named_file_that_is_not_there_is_told_beside_a_folder_too(repository: Path) -> None:
    for arguments in (("absent.yml",), (".", "absent.yml"), ("Dockerfile", "absent.yml")):
        ran = tool(repository, *arguments, "--format", "json")
        assert ran.status == 3, arguments
        assert [f["path"] for f in ran.json()["findings"] if f["rule"] == "file/unreadable"] == ["absent.yml"]
