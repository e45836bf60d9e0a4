"""ShellCheck as a second opinion: one process over every shell script of a run.

The scripts are written to a folder of their own, with a directive in a line before them that names the dialect and
lines that set the variables known to be there; what ShellCheck finds is mapped back to the file. Its settings are
those of the project's `.shellcheckrc`, never those of the user's home, so that every machine finds the same.
Source: shellcheck(1), `--format=json1` and "Directives" (0.11, 2026-11).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING, Final, TypedDict

from maverick_lint.core.finding import Hit
from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span
from maverick_lint.engine import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.document import Script
    from maverick_lint.engine.judge import Judge

RULE: Final = "shell/shellcheck"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note", "style": "note"}
_SETTINGS: Final = ".shellcheckrc"
_SECONDS: Final = 300
_LARGEST: Final = 500_000  # characters of one script; ShellCheck's time grows faster than its input


class _Comment(TypedDict):
    """A comment in ShellCheck's report; lines and columns from 1."""

    file: str
    line: int
    endLine: int
    column: int
    endColumn: int
    level: str
    code: int
    message: str


@record
class _Written:
    """A script as it was written to its file, with the number of lines put before its own."""

    script: Script
    before: int


def check_scripts(judge: Judge, scripts: Sequence[Script]) -> None:
    """Add what ShellCheck finds in the scripts to the judge's findings; say so where it cannot run."""
    planned = judge.plan.active.get(RULE)
    scripts = [script for script in scripts if script.source.text.strip() and len(script.source.text) < _LARGEST]
    if planned is None or not scripts:
        return
    program = find()
    if program is None:
        judge.report(RULE, scripts[0].source.path, {}, Span(0, 0), "absent")
        return
    try:
        report = _run(program, judge, scripts)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        problem = str(error).strip().partition("\n")[0]
        judge.report(RULE, scripts[0].source.path, {"problem": problem}, Span(0, 0), "failed")
        judge.result.crashed.append(RULE)
        return
    passed = frozenset(planned.options.get("exclude") or ())
    for hit in _hits(report, passed):
        judge.result.findings.append(check.finding(planned, hit, None, judge))


def find() -> str | None:
    """Return the program: the one installed beside this Python, else the one on the path; None when there is none."""
    beside = os.path.join(os.path.dirname(sys.executable), "shellcheck")
    return beside if os.access(beside, os.X_OK) else shutil.which("shellcheck")


def _run(program: str, judge: Judge, scripts: Sequence[Script]) -> Iterator[tuple[_Written, _Comment]]:
    """Return every comment of ShellCheck with the script that it is about.

    Raises OSError, SubprocessError or ValueError when ShellCheck does not answer as it should.
    """
    with tempfile.TemporaryDirectory(prefix="maverick-lint-") as folder:
        rc = judge.files.read(_SETTINGS).text if _SETTINGS in judge.files.entries() else ""
        _write(os.path.join(folder, _SETTINGS), rc)
        files = {}
        for number, script in enumerate(scripts):
            name = f"{number}.sh"
            text, before = _text(script)
            _write(os.path.join(folder, name), text)
            files[name] = _Written(script, before)
        done = subprocess.run(  # noqa: S603 - the program is ShellCheck's, the arguments are ours
            [program, "--format=json1", "--", *files],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode not in (0, 1):
        raise ValueError(done.stderr or f"status {done.returncode}")
    comments = json.loads(done.stdout)["comments"]
    return ((files[comment["file"]], comment) for comment in comments)


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8", errors="replace", newline="") as stream:
        stream.write(text)


def _text(script: Script) -> tuple[str, int]:
    """Return what ShellCheck reads, and how many lines stand before the script's own."""
    text = script.source.text
    if not script.dialect:
        return text, 0
    names = sorted({name for name in script.variables if name.isidentifier() and name.isascii()})
    lines = [f"# shellcheck shell={script.dialect}", *(f"export {name}=1" for name in names)]
    return "\n".join([*lines, text]), len(lines)


def _hits(report: Iterator[tuple[_Written, _Comment]], passed: frozenset[str]) -> Iterator[Hit]:
    returns: set[int] = set()
    for written, comment in report:
        code = f"SC{comment['code']}"
        line = comment["line"] - written.before
        if code in passed or code in written.script.exempt or line < 1:
            continue
        if code == "SC1017":  # a carriage return, said of each line of the file
            if id(written) in returns:
                continue
            returns.add(id(written))
        source = written.script.source
        start = _offset(written, comment["line"], comment["column"])
        end = max(_offset(written, comment["endLine"], comment["endColumn"]), start)
        values = {"code": code, "text": comment["message"].strip()}
        place = Place(source.path, source.outer(Span(start, end)))
        yield Hit(place, values, equivalents=(f"shellcheck:{code}",), level=_LEVELS.get(comment["level"], ""))


def _offset(written: _Written, line: int, column: int) -> int:
    """Return the offset in a script of a place that ShellCheck names."""
    source = written.script.source
    starts = source.line_starts
    number = line - written.before
    if number > len(starts):
        return len(source.text)
    return min(starts[number - 1] + column - 1, len(source.text))
