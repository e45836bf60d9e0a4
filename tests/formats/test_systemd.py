"""systemd units: lines, sections, positions, commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.core.document import Document
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse
from maverick_lint.formats.detection import file_name
from maverick_lint.formats.systemd.detect import by_content
from maverick_lint.formats.systemd.settings import known

FIXTURES = Path(__file__).parents[1] / "fixtures" / "systemd"

UNIT = """\
# Shop
[Unit]
Description=The shop
After=network.target \\
  # not this line
  docker.service

[Service]
EnvironmentFile=-/etc/shop.env
ExecStartPre=-/usr/bin/docker rm -f shop
ExecStart=/usr/bin/docker run --rm \\
    --name shop shop:1
ExecReload=/bin/sh -c 'kill -HUP 1 && true'
Restart = always
User=
"""


def read(text: str, path: str = "shop.service") -> Document[Any]:
    return parse("systemd", Source(path, text), FilesReader(MemoryFiles({})))


def test_sections_settings_and_their_places() -> None:
    unit = read(UNIT).model
    assert [section.name for section in unit.sections] == ["Unit", "Service"]
    assert unit.words("Unit", "After") == ("network.target", "docker.service")
    restart = next(unit.entries("Service", "Restart"))
    assert UNIT[restart.key_span.start : restart.key_span.end] == "Restart"
    assert UNIT[restart.span.start : restart.span.end] == "always"
    start = next(unit.entries("Service", "ExecStart"))
    assert start.value == "/usr/bin/docker run --rm --name shop shop:1"
    assert UNIT[start.span.start : start.span.end].endswith("--name shop shop:1")
    assert unit.value("Service", "User") is None


def test_an_empty_value_begins_a_list_anew() -> None:
    assert read("[Unit]\nAfter=a b\nAfter=\nAfter=c\n").model.words("Unit", "After") == ("c",)


def test_facts_hold_the_commands_with_their_places() -> None:
    [fact] = facts_of(read(UNIT))
    unit = fact.value
    assert isinstance(unit, UnitFact)
    assert [command.name for command in unit.commands] == ["docker", "docker", "sh", "kill", "true"]
    name = unit.commands[1].words[4]
    assert UNIT[name.place.span.start : name.place.span.end] == "shop"
    assert (unit.name, unit.restart, unit.user, unit.environment_files) == (
        "shop.service",
        "always",
        None,
        ("/etc/shop.env",),
    )


@pytest.mark.parametrize(
    ("text", "token", "part"),
    [
        ("[Unit\nDescription=x\n", "[Unit", "does not end"),
        ("[Service]\nExecStart /bin/x\n", "ExecStart /bin/x", "no `=`"),
        ("Restart=always\n[Service]\n", "Restart", "before every section"),
    ],
)
def test_lines_that_systemd_cannot_read(text: str, token: str, part: str) -> None:
    [error] = read(text).errors
    assert text[error.span.start : error.span.end] == token
    assert part in error.message


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("app.service", "[Unit]\n", True),
        ("etc/app.service.d/limits.conf", "[Service]\n", True),
        ("app.service.j2", "[Service]\nUser={{ u }}\n", True),
        ("dbus.service", "[D-BUS Service]\nName=x\n[Service]\n", False),
        ("avahi.service", "<service-group/>\n", False),
        ("nginx/conf.d/x.conf", "[Service]\n", False),
    ],
)
def test_which_files_are_units(path: str, text: str, *, expected: bool) -> None:
    assert (by_content(file_name(path), text) is not None) == expected


def test_templates_are_not_judged() -> None:
    assert read("[Service]\nUser={{ u }}\n", "app.service.j2").model is None


def test_drop_ins_carry_the_name_of_their_unit() -> None:
    unit = read("[Service]\nUser=x\n", "etc/app.service.d/user.conf").model
    assert (unit.name, unit.type, unit.drop_in) == ("app.service", "service", True)


def test_settings_stand_where_the_manual_puts_them() -> None:
    table = known()
    assert "StartLimitIntervalSec" in table["Unit"]
    assert "StartLimitIntervalSec" not in table["Service"]
    assert {"Restart", "User", "MemoryMax", "KillMode"} <= table["Service"].keys()
    assert "ConditionPathExists" in table["Unit"]
    assert all(name[0].isupper() and name.isalnum() for names in table.values() for name in names)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]=#;\\ab \t\n\r'\"$", max_size=60))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    document = read(text)
    for section in document.model.sections:
        assert 0 <= section.span.start <= section.span.end <= len(text)
        for entry in section.entries:
            assert text[entry.key_span.start : entry.key_span.end] == entry.key
            assert entry.span.end <= len(text)
    for error in document.errors:
        assert error.span.end <= len(text)
    list(facts_of(document))


def test_newer_settings_are_those_that_newer_managers_list() -> None:
    ours: dict[str, set[int]] = {}
    for section in known().values():
        for key, setting in section.items():
            if setting.since:
                ours.setdefault(key, set()).add(setting.since)
    lines = (FIXTURES / "since.tsv").read_text(encoding="utf-8").splitlines()
    facts = [line.split("\t") for line in lines if not line.startswith("#")]
    assert ours.keys() == {key for key, *_ in facts}
    for key, without, first, manual in facts:
        assert all(int(without) < version <= int(first) for version in ours[key]), key
        assert manual == "-" or ours[key] == {int(manual)}, key
