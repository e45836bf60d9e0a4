"""`maverick-lint files` shows what a file is, as `check` reads it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from maverick_lint.cli.files import command


def kinds(root: Path) -> dict[str, tuple[str, str]]:
    done = CliRunner().invoke(command, ["--format", "json", "--all", str(root)])
    assert done.exit_code == 0
    return {Path(entry["path"]).name: (entry["kind"], entry["why"]) for entry in json.loads(done.stdout)}


def test_file_that_a_dockerfile_copies_to_nginx_is_shown_as_such(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM nginx:1.27\nCOPY proxy /etc/nginx/conf.d/proxy.conf\n")
    (tmp_path / "proxy").write_text("deny all;\n")
    (tmp_path / "other").write_text("deny all;\n")
    found = kinds(tmp_path)
    assert found["proxy"] == ("nginx", "lands at /etc/nginx/conf.d/proxy.conf")
    assert found["other"][0] == "text"


def test_file_that_a_configuration_includes_is_shown_as_such(tmp_path: Path) -> None:
    (tmp_path / "nginx.conf").write_text("events {}\nhttp { include headers; }\n")
    (tmp_path / "headers").write_text("add_header X-A b\n")
    assert kinds(tmp_path)["headers"] == ("nginx", "included by nginx.conf")


def test_nothing_is_claimed_where_nobody_speaks_of_nginx(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("proxy_set_header Host $host\n")
    assert kinds(tmp_path)["a"][0] == "text"
