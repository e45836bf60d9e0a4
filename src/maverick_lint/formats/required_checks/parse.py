"""Reads the files that name required checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document
from maverick_lint.core.span import Span
from maverick_lint.formats.required_checks.model import Required, RequiredChecks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

# The number of GitHub Actions among the apps of github.com.
_ACTIONS: Final = "15368"
_CONDITION: Final = re.compile(r"\s*(?:check-success|status-success)\s*=\s*(?!~)(.*?)\s*\Z")
_STATUS: Final = re.compile(r"^[ \t]*status[ \t]*=[ \t]*\[([^\]]*)\]", re.MULTILINE)
_TEXT: Final = re.compile(r"\"((?:[^\"\\\n])*)\"|'([^'\n]*)'")


def parse(source: Source, kind: str, reader: Reader) -> Document[RequiredChecks | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text is no mapping."""
    if source.path.endswith(".toml"):
        return Document(source, kind, RequiredChecks(tuple(_bors(source.text))))
    if source.path.endswith(".json"):
        from maverick_lint.formats._json import read_json  # a file is of one language

        parsed = read_json(source)
        root, errors = parsed.root, tuple(parsed.errors)
        model = RequiredChecks(tuple(_ruleset(root))) if root is not None and root.is_map else None
        return Document(source, kind, model, tree=root, errors=errors)
    from maverick_lint.formats._yaml import read_yaml  # as above
    from maverick_lint.formats._yaml.spoken import spoken

    read = read_yaml(source, "github")
    if read.root is None or not read.root.is_map:
        return Document(source, kind, None, errors=tuple(spoken(read.errors)))
    of = _mergify if "mergify" in source.path else _settings
    return Document(
        source,
        kind,
        RequiredChecks(tuple(of(read.root))),
        tree=read.root,
        errors=tuple(spoken(read.errors)),
        comments=read.comments,
        scopes=read.scopes,
    )


def _bors(text: str) -> Iterator[Required]:
    """Yield the texts of `status = [...]`."""
    for match in _STATUS.finditer(text):
        for inner in _TEXT.finditer(text, match.start(1), match.end(1)):
            name = inner[1] if inner[1] is not None else inner[2]
            if "%" not in name:
                yield Required(name, "bors", Span(*inner.span()))


def _ruleset(root: Node) -> Iterator[Required]:
    rules = root.get("rules")
    for rule in rules.items() if rules is not None and rules.is_list else ():
        kind = rule.get("type") if rule.is_map else None
        if kind is None or kind.text != "required_status_checks":
            continue
        checks = rule.at("parameters", "required_status_checks")
        for check in checks.items() if checks is not None and checks.is_list else ():
            context, app = check.get("context"), check.get("integration_id")
            if context is not None and context.text:
                ours = app is not None and app.raw == _ACTIONS
                yield Required(context.text, "the ruleset", context.span, ours)


def _settings(root: Node) -> Iterator[Required]:
    branches = root.get("branches")
    for branch in branches.items() if branches is not None and branches.is_list else ():
        required = branch.at("protection", "required_status_checks") if branch.is_map else None
        if required is None or not required.is_map:
            continue
        contexts, checks = required.get("contexts"), required.get("checks")
        for item in contexts.items() if contexts is not None and contexts.is_list else ():
            if item.text:
                yield Required(item.text, "the protection of branches", item.span)
        for check in checks.items() if checks is not None and checks.is_list else ():
            context = check.get("context") if check.is_map else None
            if context is not None and context.text:
                yield Required(context.text, "the protection of branches", context.span)
    rulesets = root.get("rulesets")
    for ruleset in rulesets.items() if rulesets is not None and rulesets.is_list else ():
        yield from _ruleset(ruleset) if ruleset.is_map else ()


def _mergify(root: Node) -> Iterator[Required]:
    for node in root.walk():
        match = _CONDITION.match(node.text or "") if node.is_scalar and "-success" in node.raw else None
        if match is not None and "{{" not in match[1]:
            yield Required(match[1].strip("\"'"), "Mergify", node.span)
