"""Which files are Alertmanager configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("alertmanager",)
EXAMPLES = {"alertmanager": "alertmanager/alertmanager.yml"}

_YAML = frozenset({".yml", ".yaml"})


def by_path(name: FileName) -> Guess | None:
    """Guess by the usual name; the content decides, since targets and manifests bear it too."""
    if name.suffix in _YAML and name.name.partition(".")[0] == "alertmanager":
        return Guess("alertmanager", "named like an Alertmanager configuration", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Tell by the top-level keys of a YAML text."""
    if name.suffix in _YAML and _has_key(text, "route") and _has_key(text, "receivers"):
        return Guess("alertmanager", "holds route and receivers")
    named = name.suffix in _YAML and name.name.partition(".")[0] == "alertmanager"
    if named and (_has_key(text, "route") or _has_key(text, "receivers")):
        return Guess("alertmanager", "named alertmanager, with its top-level keys")
    return None


def _has_key(text: str, key: str) -> bool:
    """Say whether a key stands at the start of a line."""
    return text.startswith(key + ":") or f"\n{key}:" in text
