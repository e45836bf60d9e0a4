"""A rule's page in Markdown: the same text for the terminal, the site and SARIF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maverick_lint.core.rule import Rule


def page(rule: Rule, examples: Sequence[Mapping[str, Any]] = ()) -> str:
    """Return the page of a rule, with its examples when they are given."""
    parts = [
        f"# {rule.id}",
        rule.title + ".",
        _facts(rule),
        "## Why",
        rule.why,
        "## Remedy",
        rule.remedy,
        *_options(rule),
        *_examples(examples),
        *_list("## The same in other tools", [f"`{name}`" for name in rule.equivalents]),
        *_list("## References", [f"<{link}>" for link in rule.references]),
        "## Silence it",
        f"`# maverick-lint: ignore[{rule.id}] reason (until 2027-01-31)` on the line or above it,",
        f'or `ignore = ["{rule.id}"]` in the settings.',
    ]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule) -> str:
    facts = [f"Level: {rule.level}", f"Profile: {rule.profile}", f"Confidence: {rule.confidence}"]
    if rule.standard:
        facts.append(f"Standard: § {rule.standard}")
    if rule.security:
        facts.append(f"Security severity: {rule.security}")
    if rule.fixable:
        facts.append("Fix: yes")
    return " · ".join(facts)


def _options(rule: Rule) -> list[str]:
    lines = [
        f"`{name}` (default `{json.dumps(schema.get('default'))}`): {schema['description']}"
        for name, schema in rule.options.items()
    ]
    return _list("## Options", lines)


def _list(head: str, lines: Sequence[str]) -> list[str]:
    return [head, "\n".join(f"- {line}" for line in lines)] if lines else []


def _examples(examples: Sequence[Mapping[str, Any]]) -> list[str]:
    parts: list[str] = []
    for example in examples:
        bad = "bad" in example
        if not parts:
            parts.append("## Examples")
        parts.append(f"### {'Found' if bad else 'Fine'}")
        if note := example.get("trap") or example.get("note"):
            parts.append(str(note).strip())
        texts = example["bad" if bad else "good"]
        for path, text in texts.items() if isinstance(texts, dict) else [("", texts)]:
            if path:
                parts.append(f"`{path}`")
            parts.append(_fenced(text))
        if bad:
            parts.append("Found at " + ", ".join(f"`{place}`" for place in example["findings"]) + ".")
        if "fixed" in example:
            parts.extend(["After the fix:", _fenced(example["fixed"])])
    return parts


def _fenced(text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}text\n{text.rstrip()}\n{fence}"
