"""Chart.yaml and helmfile.yaml have fixed names; the templates of a chart speak of its values and releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("helm",)
EXAMPLES = {"helm": "chart/Chart.yaml"}

_WORDS = (".Values.", ".Release.", ".Chart.", ".Capabilities.")


def by_path(name: FileName) -> Guess | None:
    """Know Chart.yaml and the helmfiles (`helmfile.yaml`, `helmfile.yaml.gotmpl`, files of `helmfile.d/`)."""
    original = name.path.rpartition("/")[2]
    if original in ("Chart.yaml", "Chart.yml"):
        return Guess("helm", f"named {original}", sure=False)
    if name.name in ("helmfile.yaml", "helmfile.yml", "helmfile.yaml.gotmpl"):
        return Guess("helm", f"named {original}")
    if "helmfile.d" in name.folders and name.suffix in (".yaml", ".yml", ".gotmpl"):
        return Guess("helm", "in helmfile.d/")
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Know Chart.yaml by its keys, and the template of a chart by the objects that Helm alone hands to it."""
    if name.name in ("chart.yaml", "chart.yml"):
        lines = text.splitlines()
        version = next((line for line in lines if line.startswith("apiVersion:")), "")
        known = version[len("apiVersion:") :].partition("#")[0].strip().strip("\"'") in ("v1", "v2")
        named = any(line.startswith("name:") for line in lines)
        return Guess("helm", "a Chart.yaml with apiVersion and name") if known and named else None
    if "templates" not in name.folders or name.suffix not in (".yaml", ".yml", ".tpl"):
        return None
    if "{{" in text and any(word in text for word in _WORDS):
        return Guess("helm", "a template of a chart")
    return None
