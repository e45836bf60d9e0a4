"""Start-up is a feature: a run imports only what its files need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench.clean import CLEAN

from support import tool, write

NEVER = {"jsonschema", "sarif_om", "attr", "ruamel", "crossplane", "concurrent.futures", "difflib", "maverick_lint.dev"}
BY_FILE = {
    "Dockerfile": {"yaml", "promql_parser", "jsonschema_rs", "pathspec"},
    "compose.yaml": {"promql_parser", "jsonschema_rs", "pathspec", "tree_sitter"},
    ".github/workflows/ci.yml": {"promql_parser", "jsonschema_rs", "pathspec"},
    "nginx/snippets/proxy.conf": {"yaml", "promql_parser", "jsonschema_rs", "pathspec", "tree_sitter"},
    "prometheus/rules/app.yml": {"jsonschema_rs", "pathspec", "tree_sitter"},
    "systemd/shop.service": {"yaml", "promql_parser", "jsonschema_rs", "pathspec"},
    "scripts/backup.sh": {"yaml", "promql_parser", "jsonschema_rs", "pathspec"},
}


def imported(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a run has imported, from an index of rules as an installation has it."""
    code = (
        "import sys, json, pathlib\n"
        "import maverick_lint.registry.index as index\n"
        "entries = json.loads(pathlib.Path(sys.argv.pop(1)).read_text())\n"
        "index.entries = lambda: entries\n"
        "from maverick_lint.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: print('\\n'.join(['MODULES', *sys.modules]))\n"
    )
    index = folder.with_name("index.json")
    command = [sys.executable, "-c", code, str(index), *arguments]
    out = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    return set(out.partition("MODULES\n")[2].split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    code = "import json, sys; from maverick_lint.registry.index import entries; json.dump(entries(), sys.stdout)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    (tmp_path / "index.json").write_text(out)
    return tmp_path / "work"


@pytest.mark.parametrize("name", sorted(CLEAN))
def test_a_clean_file_imports_only_what_its_kind_needs(folder: Path, name: str) -> None:
    write(folder, {name: CLEAN[name]})
    modules = imported(folder)
    assert "maverick_lint.engine.run" in modules
    tops = {module.partition(".")[0] for module in modules}
    loaded = (NEVER | BY_FILE[name]) & (modules | tops)
    assert not loaded


def test_version_imports_no_click(folder: Path) -> None:
    modules = imported(folder, "--version")
    assert not {"click", "yaml", "maverick_lint.engine.run"} & modules


@pytest.mark.parametrize("name", sorted(CLEAN))
def test_the_clean_files_are_clean(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: CLEAN[name]})
    ran = tool(tmp_path, name, "--fail-on", "warning")
    assert ran.status == 0, ran.out
