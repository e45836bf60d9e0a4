"""The forms of values, beside what systemd 252 takes and refuses."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.config.model import Settings
from maverick_lint.core.finding import Finding
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.formats.systemd.calendar import is_calendar
from maverick_lint.formats.systemd.expected import nearest
from maverick_lint.formats.systemd.settings import known
from maverick_lint.formats.systemd.times import seconds
from maverick_lint.formats.systemd.values import LISTS, PATTERNS, WORDS, is_right, wrong_words
from maverick_lint.formats.systemd.words import words_of
from rule_examples import ALL_RULES

LINES = (Path(__file__).parent.parent / "fixtures" / "systemd" / "units.txt").read_text(encoding="utf-8").splitlines()
UNITS = [line for line in LINES if line.startswith(("+ ", "- "))]
JUDGES = (
    "systemd/syntax", "systemd/known-setting", "systemd/setting-value", "systemd/startable", "systemd/specifier",
    "systemd/deprecated-setting", "systemd/absolute-exec",
)  # fmt: skip


def findings_of(files: dict[str, str]) -> list[Finding]:
    """Return what these rules find."""
    chosen = Settings(select=JUDGES)
    return list(run(MemoryFiles(files), chosen, make({rule.id: rule for rule in ALL_RULES}, chosen)).findings)


def cut(line: str) -> tuple[int | None, str, str]:
    """Return the line that is refused (0 for the unit, None when it is taken), the name and the text."""
    mark, _, rest = line.partition(" ")
    wanted, _, rest = rest.partition(" ") if mark == "-" else ("", "", rest)
    name, _, text = rest.partition(" ")
    return int(wanted) if wanted else None, name, text.replace("¶", "\n") + "\n"


@pytest.mark.parametrize("line", UNITS)
def test_units_are_judged_as_systemd_does(line: str) -> None:
    wanted, name, text = cut(line)
    found = [one for one in findings_of({name: text}) if one.rule in JUDGES and one.level != "note"]
    if wanted is None:
        assert found == []
    elif wanted == 0:
        assert [one.rule for one in found] == ["systemd/startable"]
    else:
        assert {one.location.start.line for one in found} == {wanted}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("line", UNITS)
def test_systemd_says_so(line: str, tmp_path: Path) -> None:
    wanted, name, text = cut(line)
    (tmp_path / name).write_text(text)
    command = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(tmp_path / name)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()
    lines = {one.partition(f"{name}:")[2].partition(":")[0] for one in said if one.startswith(str(tmp_path))}
    refused = any("Refusing" in one for one in said)
    if wanted is None:
        assert not lines
        assert not refused
    else:
        assert refused if wanted == 0 else str(wanted) in lines


def test_every_form_of_the_table_is_described() -> None:
    forms = {setting.form for settings_ in known().values() for setting in settings_.values()}
    assert forms - {"text", "exec", "calendar", "syscalls"} <= WORDS.keys() | PATTERNS.keys() | LISTS.keys()


def test_the_right_value_is_guessed() -> None:
    assert nearest("memory", "512MB") == "512M"
    assert nearest("memory", "2g") == "2G"
    assert nearest("rlimit", "64K") == "65536"
    assert nearest("rlimit", "unlimited") == "infinity"
    assert nearest("quota", "0.5") == "50%"
    assert nearest("time", "10secs") == "10s"
    assert nearest("restart", "alway") == "always"
    assert nearest("bool", "enabled") == "yes"


def test_times() -> None:
    assert [seconds(text) for text in ("90", "1min 30s", "1h", "500ms", "infinity")] == [
        90,
        90,
        3600,
        0.5,
        float("inf"),
    ]
    assert seconds("soon") is None
    assert seconds("") is None


def test_words_keep_their_places() -> None:
    words, opened = words_of("A=b 'c d' e\"f g\"h \\; i")
    assert [word.text for word in words] == ["A=b", "c d", "ef gh", ";", "i"]
    assert opened is None
    assert words_of("say 'no")[1] == 4


@settings(max_examples=200, deadline=1000)
@given(st.sampled_from([*PATTERNS, *LISTS, "calendar"]), st.text(alphabet="1aMs.:/-%,* \"'~@", max_size=3000))
def test_no_value_takes_long(form: str, value: str) -> None:
    assert is_right(form, value) in (True, False)
    assert all(0 <= start < end <= len(value) for start, end in wrong_words(form, value))


@pytest.mark.parametrize("value", ["1" * 50_000 + "x", "1 " * 25_000 + "x", "1,1" * 20_000 + "x", "*/1-" * 10_000])
def test_long_values_are_read_in_linear_time(value: str) -> None:
    assert not any(is_right(form, value) for form in ("memory", "time", "limitbytes", "limitcpu", "size", "nice"))
    assert not is_calendar(value)


def test_drop_ins_are_part_of_their_unit() -> None:
    files = {"a.service.d/1.conf": "[Service]\nRestart=no\nExecStart=\n", "a.service.d/note.txt": "[Service]\nUser=x\n"}
    unit = "[Service]\nRestart=always\nExecStart=/bin/a\n"
    model = parse("systemd", Source("a.service", unit), FilesReader(MemoryFiles(files))).model
    assert model.value("Service", "Restart") == "no"
    assert model.value("Service", "User") is None
    assert model.listed("Service", "ExecStart") == []
    assert [entry.value for entry in model.entries("Service", "Restart")] == ["always"]
