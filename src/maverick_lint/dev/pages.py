"""Writes docs/rules: a page for each rule and a table of all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maverick_lint.registry.index import rule_from
from maverick_lint.registry.source import read_rules
from maverick_lint.report.page import page

if TYPE_CHECKING:
    from pathlib import Path


def pages(root: Path) -> dict[str, str]:
    """Return the text of every page by its path below docs/rules."""
    entries = read_rules(root / "rules")
    texts = {f"{entry['id']}.md": page(rule_from(entry), entry["examples"]) for entry in entries}
    lines = ["# Rules", "", f"{len(entries)} rules. `maverick-lint rule ID` prints a page on the terminal.", ""]
    for kind, group in groupby(entries, key=lambda entry: entry["id"].partition("/")[0]):
        lines += [f"## {kind}", "", "| Rule | Level | Profile | What it finds |", "| --- | --- | --- | --- |"]
        lines += [
            f"| [{entry['id']}]({entry['id']}.md) | {entry['level']} | {entry['profile']} | {entry['title']} |"
            for entry in group
        ]
        lines.append("")
    texts["README.md"] = "\n".join(lines).rstrip() + "\n"
    return texts


def write(root: Path) -> int:
    """Write all pages, delete those of rules that are gone, and return how many there are."""
    texts = pages(root)
    home = root / "docs" / "rules"
    for path in home.glob("**/*.md"):
        if path.relative_to(home).as_posix() not in texts:
            path.unlink()
    for name, text in texts.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return len(texts)


def stale(root: Path) -> list[str]:
    """Return the pages that are missing, outdated, or of no rule."""
    texts = pages(root)
    home = root / "docs" / "rules"
    present = {path.relative_to(home).as_posix(): path.read_text() for path in home.glob("**/*.md")}
    return sorted(f"docs/rules/{name}" for name in {*texts, *present} if texts.get(name) != present.get(name))
