"""Files that name required checks are told by their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("required-checks",)
EXAMPLES = {"required-checks": ".github/settings.yml"}
_SETTINGS = ("settings.yml", "settings.yaml")
_MERGIFY = (".mergify.yml", ".mergify.yaml", "mergify.yml", "mergify.yaml")


def by_path(name: FileName) -> Guess | None:
    """Claim the files at the paths where GitHub's apps look for them, and exported rulesets."""
    last = name.folders[-1:]
    if name.name in _SETTINGS and last == (".github",):
        return Guess("required-checks", "settings of the repository for probot")
    if name.suffix == ".json" and last == ("rulesets",):
        return Guess("required-checks", "a ruleset of GitHub")
    if name.name in _MERGIFY and (name.name.startswith(".") or last in ((".github",), (".mergify",))):
        return Guess("required-checks", "the configuration of Mergify")
    if name.name == "bors.toml" and last in ((), (".github",)):
        return Guess("required-checks", "the configuration of bors")
    return None
