"""Writes docs/rules: a page for each rule and a table of all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from maverick_lint.registry.index import rule_from
from maverick_lint.registry.source import read_rules
from maverick_lint.report.page import page

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 4


def pages(root: Path) -> dict[str, str]:
    """Return the text of every page by its path below docs/rules."""
    entries = read_rules(root / "rules")
    texts = {f"{entry['id']}.md": _page(entry) for entry in entries}
    index = ["# Rules", "", f"{len(entries)} rules. `maverick-lint rule ID` prints a page on the terminal.", ""]
    index += ["| Kind | Rules |", "| --- | --- |"]
    for kind, group in groupby(entries, key=lambda entry: str(entry["id"]).partition("/")[0]):
        listed = list(group)
        texts[f"{kind}/README.md"] = _table(kind, listed)
        index.append(f"| [{kind}]({kind}/README.md) | {len(listed)} |")
    texts["README.md"] = "\n".join(index) + "\n"
    return texts


def _page(entry: dict[str, Any]) -> str:
    shown = [one for key in ("bad", "good") for one in [e for e in entry["examples"] if key in e][:SHOWN]]
    text = page(rule_from(entry), shown)
    head, _, rest = text.partition("\n")
    mark = f"<!-- Generated from rules/{entry['id']}.yaml by `python -m maverick_lint.dev docs`; do not edit. -->"
    left = len(entry["examples"]) - len(shown)
    more = f"\n{left} more examples are in rules/{entry['id']}.yaml; all of them run as tests.\n" if left else ""
    return f"{head}\n\n{mark}\n{rest}{more}"


def _table(kind: str, entries: list[dict[str, Any]]) -> str:
    lines = [f"# {kind}", "", "| Rule | Level | Profile | What it finds |", "| --- | --- | --- | --- |"]
    for entry in entries:
        name = entry["id"].partition("/")[2]
        lines.append(f"| [{name}]({name}.md) | {entry['level']} | {entry['profile']} | {entry['title']} |")
    return "\n".join(lines) + "\n"


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
        path.write_bytes(text.encode())
    return len(texts)


def stale(root: Path) -> list[str]:
    """Return the pages that are missing, outdated, or of no rule."""
    texts = pages(root)
    home = root / "docs" / "rules"
    present = {path.relative_to(home).as_posix(): path.read_bytes().decode() for path in home.glob("**/*.md")}
    return sorted(f"docs/rules/{name}" for name in {*texts, *present} if texts.get(name) != present.get(name))
