"""Workflows, actions, their lock file and Dependabot settings are told by paths; workflows kept elsewhere by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("github-workflow", "github-action", "dependabot", "actions-lock")
EXAMPLES = {
    "github-workflow": ".github/workflows/ci.yml",
    "github-action": "action.yml",
    "dependabot": ".github/dependabot.yml",
    "actions-lock": ".github/workflows/actions.lock",
}
_SUFFIXES = (".yml", ".yaml")
_WORKFLOWS = (".github", "workflows")


def by_path(name: FileName) -> Guess | None:
    """Recognise files at the paths where GitHub looks for them."""
    if name.suffix not in _SUFFIXES:
        if name.name == "actions.lock" and name.folders[-2:] == _WORKFLOWS:
            return Guess("actions-lock", "named .github/workflows/actions.lock")
        return None
    if name.folders[-2:] == _WORKFLOWS:
        return Guess("github-workflow", "lies in .github/workflows")
    if name.folders[-1:] == (".github",) and name.name in ("dependabot.yml", "dependabot.yaml"):
        return Guess("dependabot", f"named .github/{name.name}")
    if name.name in ("action.yml", "action.yaml"):
        return Guess("github-action", f"named {name.name}", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Recognise an action by its `runs:`, and a workflow (one that others copy, say) by `on:` and `jobs:`."""
    if name.suffix not in _SUFFIXES:
        return None
    if name.name in ("action.yml", "action.yaml"):
        return Guess("github-action", "an action.yml with `runs:`") if _has_key(text, "runs") else None
    if _has_key(text, "jobs") and _has_key(text, "on") and ("runs-on:" in text or "uses:" in text):
        return Guess("github-workflow", "has the keys `on` and `jobs`")
    return None


def _has_key(text: str, key: str) -> bool:
    if text.startswith((f"{key}:", f'"{key}":', f"'{key}':")):
        return True
    return any(f"\n{quote}{key}{quote}:" in text for quote in ("", '"', "'"))
