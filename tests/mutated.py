"""Changes of one text in a set of files, each of which breaks one joint, and how it must be found."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import yaml

from maverick_lint.config.model import Settings
from maverick_lint.core.finding import Finding
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

STACK = tuple(rule.id for rule in ALL_RULES if rule.needs == ("stack",) and rule.profile != "strict")
SETTINGS = Settings(select=STACK)
PLAN = make({rule.id: rule for rule in ALL_RULES}, SETTINGS)


@dataclass(frozen=True)
class Mutation:
    """A change of the first place of a text in a file, the rule that must find it, where, and the other side."""

    path: str
    old: str
    new: str
    rule: str
    at: str
    other: str

    @property
    def name(self) -> str:
        """Its name in a test's output."""
        return f"{self.path}: {self.old.strip()} -> {self.new.strip()}"

    def applied(self, texts: dict[str, str]) -> dict[str, str]:
        """Return the files with the change."""
        assert self.old in texts[self.path], self.name
        return {**texts, self.path: texts[self.path].replace(self.old, self.new, 1)}


def mutations(path: Path) -> list[Mutation]:
    """Return the changes that a file lists."""
    return [Mutation(*map(str, row)) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def read(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return the texts of a folder's files by path, and which of them may be executed."""
    texts, executable = {}, []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.endswith("_cache") or part == "__pycache__" for part in path.parts):
            texts[name] = path.read_bytes().decode("utf-8", errors="replace")
            if os.access(path, os.X_OK):
                executable.append(name)
    return texts, executable


def found(texts: dict[str, str], executable: list[str]) -> list[Finding]:
    """Return what the rules over several files find."""
    result = run(MemoryFiles(texts, executable), SETTINGS, PLAN)
    assert not result.crashed, [finding.message for finding in result.findings]
    return [finding for finding in result.findings if finding.suppression is None]


def shown(finding: Finding, texts: dict[str, str]) -> str:
    """Return the place of a finding with the text that its span covers in its first line."""
    text = texts[finding.location.path][finding.span.start : finding.span.end].partition("\n")[0]
    return f"{finding.location.path}:{finding.location.start.line} {text}".rstrip()


def check(mutation: Mutation, texts: dict[str, str], executable: list[str]) -> None:
    """Fail unless the change is found by its rule, at its place, with the other side as a related place."""
    changed = mutation.applied(texts)
    findings = found(changed, executable)
    own = [one for one in findings if one.rule == mutation.rule and shown(one, changed) == mutation.at]
    assert own, [(one.rule, shown(one, changed), one.message) for one in findings]
    others = [f"{side.location.path}:{side.location.start.line}" for side in own[0].related]
    assert mutation.other in others
