"""GitLab CI files are told by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("gitlab-ci",)
EXAMPLES = {"gitlab-ci": ".gitlab-ci.yml"}


def by_path(name: FileName) -> Guess | None:
    """Recognise `.gitlab-ci.yml`, `*.gitlab-ci.yml`, and the YAML files of `.gitlab/ci`."""
    if name.suffix not in (".yml", ".yaml"):
        return None
    if name.name.endswith((".gitlab-ci.yml", ".gitlab-ci.yaml")):
        return Guess("gitlab-ci", f"named {name.name}")
    if ".gitlab" in name.folders and "ci" in name.folders[name.folders.index(".gitlab") :]:
        return Guess("gitlab-ci", "lies in .gitlab/ci")
    return None
