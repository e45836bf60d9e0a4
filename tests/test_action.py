"""The GitHub Action: its shell steps are run here, with a stand-in for the runner around them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from support import checkout, git, write

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Runner:
    """Stands in for GitHub's runner: evaluates `env`, runs the shell steps, keeps outputs and the job summary.

    `home` is the runner's temporary folder; when the tool is `installed` there, the step that does so is left out.
    """

    workspace: Path
    temp: Path
    event: dict[str, Any]
    home: Path
    installed: bool = False

    def run(self, **inputs: str) -> tuple[int, dict[str, str], str]:
        """Run the action; return its status, its outputs, and its log."""
        values = {name: str(part.get("default", "")) for name, part in ACTION["inputs"].items()}
        values.update({name.replace("_", "-"): value for name, value in inputs.items()})
        outputs: dict[str, dict[str, str]] = {}
        log, status = "", 0
        for number, step in enumerate(ACTION["runs"]["steps"]):
            if "uses" in step:
                log += f"[uses {step['uses']}]\n" * self._holds(step["if"], values, outputs)
                continue
            if status:
                break
            if number == 0 and self.installed:
                continue
            done = self._shell(step, values, outputs, number)
            log += done.stdout + done.stderr
            status = done.returncode
            outputs[step.get("id", str(number))] = self._outputs(number)
        return status, outputs.get("run", {}), log

    def _shell(
        self, step: dict[str, Any], values: dict[str, str], outputs: dict[str, dict[str, str]], number: int
    ) -> subprocess.CompletedProcess[str]:
        (self.temp / "event.json").write_text(json.dumps(self.event))
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.home),
            "GITHUB_OUTPUT": str(self.temp / f"output-{number}"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_EVENT_PATH": str(self.temp / "event.json"),
            "PYTHON": sys.executable,
        }
        env |= {key: self._value(text, values, outputs) for key, text in step.get("env", {}).items()}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        return subprocess.run(command, cwd=self.workspace, env=env, capture_output=True, text=True, check=False)

    def _value(self, text: str, values: dict[str, str], outputs: dict[str, dict[str, str]]) -> str:
        def replaced(match: re.Match[str]) -> str:
            if match[1] == "github.action_path":
                return str(ROOT)
            if match[1].startswith("inputs."):
                return values[match[1].removeprefix("inputs.")]
            step, _, name = match[1].removeprefix("steps.").partition(".outputs.")
            return outputs[step].get(name, "")

        return EXPRESSION.sub(replaced, text)

    @staticmethod
    def _holds(condition: str, values: dict[str, str], outputs: dict[str, dict[str, str]]) -> bool:
        assert condition == "${{ inputs.upload-sarif == 'true' && steps.run.outputs.sarif-file != '' }}"
        return values["upload-sarif"] == "true" and bool(outputs["run"].get("sarif-file"))

    def _outputs(self, number: int) -> dict[str, str]:
        path = self.temp / f"output-{number}"
        lines = path.read_text().splitlines() if path.exists() else []
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a runner's temporary folder in which the action has installed the tool once."""
    temp = tmp_path_factory.mktemp("runner")
    status, _, log = Runner(write(temp / "w", {"README.md": "# x\n"}), temp, {}, temp).run(fail_on="never")
    assert status == 0, log
    assert "maverick-lint 0." in log
    return temp


@pytest.fixture
def runner(tmp_path: Path, installed: Path) -> Runner:
    """Return a runner with a repository that has one error; the installed environment is used again."""
    temp = tmp_path / "temp"
    temp.mkdir()
    write(
        checkout(tmp_path / "work"),
        {"Dockerfile": "FROM scratch\nNONSENSE\n", "b/Dockerfile": "FROM scratch\nUSER 1\n"},
    )
    git(tmp_path / "work", "add", ".")
    git(tmp_path / "work", "commit", "-qm", "one")
    return Runner(tmp_path / "work", temp, {}, installed, installed=True)


def test_findings_fail_the_job_after_the_reports_are_written(runner: Runner) -> None:
    status, outputs, log = runner.run(args="--select dockerfile/syntax", upload_sarif="true")
    assert status == 1, log
    assert outputs == {
        "exit-code": "1",
        "errors": "1",
        "warnings": "0",
        "notes": "0",
        "sarif-file": "maverick-lint.sarif",
    }
    assert "::error file=Dockerfile,line=2" in log
    assert "[uses github/codeql-action/upload-sarif@" in log
    data = json.loads((runner.workspace / "maverick-lint.sarif").read_text())
    assert len(data["runs"][0]["results"]) == 1
    assert "| error | `Dockerfile:2:1` |" in (runner.temp / "summary.md").read_text()


def test_annotations_summary_and_upload_can_be_switched_off(runner: Runner) -> None:
    status, _, log = runner.run(
        args="--select dockerfile/syntax", annotations="false", summary="false", fail_on="never", paths="b Dockerfile"
    )
    assert status == 0
    assert "::error" not in log
    assert "[uses" not in log
    assert not (runner.temp / "summary.md").exists()


def test_only_what_changed_is_reported_on_a_pull_request(runner: Runner) -> None:
    base = git(runner.workspace, "rev-parse", "HEAD").strip()
    git(runner.workspace, "checkout", "-qb", "change")
    write(runner.workspace, {"b/Dockerfile": "FROM scratch\nNONSENSE\n"})
    git(runner.workspace, "commit", "-qam", "two")
    runner.event = {"pull_request": {"base": {"sha": base}}}
    _, outputs, log = runner.run(args="--select dockerfile/syntax", only_changed="true")
    assert outputs["errors"] == "1"
    assert "file=b/Dockerfile" in log


def test_without_the_base_commit_everything_is_checked_and_that_is_said(runner: Runner) -> None:
    runner.event = {"pull_request": {"base": {"sha": "0" * 40}}}
    _, outputs, log = runner.run(args="--select dockerfile/syntax", only_changed="true")
    assert outputs["errors"] == "1"
    assert "::warning title=maverick-lint::the base commit is not here" in log


def test_wrong_settings_fail_with_their_message(runner: Runner) -> None:
    write(runner.workspace, {".maverick-lint.toml": "profle = 'x'\n"})
    status, outputs, log = runner.run()
    assert status == 2
    assert "unknown key `profle`" in log
    assert outputs == {"exit-code": "2"}


def test_no_input_reaches_a_shell_as_code(runner: Runner) -> None:
    runner.run(paths="$(touch pwned) `touch pwned` ; touch pwned", args="", fail_on="never")
    assert not (runner.workspace / "pwned").exists()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_actions_are_pinned_by_commit_and_the_interpreter_is_checked(tmp_path: Path) -> None:
    for step in ACTION["runs"]["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])
    old = write(tmp_path, {"python3": "#!/bin/sh\nexit 1\n"}) / "python3"
    old.chmod(0o755)
    env = {"PATH": os.environ["PATH"], "RUNNER_TEMP": str(tmp_path), "ACTION_PATH": str(ROOT), "PYTHON": str(old)}
    bash = shutil.which("bash") or "bash"
    done = subprocess.run([bash, str(ROOT / "action/install.sh")], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Python 3.11 or newer is needed" in done.stdout
