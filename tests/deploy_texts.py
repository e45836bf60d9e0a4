"""Texts around deploy scripts, and what one rule finds in them."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules


def workflow(script: str, env: str = "") -> str:
    """Return a workflow with one deploy job that runs a script, with the variables of its step."""
    lines = "".join(f"          {line}\n" for line in script.splitlines())
    given_env = f"        env: {{{env}}}\n" if env else ""
    return (
        "on: workflow_dispatch\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n"
        f"      - run: |\n{lines}{given_env}"
    )


def found(rule: str, files: dict[str, str]) -> list[str]:
    """Return what a rule finds in files: path, line, and the text that the finding covers."""
    settings = Settings(select=(rule,))
    result = run(MemoryFiles(files), settings, make(rules(), settings))
    assert not result.crashed
    shown = []
    for one in result.findings:
        if one.rule == rule:
            text = files[one.location.path][one.span.start : one.span.end]
            shown.append(f"{one.location.path}:{one.location.start.line} {text}")
    return shown
