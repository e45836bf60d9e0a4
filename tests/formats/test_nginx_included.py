"""Faults that show only when a configuration is read together with what it includes; nginx itself agrees."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

FIXTURES = Path(__file__).parents[1] / "fixtures" / "nginx"
SETTINGS = Settings(profile="essential", select=("nginx",))
PLAN = make(rules(), SETTINGS)
NGINX = shutil.which("nginx")


def cases() -> dict[str, dict[str, str]]:
    found = {}
    for part in (FIXTURES / "broken_included.txt").read_text().split("=== ")[1:]:
        name, _, rest = part.partition("\n")
        main, *others = rest.split("--- ")
        found[name] = {"nginx.conf": main} | {
            path: text for path, _, text in (other.partition("\n") for other in others)
        }
    return found


CASES = cases()


@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_broken_is_found(files: dict[str, str]) -> None:
    result = run(MemoryFiles(files), SETTINGS, PLAN)
    assert not result.crashed
    assert result.findings


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_nginx_refuses_it(files: dict[str, str], tmp_path: Path) -> None:
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    command = [str(NGINX), "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", "stderr"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # A file that includes itself overflows nginx's stack: it dies without a word.
    assert done.returncode
    assert "[emerg]" in done.stderr or done.returncode < 0
