"""A workflow that cannot be read costs no other file its findings."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

FOLDER = ".github/workflows/"
GOOD = {
    f"{FOLDER}ci.yml": "on: push\njobs:\n  a:\n    runs-on: ubuntu-lastest\n    steps:\n"
    "      - uses: ./.github/actions/b\n      - run: echo ${{ github.event.issue.title }}\n",
    f"{FOLDER}call.yml": "on: push\njobs: {a: {uses: ./.github/workflows/none.yml}}\n",
    ".github/actions/b/action.yml": "name: b\nruns: {using: composite, steps: [{run: 'echo ${{ inputs.x }}'}]}\n",
}
BROKEN = [
    "on: push\njobs:\n  a: [\n",
    "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'a}]}}\n",
    "\tjobs:\n",
    "",
    "- on\n",
    "on: push\njobs: &a {a: *a}\n",
    "on: {workflow_dispatch: {inputs: {logLevel: }}}\njobs: {a: {runs-on: x, steps: [{run: a}]}}\n",
    "on: push\njobs: " + "[" * 4000 + "\n",
    "on: push\x00\njobs: {}\n",
    "%YAML 9\n---\n<<: *none\n",
    "on: push\njobs: {a: {runs-on: x, if: '${{ (((((((( }}', steps: [{run: '${{ }}'}]}}\n",
]
RULES_HERE = {rule.id: rule for rule in ALL_RULES if rule.id.startswith("github-")}


def found(files: dict[str, str]) -> list[tuple[str, str, int]]:
    """Return what is found in the files that are whole."""
    settings = Settings(select=("ALL",))
    result = run(MemoryFiles(files), settings, make(RULES_HERE, settings))
    assert not result.crashed
    return sorted((f.location.path, f.rule, f.span.start) for f in result.findings if f.location.path in GOOD)


@pytest.mark.parametrize("broken", BROKEN)
def test_other_files_keep_their_findings(broken: str) -> None:
    """The other files have the same findings beside a broken one, before or behind it in the order of names."""
    alone = found(GOOD)
    assert {path for path, _, _ in alone} == set(GOOD)
    for name in ("a.yml", "z.yml"):
        assert found({**GOOD, f"{FOLDER}{name}": broken}) == alone
