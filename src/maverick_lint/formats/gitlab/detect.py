"""GitLab CI files are told by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("gitlab-ci",)
EXAMPLES = {"gitlab-ci": ".gitlab-ci.yml"}


def by_path(name: FileName) -> Guess | None:
    """Recognise `.gitlab-ci.yml`, `*.gitlab-ci.yml`, the YAML files of `.gitlab/ci`, and Debian's own place for it."""
    if name.suffix not in (".yml", ".yaml"):
        return None
    if name.name.endswith((".gitlab-ci.yml", ".gitlab-ci.yaml")):
        return Guess("gitlab-ci", f"named {name.name}")
    if ".gitlab" in name.folders and "ci" in name.folders[name.folders.index(".gitlab") :]:
        return Guess("gitlab-ci", "lies in .gitlab/ci")
    if name.name in ("salsa-ci.yml", "gitlab-ci.yml") and name.folders[-1:] == ("debian",):
        return Guess("gitlab-ci", "stands where Debian's GitLab reads it")
    return None
