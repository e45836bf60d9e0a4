"""A report made by hand, with what is hard to write down in each format."""

from __future__ import annotations

from maverick_lint.core.finding import Finding, Location, RelatedLocation, Suppression
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.record import replace
from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.registry.index import rules
from maverick_lint.report.model import Report

TEXTS = {
    "docker/Dockerfile": "FROM python:latest\nLABEL a=😀 b=c\nUSER root\n",
    "odd name, 100%:x.yml": "services:\n  db: {}\n",
}


def at(path: str, start: int, end: int) -> Location:
    source = Source(path, TEXTS[path])
    return Location(path, source.position(start), source.position(end))


def finding(rule: str, level: str, path: str, span: tuple[int, int], message: str) -> Finding:
    return Finding(rule, level, at(path, *span), Span(*span), message, fingerprint=f"{rule}:{span[0]}")


ROOT = finding("file/encoding", "error", "docker/Dockerfile", (38, 42), "ends as root; 50% of\nimages | do <not>")
EMOJI = finding("file/too-large", "warning", "docker/Dockerfile", (29, 32), "label b")
OTHER = replace(
    finding("file/unreadable", "note", "odd name, 100%:x.yml", (10, 12), "no [health] check"),
    related=(RelatedLocation(at("docker/Dockerfile", 0, 4), "built [here]"),),
    fix=Fix("Delete it", (Edit(Span(8, 18), ""),)),
)
HIDDEN = replace(ROOT, location=at("docker/Dockerfile", 0, 4), suppression=Suppression("comment for hadolint", "known"))


def report(*findings: Finding, options: dict[str, str] | None = None, unreadable: tuple[str, ...] = ()) -> Report:
    ordered = tuple(sorted(findings, key=lambda one: one.sort_key))
    return Report(
        findings=tuple(one for one in ordered if one.suppression is None),
        suppressed=tuple(one for one in ordered if one.suppression is not None),
        files=2,
        unreadable=unreadable,
        crashed=(),
        notices=(("pipe", "is a FIFO, not a file"),),
        rules=rules(),
        source=lambda path: Source(path, TEXTS.get(path, "")),
        version="1.2.3",
        options=options or {},
    )
