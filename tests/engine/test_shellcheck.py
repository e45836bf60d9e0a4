"""ShellCheck's findings stand at their true places; one process is started for all scripts of a run."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from maverick_lint.cli.check import command
from maverick_lint.config.model import Settings
from maverick_lint.engine import shellcheck
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import Result, run
from rule_examples import ALL_RULES

RULES = {rule.id: rule for rule in ALL_RULES}
DOCKERFILE = """FROM debian:bookworm-slim
ENV DIR=/app
ARG VERSION
RUN --mount=type=cache,target=/c cd $DIR && \\
    # a comment between
    echo $VERSION $1
RUN <<EOF
cd /tmp || exit 1
rm $1
EOF
"""
STUB = """#!{python}
import json, os, pathlib, sys
log = pathlib.Path({log!r})
names = sys.argv[sys.argv.index("--") + 1:]
texts = {{name: pathlib.Path(name).read_text() for name in names}}
calls = json.loads(log.read_text()) if log.exists() else []
calls.append({{"texts": texts, "rc": pathlib.Path(".shellcheckrc").read_text()}})
log.write_text(json.dumps(calls))
comments = []
for name, text in texts.items():
    for number, line in enumerate(text.splitlines(), 1):
        column = line.find("$1") + 1
        if column:
            place = {{"file": name, "line": number, "endLine": number, "column": column, "endColumn": column + 2}}
            comments.append({{**place, "level": "info", "code": 2086, "message": "Quote it.", "fix": None}})
print(json.dumps({{"comments": comments}}))
sys.exit(1 if comments else 0)
"""


def judged(texts: dict[str, str], exclude: tuple[str, ...] = ()) -> Result:
    options = {"shell/shellcheck": {"exclude": exclude}} if exclude else {}
    chosen = Settings(select=("shell/shellcheck",), shellcheck=True, options=options)
    return run(MemoryFiles(texts, ()), chosen, make(RULES, chosen))


def shown(result: Result) -> list[str]:
    return [
        f"{f.location.path}:{f.location.start.line}:{f.location.start.column} {f.message} {f.level}"
        for f in result.findings
        if f.suppression is None
    ]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a stub in ShellCheck's place that finds every `$1` and writes down what it was given."""
    program = tmp_path / "shellcheck"
    program.write_text(STUB.format(python=sys.executable, log=str(tmp_path / "log.json")))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(shellcheck, "find", lambda: str(program))
    return tmp_path / "log.json"


def test_places_in_a_dockerfile(log: Path) -> None:
    result = judged({"Dockerfile": DOCKERFILE})
    assert shown(result) == [
        "Dockerfile:6:19 SC2086: Quote it. note",
        "Dockerfile:9:4 SC2086: Quote it. note",
    ]
    assert result.findings[0].equivalents == ("shellcheck:SC2086",)
    (call,) = json.loads(log.read_text())
    first, second = call["texts"].values()
    assert first.startswith("# shellcheck shell=dash\n")
    assert "export DIR=1\n" in first
    assert "export VERSION=1\n" in first
    assert second.endswith("cd /tmp || exit 1\nrm $1\n")


def test_one_process_for_scripts_of_all_kinds(log: Path) -> None:
    workflow = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.ref }} $1\n"
    result = judged(
        {
            ".github/workflows/a.yml": workflow,
            ".gitlab-ci.yml": "a:\n  script:\n    - ls\n    - echo $1\n",
            "run.sh": '#!/bin/bash\necho "ä" $1\n',
            "z.zsh": "#!/bin/zsh\necho $1\n",
            ".shellcheckrc": "disable=SC2001\n",
        }
    )
    assert [line.partition(" ")[0] for line in shown(result)] == [
        ".github/workflows/a.yml:6:37",
        ".gitlab-ci.yml:4:12",
        "run.sh:2:10",
    ]
    calls = json.loads(log.read_text())
    assert len(calls) == 1
    assert calls[0]["rc"] == "disable=SC2001\n"
    assert "echo _________________ $1" in "".join(calls[0]["texts"].values())


def test_comments_and_options_silence(log: Path) -> None:
    text = "FROM alpine:3.20\n# shellcheck disable=SC2086\nRUN echo $1\n"
    assert shown(judged({"Dockerfile": text})) == []
    assert shown(judged({"Dockerfile": DOCKERFILE}, exclude=("SC2086",))) == []
    assert log.exists()


def test_nothing_runs_unless_asked(log: Path) -> None:
    chosen = Settings(select=("shell/shellcheck",))
    assert not run(MemoryFiles({"Dockerfile": DOCKERFILE}, ()), chosen, make(RULES, chosen)).findings
    assert not log.exists()


def test_the_command_line_asks_for_it(log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "run.sh").write_text("#!/bin/sh\nrm $1\n")
    monkeypatch.chdir(project)
    arguments = ["--no-config", "--select", "shell/shellcheck", "--format", "concise"]
    assert "SC2086" not in CliRunner().invoke(command, [*arguments, "."]).output
    assert "run.sh:2:4" in CliRunner().invoke(command, [*arguments, "--shellcheck", "."]).output
    assert len(json.loads(log.read_text())) == 1


def test_a_missing_program_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shellcheck, "find", lambda: None)
    (line,) = shown(judged({"Dockerfile": DOCKERFILE}))
    assert "is not installed here" in line


@pytest.mark.parametrize("script", ["exit 3", "echo nonsense"])
def test_a_failing_program_is_no_silence(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "shellcheck"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(shellcheck, "find", lambda: str(program))
    result = judged({"Dockerfile": DOCKERFILE})
    assert result.broken
    assert "could not judge the scripts" in shown(result)[0]


@pytest.mark.skipif(shellcheck.find() is None, reason="ShellCheck is not installed")
def test_the_real_program() -> None:
    lines = shown(judged({"Dockerfile": DOCKERFILE}))
    assert any(line.startswith("Dockerfile:9:4 SC2086") for line in lines)
    assert not any("SC2154" in line for line in lines)
