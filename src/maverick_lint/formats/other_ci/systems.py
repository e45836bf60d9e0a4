"""Which CI system reads which file.

Source: the documentation of each system, where it says which file it looks for (2026-11-24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

_NAMES: Final = {
    ".travis.yml": "Travis CI",
    "bitbucket-pipelines.yml": "Bitbucket Pipelines",
    ".drone.yml": "Drone",
    ".drone.yaml": "Drone",
    ".woodpecker.yml": "Woodpecker",
    ".woodpecker.yaml": "Woodpecker",
    "appveyor.yml": "AppVeyor",
    ".appveyor.yml": "AppVeyor",
    "cloudbuild.yaml": "Google Cloud Build",
    "cloudbuild.yml": "Google Cloud Build",
    ".cirrus.yml": "Cirrus CI",
    ".cirrus.star": "Cirrus CI",
    "buildspec.yml": "AWS CodeBuild",
}
_FOLDERS: Final = {
    ".circleci": (("config.yml", "config.yaml"), "CircleCI"),
    ".buildkite": (("pipeline.yml", "pipeline.yaml"), "Buildkite"),
    ".semaphore": (("semaphore.yml",), "Semaphore"),
}
_YAML: Final = (".yml", ".yaml")


def system_of(name: FileName) -> str:
    """Return the system that reads a file of this name, "" for none."""
    if name.name in _NAMES:
        return _NAMES[name.name]
    if name.name == "jenkinsfile" or name.name.startswith("jenkinsfile."):
        return "Jenkins"
    if name.name.startswith("azure-pipelines") and name.suffix in _YAML:
        return "Azure Pipelines"
    folder = name.folders[-1] if name.folders else ""
    if folder in (".woodpecker", ".drone") and name.suffix in _YAML:
        return "Woodpecker" if folder == ".woodpecker" else "Drone"
    names, system = _FOLDERS.get(folder, ((), ""))
    return system if name.name in names else ""
