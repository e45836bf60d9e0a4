"""`make corpus`: writes docs/corpus.md, the kinds of the files of real repositories, and what is of no kind."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from bench.environment import ROOT
from maverick_lint.engine.session import Request, lint

_SOURCE = (".md", ".rst", ".txt", ".html", ".py", ".js", ".ts", ".go", ".svg", ".png", ".lock", ".sum", ".mod", ".css")


def main() -> int:
    """Judge every repository of CORPUS, write the page, and return 1 when one ended with a crash."""
    corpus = Path(os.environ.get("CORPUS", ""))
    if not os.environ.get("CORPUS"):
        print("CORPUS is not set: docs/corpus.md is left as it is.")
        return 0
    kinds: Counter[str] = Counter()
    left: list[str] = []
    broken: list[str] = []
    repositories = sorted(path for path in corpus.iterdir() if path.is_dir())
    for repository in repositories:
        outcome = lint(Request((str(repository),), config=None))
        broken += [f"{repository.name}: {what}" for what in (*outcome.result.crashed, *outcome.result.unreadable)]
        for path, (kind, _) in outcome.result.guesses.items():
            kinds[kind] += 1
            if kind == "text" and not path.lower().endswith(_SOURCE) and "license" not in path.lower():
                left.append(f"{repository.name}/{path}")
    _write(len(repositories), kinds, left)
    print("\n".join(broken) or f"{sum(kinds.values())} files of {len(repositories)} repositories, no crash")
    return bool(broken)


def _write(repositories: int, kinds: Counter[str], left: list[str]) -> None:
    known = sum(number for kind, number in kinds.items() if kind != "text")
    lines = [
        "# Files of real repositories",
        "",
        f"{sum(kinds.values())} deploy and settings files of {repositories} repositories; {known} are of a known kind.",
        "`make corpus` writes this page.",
        "",
        "| kind | files |",
        "| --- | --- |",
        *(f"| {kind} | {number} |" for kind, number in sorted(kinds.items())),
        "",
        "## Read as text only",
        "",
        "What is no source and no prose, and still of no kind that is judged:",
        "",
        *(f"- {path}" for path in left[:100]),
    ]
    if len(left) > 100:  # noqa: PLR2004 - what a page can show
        lines.append(f"- and {len(left) - 100} more")
    (ROOT / "docs" / "corpus.md").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
