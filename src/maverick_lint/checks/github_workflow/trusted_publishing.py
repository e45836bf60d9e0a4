"""github-workflow/trusted-publishing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.checks.github_workflow._tokens import has_job_token, has_secret
from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_UPLOAD: Final = re.compile(
    r"(?m)^[ \t]*(?:\S+ -m |uv run |poetry run )?(twine|uv|npm|cargo|gem) (?:upload|publish|push)\b"
    r"(?![^\n]*(?:--host|--registry|--index|--repository))"
)
# The variables by which each tool takes a token, and the registry that takes the job's own identity in its place.
_TOKENS: Final = {
    "twine": ("TWINE_PASSWORD",), "uv": ("UV_PUBLISH_TOKEN", "UV_PUBLISH_PASSWORD"),
    "npm": ("NODE_AUTH_TOKEN", "NPM_TOKEN"), "cargo": ("CARGO_REGISTRY_TOKEN",), "gem": ("GEM_HOST_API_KEY",),
}  # fmt: skip
_PLACES: Final = {"twine": "PyPI", "uv": "PyPI", "npm": "npm", "cargo": "crates.io", "gem": "RubyGems"}


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each upload with a token that lasts."""
    for step in document.model.steps:
        password = step.given("password") if step.action == "pypa/gh-action-pypi-publish" else None
        if password is not None and _lasts(password.raw):
            yield Hit(password.key or password, {"place": "PyPI"})
    model = document.model
    levels = (
        {id(step): {**model.env, **job.env} for job in model.jobs for step in job.steps}
        if isinstance(model, Workflow)
        else {}
    )
    for step, match, span in matches(model, _UPLOAD, *_TOKENS):
        tool = match.group(1)
        given = {**levels.get(id(step), {}), **step.env, **step.inputs}
        if any(name.upper().startswith(_TOKENS[tool]) and _lasts(node.raw) for name, node in given.items()):
            yield Hit(span, {"place": _PLACES[tool]})


def _lasts(value: str) -> bool:
    """Say whether a value is a secret of the repository; the token of the job ends with it."""
    return has_secret(value) and not has_job_token(value)
