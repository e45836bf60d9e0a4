"""deploy/versioned-image: what is deployed has a version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.images import deployed, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Input
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.images import Deployed
    from maverick_lint.stack.model import Stack

_MOVING: Final = frozenset({
    "latest", "main", "master", "develop", "development", "dev", "staging", "stage", "production", "prod", "live",
    "stable", "edge", "nightly", "current", "next", "canary", "head", "trunk", "release", "snapshot", "test", "rolling",
})  # fmt: skip
_BRANCH: Final = re.compile(
    r"github\.(?:head_ref|ref_name|base_ref)\b|\$\{?(?:GITHUB_(?:HEAD_REF|REF_NAME)|CI_COMMIT_(?:REF_NAME|REF_SLUG|BRANCH))\b"
)
_DEFAULT: Final = re.compile(r"^\$\{\w+:?[-=](?P<default>[\w.-]+)\}$|\|\|\s*'(?P<other>[\w.-]+)'\s*\}\}$")
_INPUT: Final = re.compile(r"^\$\{\{\s*(?:github\.event\.)?inputs\.([\w-]+)\s*\}\}$")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield deployed images whose tag moves, or that have none."""
    seen: set[Place] = set()
    for one in deployed(stack):
        hit = _judged(one)
        if hit is not None and one.word.place not in seen:
            seen.add(one.word.place)
            yield hit


def _judged(one: Deployed) -> Hit | None:
    whole = _DEFAULT.search(one.reference)
    if whole is not None and one.reference.startswith("${") and (":" in one.reference or "/" in one.reference):
        default = whole["default"] or whole["other"] or ""
        moving = default.rpartition(":")[2].lower() in _MOVING
        return Hit(one.word.place, {"image": one.word.raw, "tag": default}, case="default") if moving else None
    tag = tag_of(one.reference)
    if tag:
        return _of_tag(one, tag)
    unversioned = tag == "" and _is_name(one.reference)
    return Hit(one.word.place, {"image": one.reference}, case="none") if unversioned else None


def _of_tag(one: Deployed, tag: str) -> Hit | None:
    values = {"image": one.word.raw, "tag": tag}
    if tag.lower() in _MOVING:
        return Hit(one.word.place, values)
    match = _DEFAULT.search(tag)
    default = "" if match is None else match["default"] or match["other"] or ""
    if default.lower() in _MOVING:
        return Hit(one.word.place, {**values, "tag": default}, case="default")
    if _BRANCH.search(tag):
        return Hit(one.word.place, values, case="branch") if _starts_on_branches(one) else None
    found = _floating_input(one, tag)
    if found is None:
        return None
    related = (Related(found.place, f"the input {found.name} is {found.default} unless somebody says otherwise"),)
    values |= {"input": found.name, "tag": found.default or ""}
    return Hit(one.word.place, values, case="input", related=related)


def _is_name(reference: str) -> bool:
    """Say whether a reference is a whole image name, not an option or an id."""
    return bool(re.match(r"^[a-z0-9][a-z0-9._/:-]*$", reference)) and not re.match(r"^[0-9a-f]{12,64}$", reference)


def _starts_on_branches(one: Deployed) -> bool:
    """Say whether the deployment starts from branches for sure: on a push that names them, or on a request."""
    if one.at.job is None:
        return False
    job = one.at.job.job
    if one.at.job.pipeline.system == "gitlab":
        named = "CI_COMMIT_BRANCH" in job.condition
        return "CI_COMMIT_TAG" not in job.condition and (named or job.on_change is not False)
    triggers = one.at.job.pipeline.triggers
    return any(t.event.startswith("pull_request") or (t.event == "push" and t.branches) for t in triggers)


def _floating_input(one: Deployed, tag: str) -> Input | None:
    match = _INPUT.match(tag)
    if match is None or one.at.job is None:
        return None
    inputs = (item for item in one.at.job.pipeline.inputs if item.name.lower() == match[1].lower())
    return next((item for item in inputs if (item.default or "").lower() in _MOVING), None)
