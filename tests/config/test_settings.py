"""Settings: where they come from, what they do, and how mistakes in them are said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maverick_lint.config.lines import toml_line
from maverick_lint.config.load import load, read, schema
from maverick_lint.config.model import Settings
from maverick_lint.core.record import field_names
from maverick_lint.select.glob import matches
from support import checkout, tool, write

TOML = """\
# settings
profile = "strict"
ignore = ["dockerfile/healthcheck"]
exclude = ["vendor/"]
require-reason = true

[per-file-ignores]
"tests/**" = ["compose"]

[levels]
"compose/obsolete-version" = "error"

[kinds]
"deploy/*.inc" = "shell"
"""


def test_every_key_of_the_schema_is_a_field_and_the_defaults_agree() -> None:
    names = {name.replace("_", "-") for name in field_names(Settings)} - {"sources"}
    properties = schema()["properties"]
    assert names == set(properties)
    for name, part in properties.items():
        default = getattr(Settings(), name.replace("-", "_"))
        assert json.loads(json.dumps(list(default) if isinstance(default, tuple) else default)) in (part["default"], [])


@pytest.mark.parametrize("name", [".maverick-lint.toml", "pyproject.toml"])
def test_toml_files_are_read_with_the_line_of_each_value(tmp_path: Path, name: str) -> None:
    text = TOML
    if name == "pyproject.toml":
        text = "[tool.maverick-lint]\n" + TOML.replace("[per", "[tool.maverick-lint.per")
        text = text.replace("[levels", "[tool.maverick-lint.levels").replace("[kinds", "[tool.maverick-lint.kinds")
    write(tmp_path, {name: text})
    settings = load(str(tmp_path), {})
    assert settings.profile == "strict"
    assert settings.ignore == ("dockerfile/healthcheck",)
    assert settings.per_file_ignores == (("tests/**", ("compose",)),)
    assert settings.levels == {"compose/obsolete-version": "error"}
    assert settings.kinds == (("deploy/*.inc", "shell"),)
    line = next(number for number, one in enumerate(text.splitlines(), 1) if one.startswith("ignore"))
    assert settings.sources["ignore"].endswith(f"{name}:{line}")


def test_yaml_files_are_read_the_same(tmp_path: Path) -> None:
    write(
        tmp_path, {".maverick-lint.yaml": "profile: strict\nignore:\n  - dockerfile/healthcheck\nrequire-reason: yes\n"}
    )
    ran = tool(tmp_path, "config", "show")
    assert ran.status == 2
    assert ".maverick-lint.yaml:4: `require-reason`" in ran.err
    write(tmp_path, {".maverick-lint.yaml": "profile: strict\nignore:\n  - dockerfile/healthcheck\n"})
    values, lines = read(str(tmp_path / ".maverick-lint.yaml"))
    assert values == {"profile": "strict", "ignore": ("dockerfile/healthcheck",)}
    assert lines == {"profile": 1, "ignore": 2}


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    write(tmp_path, {".maverick-lint.toml": 'profile = "strict"\n'})
    shown = tool(tmp_path, "config", "show", "--profile", "essential").out
    assert 'profile = "essential"  # command line' in shown
    assert 'profile = "strict"  # .maverick-lint.toml:1' in tool(tmp_path, "config", "show").out
    assert 'profile = "standard"  # default' in tool(tmp_path, "config", "show", "--no-config").out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profle = 'strict'\n", ".maverick-lint.toml:1: unknown key `profle`; did you mean `profile`?"),
        ("\nprofile = 'strickt'\n", '.maverick-lint.toml:2: `profile`: "strickt" is not one of'),
        ("ignore = ['dockerfile/healthchek']\n", ".maverick-lint.toml:1: `ignore`: no rule is called"),
        ("ignore = ['dockerfile/healthchek']\n", "did you mean `dockerfile/healthcheck`?"),
        ("[levels]\n'repo/file-lenght' = 'error'\n", "toml:2: `levels.repo/file-lenght`: no rule is called"),
        ("[levels]\n'repo/file-length' = 'loud'\n", ".maverick-lint.toml:2: `levels.repo/file-length`"),
        ("[options.'repo/file-length']\nmaxx = 3\n", "no option is called `maxx`; did you mean `max`?"),
        ("[options.'repo/file-length']\nmax = 'x'\n", '`max`: "x" is not of type "integer"'),
        ("[kinds]\n'*.inc' = 'shel'\n", "toml:2: `kinds.*.inc`: no kind is called `shel`; did you mean `shell`?"),
        ("profile = \n", "is no valid TOML"),
        ("profile = 3\n", "`profile`"),
    ],
)  # fmt: skip
def test_mistakes_name_key_file_line_and_the_nearest_valid_key(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, {".maverick-lint.toml": text, "Dockerfile": "FROM scratch\n"})
    ran = tool(tmp_path)
    assert ran.status == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert not ran.out


def test_an_unknown_rule_on_the_command_line_is_wrong_usage(tmp_path: Path) -> None:
    ran = tool(tmp_path, "--select", "dockerfile/healthchek")
    assert ran.status == 2
    assert "command line: `select`: no rule is called `dockerfile/healthchek`" in ran.err


def test_kinds_and_exclude_decide_what_is_read(tmp_path: Path) -> None:
    write(checkout(tmp_path), {
        ".maverick-lint.toml": 'exclude = ["old/"]\n[kinds]\n"*.img" = "dockerfile"\n',
        "a.img": "NONSENSE\n", "old/Dockerfile": "NONSENSE\n",
    })  # fmt: skip
    ran = tool(tmp_path, "--select", "dockerfile/syntax", "--format", "json")
    assert {finding["path"] for finding in ran.json()["findings"]} == {"a.img"}
    named = tool(tmp_path, "--select", "dockerfile/syntax", "--format", "json", "old/Dockerfile")
    assert named.json()["findings"] == []


def test_lines_of_toml_keys() -> None:
    text = "a = 1\n[t.'x/y']\nb = 2\n[t]\nc.d = 3\n"
    assert toml_line(text, ["a"]) == 1
    assert toml_line(text, ["t", "x/y", "b"]) == 3
    assert toml_line(text, ["t", "c", "d"]) == 5
    assert toml_line(text, ["t", "unknown"]) == 4


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "docs/a.md", True), ("docs/*.md", "docs/x/a.md", False), ("docs/**/*.md", "docs/x/y/a.md", True),
        ("docs/**/*.md", "docs/a.md", True), ("vendor/", "vendor/a/b", True), ("vendor/", "vendor", False),
        ("/a", "x/a", False), ("a", "x/a/b", True), ("a?c", "abc", True), ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False), ("a.c", "abc", False), ("**", "x/y", True), ("x/**", "x/y/z", True),
    ],
)  # fmt: skip
def test_globs(glob: str, path: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert matches(glob, path) is expected
