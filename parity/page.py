"""The pages docs/parity/<kind>.md: a section for each peer, replaced when that peer is compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.environment import ROOT

from parity.compare import Row, reasons
from parity.peer import Verdict


@dataclass(slots=True)
class Figures:
    """Of one comparison: the files, those it refuses, and its findings that we share, miss, or rightly lack."""

    files: int
    refused: int
    agreed: int = 0
    missed: int = 0
    stated: int = 0

    @property
    def share(self) -> float:
        """Say how much of what it finds outside the stated deviations we find too, in percent."""
        return 100 * self.agreed / max(self.agreed + self.missed, 1)


def section(
    table: Mapping[str, Row],
    names: Mapping[str, Sequence[str]],
    figures: Figures,
    given: Mapping[str, Any],
    theirs: Sequence[Verdict],
) -> str:
    """Return the Markdown of a peer's section, without its heading."""
    found = figures.agreed + figures.missed + figures.stated
    lines = [
        f"{figures.files} files, of which it refuses to read {figures.refused}; those are left out. Of its {found}",
        f"findings under rules that ours claim to be, {figures.stated} are stated deviations; of the others,",
        f"{figures.share:.1f} % are found by us in the same statement, or told once for the stage.",
        *_options(given),
        "",
        "| theirs | ours | agreed | only they | of these stated | only we | why we differ |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, row in table.items():
        parts = [(given.get(part) or {}).get(name) for part in ("deviations", "notes", "ours")]
        both = [reason for part in parts for reason in reasons(part)]
        why = " ".join(reason.why for reason in both).replace("|", "\\|")
        own = ", ".join(sorted(names[name]))
        counts = f"{row.agreed} | {len(row.theirs)} | {len(row.stated)} | {len(row.ours)}"
        lines.append(f"| {name} | {own} | {counts} | {why} |")
    uncovered = sorted({verdict.name for verdict in theirs} - set(names))
    if uncovered:
        counted = (f"{name} ({sum(verdict.name == name for verdict in theirs)})" for name in uncovered)
        lines += ["", f"Not claimed by any of our rules: {', '.join(counted)}."]
    remarks = str(given.get("remarks", "")).strip()
    return "\n".join([*lines, *(["", remarks] if remarks else [])]) + "\n"


def _options(given: Mapping[str, Any]) -> list[str]:
    """Return the sentence on the options that our rules are given for the comparison."""
    set_ = [f"{name} of {rule}" for rule, values in (given.get("options") or {}).items() for name in values]
    return ["", f"For the comparison these options are set as its defaults are: {', '.join(set_)}."] if set_ else []


def write(page: str, tool: str, text: str) -> None:
    """Put a peer's section into its page, in the place of its older one, in the order of the tools' names."""
    path = ROOT / "docs" / "parity" / f"{page}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text() if path.exists() else ""
    sections = dict(re.findall(r"^## (\S+)\n\n(.*?)(?=^## |\Z)", old, re.MULTILINE | re.DOTALL))
    sections[tool] = text
    parts = [f"## {name}\n\n{body.strip()}\n" for name, body in sorted(sections.items())]
    path.write_text("\n".join([f"# Beside the peers: {page}\n", *parts]))
