"""nginx itself says which configurations are broken, and in which line; ours must agree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.core.finding import Finding
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

FIXTURES = Path(__file__).parents[1] / "fixtures" / "nginx"
WRAPPERS = {
    "main": ("", ""),
    "http": ("events {} http {\n", "}\n"),
    "server": ("events {} http { server {\n", "}}\n"),
    "location": ("events {} http { server { location / {\n", "}}}\n"),
    "stream": ("events {} stream {\n", "}\n"),
    "mail": ("events {} mail {\n", "}\n"),
}
SETTINGS = Settings(profile="essential", select=("nginx",))
PLAN = make(rules(), SETTINGS)
ESSENTIAL = {rule.id for rule in rules().values() if rule.profile == "essential"}
NGINX = shutil.which("nginx")
# nginx sees these only at the end of the file or of a later block; ours points at the cause.
EARLIER = {"quote not closed", "quotes that do not match", "certificate missing", "log format whose quote lacks"}

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


def cases(*files: str) -> list[tuple[str, str]]:
    found = []
    for file in files:
        for part in (FIXTURES / file).read_text().split("=== ")[1:]:
            head, _, body = part.partition("\n")
            name, _, wrapper = head.partition(" | ")
            before, after = WRAPPERS[wrapper]
            found.append((name, before + body + after))
    return found


def errors(text: str) -> list[Finding]:
    result = run(MemoryFiles({"nginx.conf": text}), SETTINGS, PLAN)
    assert not result.crashed
    return [finding for finding in result.findings if finding.rule in ESSENTIAL]


def nginx(text: str, folder: Path) -> tuple[bool, int | None]:
    """Return whether nginx takes a configuration, and the line that it names where it does not."""
    (folder / "nginx.conf").write_text(text)
    command = [str(NGINX), "-t", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    first = next((line for line in done.stderr.splitlines() if "[emerg]" in line), "")
    match = re.search(r":(\d+)$", first)
    return done.returncode == 0, int(match[1]) if match else None


BROKEN = cases(
    *(f"broken_{name}.txt" for name in ("syntax", "meaning", "values", "more", "third", "fourth", "fifth", "sixth"))
)
VALID = cases("valid.txt", "valid_more.txt", "valid_fourth.txt", "valid_sixth.txt")
# Debian's nginx has these two modules in packages of their own: beside nginx they were tried by hand.
BROKEN_STREAMS = cases("broken_streams.txt")
VALID_STREAMS = cases("valid_streams.txt")


@pytest.mark.parametrize("text", [*dict(BROKEN + BROKEN_STREAMS).values()], ids=[*dict(BROKEN + BROKEN_STREAMS)])
def test_broken_is_found(text: str) -> None:
    assert errors(text)


@pytest.mark.parametrize("text", [*dict(VALID + VALID_STREAMS).values()], ids=[*dict(VALID + VALID_STREAMS)])
def test_valid_draws_no_error(text: str) -> None:
    assert [(finding.location.start, finding.rule, finding.message) for finding in errors(text)] == []


@needs_nginx
@pytest.mark.parametrize(("name", "text"), BROKEN, ids=[name for name, _ in BROKEN])
def test_nginx_refuses_the_same_line(name: str, text: str, tmp_path: Path) -> None:
    taken, line = nginx(text, tmp_path)
    assert not taken
    if line is not None and name not in EARLIER:
        # Where a semicolon is missing, nginx names the line after it.
        assert {line, line - 1} & {finding.location.start.line for finding in errors(text)}


@needs_nginx
@pytest.mark.parametrize("text", [text for _, text in VALID], ids=[name for name, _ in VALID])
def test_nginx_takes_what_is_valid(text: str, tmp_path: Path) -> None:
    assert nginx(text, tmp_path) == (True, None)


def test_corpus_draws_no_error_from_the_directive_table() -> None:
    corpus = os.environ.get("CORPUS")
    if not corpus:
        pytest.skip("the environment variable CORPUS names no folder")
    root = Path(corpus) / "h5bp__server-configs-nginx"
    texts = {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*.conf")}
    result = run(MemoryFiles(texts), SETTINGS, PLAN)
    assert texts
    assert [finding.message for finding in result.findings if finding.rule in ESSENTIAL] == []
