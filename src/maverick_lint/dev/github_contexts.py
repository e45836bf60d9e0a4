"""Makes formats/github/contexts.json, the properties of contexts and what functions take, and runners.txt, labels.

    npm install @actions/languageservice @actions/expressions
    python -m maverick_lint.dev.github_contexts node_modules DATE

Both packages are GitHub's own (MIT). Only names and numbers are taken, no descriptions.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Final

_TARGET: Final = Path(__file__).parent.parent / "formats" / "github"
_CONTEXTS: Final = ("github", "runner", "strategy", "steps", "jobs")
# What a run has besides, as actions/runner (GitHubContext.cs and the variables of a run) and docs.github.com, "Contexts
# reference", have it (2026-11-24).
_ALSO: Final = {
    "github": (
        "artifact_cache_size_limit", "job_workflow_sha", "output", "repository_visibility", "state", "step_summary",
    ),
}  # fmt: skip
_FUNCTION: Final = re.compile(r"name: \"(\w+)\".*?minArgs: (\d+),\s*maxArgs: (\d+|Number\.MAX_SAFE_INTEGER)", re.DOTALL)
_MANY: Final = 255
_LABELS: Final = re.compile(r"DEFAULT_RUNNER_LABELS = \[(.*?)\]", re.DOTALL)
# Labels that are no runners of GitHub's.
_OTHERS: Final = frozenset({"self-hosted", "codespaces-prebuild"})


def main(modules: str, as_of: str) -> None:
    """Write the table of two packages in a folder of npm, installed on the day `as_of`."""
    folder = Path(modules) / "@actions"
    path = folder / "languageservice" / "dist" / "context-providers" / "descriptions.min.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    properties = {
        name: " ".join(sorted({*(one.lower() for one in described[name]), *_ALSO.get(name, ())})) for name in _CONTEXTS
    }
    functions: dict[str, tuple[int, int]] = {}
    for file in sorted((folder / "expressions" / "dist" / "funcs").glob("*.js")):
        written = _FUNCTION.search(file.read_text(encoding="utf-8"))
        if written is not None:
            functions[written[1].lower()] = (int(written[2]), int(written[3]) if written[3].isdigit() else _MANY)
    versions = [
        f"{name} {json.loads((folder / name / 'package.json').read_text(encoding='utf-8'))['version']}"
        for name in ("languageservice", "expressions")
    ]
    parts = {
        "source": f"npm @actions/{versions[0]} and @actions/{versions[1]}, MIT, GitHub Inc.",
        "as_of": as_of,
        "contexts": " ".join(described["root"]),
        "properties": properties,
        "functions": functions,
    }
    lines = [f"{json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items()]
    (_TARGET / "contexts.json").write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    providers = folder / "languageservice" / "dist" / "value-providers" / "default.js"
    found = _LABELS.search(providers.read_text(encoding="utf-8"))
    labels = re.findall(r'"([^"]+)"', found[1]) if found is not None else []
    head = f"# npm @actions/{versions[0]}, MIT, GitHub Inc.; {as_of}"
    text = "\n".join((head, *sorted(set(labels) - _OTHERS)))
    (_TARGET / "runners.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
