"""Which files are Compose files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("compose",)
EXAMPLES = {"compose": "compose.yaml"}

_SUFFIXES = (".yml", ".yaml")
_STEMS = ("docker-compose", "docker_compose", "compose")
# Top-level keys of other files that may hold `services:` too: Woodpecker and Drone pipelines, GitLab CI, Kubernetes.
_FOREIGN = (
    "apiVersion:",
    "kind:",
    "steps:",
    "pipeline:",
    "jobs:",
    "stages:",
    "stage:",
    "when:",
    "openapi:",
    "framework:",
)


def by_path(name: FileName) -> Guess | None:
    """Claim the default names and their variants (`compose.prod.yaml`, `docker-compose-dev.yml`)."""
    if name.suffix not in _SUFFIXES or name.folders[:1] in ((".github",), (".gitlab",)):
        return None
    stem = name.name.removesuffix(name.suffix)
    for known in _STEMS:
        if stem == known or (stem.startswith(known) and stem[len(known)] in ".-_"):
            return Guess("compose", f"named {known}")
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Claim a YAML file with a top-level mapping `services:` whose entries hold `image:` or `build:`."""
    if name.suffix not in _SUFFIXES or ("\nservices:" not in text and not text.startswith("services:")):
        return None
    lines = text.splitlines()
    if any(line.startswith(_FOREIGN) for line in lines):
        return None
    return Guess("compose", "has services with images") if _has_services(lines) else None


def _has_services(lines: list[str]) -> bool:
    inside = False
    entry = -1
    for line in lines:
        bare = line.strip()
        if not bare or bare[0] == "#":
            continue
        depth = len(line) - len(line.lstrip(" "))
        if depth == 0:
            inside = bare.partition("#")[0].strip() == "services:"
            entry = -1
        elif inside and bare[0] == "-" and entry < 0:
            return False
        elif inside and entry < 0:
            entry = depth
        elif inside and depth > entry and bare.startswith(("image:", "build:")):
            return True
    return False
