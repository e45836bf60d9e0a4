"""Rules as SARIF describes them, within GitHub's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import sarif_om as om

from maverick_lint import HOME
from maverick_lint.report.page import page

if TYPE_CHECKING:
    from maverick_lint.core.rule import Rule

_LONGEST: Final = 1024
_TAGS: Final = 10
_PRECISION: Final = {"high": "very-high", "medium": "high", "low": "medium"}
_SEVERITY: Final = {"error": "error", "warning": "warning", "note": "recommendation"}


def descriptor(rule: Rule) -> om.ReportingDescriptor:
    """Return a rule's descriptor: texts, level, tags, precision, and its severity."""
    uri = f"{HOME}/blob/main/docs/rules/{rule.id}.md"
    help_text = f"{rule.why}\n\n{rule.remedy}"
    properties: dict[str, object] = {
        "tags": _tags(rule),
        "precision": _PRECISION[rule.confidence],
        "problem.severity": _SEVERITY[rule.level],
    }
    if rule.security:
        properties["security-severity"] = rule.security
    return om.ReportingDescriptor(
        id=rule.id,
        name="".join(word.capitalize() for word in rule.id.replace("/", "-").split("-")),
        short_description=om.MultiformatMessageString(text=rule.title[:_LONGEST]),
        full_description=om.MultiformatMessageString(text=rule.why[:_LONGEST]),
        help=om.MultiformatMessageString(text=help_text, markdown=f"{page(rule)}\n[Rule page]({uri})\n"),
        help_uri=uri,
        default_configuration=om.ReportingConfiguration(level=rule.level),
        properties=properties,
    )


def _tags(rule: Rule) -> list[str]:
    tags = [rule.kind, rule.profile]
    if rule.security:
        tags.append("security")
    if rule.standard:
        tags.extend(f"standard-{section.strip()}" for section in rule.standard.split(","))
    return tags[:_TAGS]
