"""Runs the examples of rules: what each must find, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maverick_lint.config.model import Settings
from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.change import Change
from maverick_lint.core.finding import Finding
from maverick_lint.core.rule import Rule
from maverick_lint.core.span import Place, Span
from maverick_lint.engine.apply import fixed_texts
from maverick_lint.engine.classify import formats
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import Result, run
from maverick_lint.registry.index import rule_from
from maverick_lint.registry.source import read_rules

RULES = Path(__file__).parent.parent / "rules"
ENTRIES = read_rules(RULES)


@dataclass(frozen=True)
class Example:
    """An example of a rule with the rule it belongs to."""

    rule: Rule
    number: int
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """The example's name in a test's output."""
        return f"{self.rule.id}-{'bad' if 'bad' in self.data else 'good'}-{self.number}"

    def files(self) -> dict[str, str]:
        """Return the example's texts by path."""
        text = self.data.get("bad", self.data.get("good"))
        if isinstance(text, dict):
            return text
        kind = self.data.get("kind", self.rule.needs[0])
        usual = {kind: path for entry in formats() for kind, path in entry.examples.items()}
        return {self.data.get("path") or usual.get(kind, "notes.txt"): str(text)}

    def run(self, texts: dict[str, str] | None = None) -> Result:
        """Run this rule alone (and what the engine raises) over the example."""
        options = {self.rule.id: self.data["options"]} if "options" in self.data else {}
        kinds = ((next(iter(self.files())), self.data["kind"]),) if "kind" in self.data else ()
        settings = Settings(select=(self.rule.id,), options=options, kinds=kinds)
        files = MemoryFiles(texts or self.files(), self.data.get("executable", ()))
        plan = make({rule.id: rule for rule in ALL_RULES}, settings)
        return run(files, settings, plan, facts=self.change())

    def change(self) -> list[Fact]:
        """Return what the example says of the change under review; nothing where it says nothing."""
        if "change" not in self.data:
            return []
        paths = tuple(self.data["change"]["paths"])
        place = Place(paths[0], Span(0, 0))
        return [Fact("change", "main", Change("main", self.data["change"].get("branch", ""), paths, place), place)]


ALL_RULES = [rule_from(entry) for entry in ENTRIES]
EXAMPLES = [
    Example(rule, number, data)
    for rule, entry in zip(ALL_RULES, ENTRIES, strict=True)
    for number, data in enumerate(entry["examples"], 1)
]


def described(example: Example, finding: Finding) -> str:
    """Return a finding as examples write it: [PATH:]LINE:COLUMN [TEXT]."""
    files = example.files()
    location = finding.location
    where = f"{location.start.line}:{location.start.column}"
    if len(files) > 1:
        where = f"{location.path}:{where}"
    text = files.get(location.path, "")
    shown = text.removeprefix("\ufeff")[finding.span.start : finding.span.end].partition("\n")[0].rstrip("\r")
    return f"{where} {shown}".rstrip()


def check(example: Example) -> None:
    """Fail unless the example gives exactly the findings that it states."""
    result = example.run()
    assert not result.crashed, [finding.message for finding in result.findings]
    own = [finding for finding in result.findings if finding.rule == example.rule.id and finding.suppression is None]
    others = [finding for finding in result.findings if finding.rule != example.rule.id]
    assert not others, f"the example is faulty: {[(f.rule, f.message) for f in others]}"
    actual = [described(example, finding) for finding in own]
    stated = example.data.get("findings", [])
    compared = [
        found if " " in wanted else found.partition(" ")[0] for found, wanted in zip(actual, stated, strict=False)
    ] + actual[len(stated) :]
    assert compared == stated, [finding.message for finding in own]
    for finding in own:
        assert finding.message, finding
        assert "{" not in finding.message.replace("{{", "").replace("${", ""), finding.message
    if "related" in example.data:
        places = [
            f"{r.location.path}:{r.location.start.line}:{r.location.start.column}" for f in own for r in f.related
        ]
        assert places == example.data["related"]
    if "fixed" in example.data:
        check_fix(example, own)


def check_fix(example: Example, findings: list[Finding]) -> None:
    """Fail unless fixing gives exactly the stated text, and that text is clean and is not changed again."""
    files = example.files()
    after = {**files, **fixed_texts(files, findings, unsafe=True)}
    path = next(iter(files))
    assert after[path] == example.data["fixed"]
    again = example.run(after)
    assert not [finding for finding in again.findings if finding.rule == example.rule.id and finding.fix is not None]
