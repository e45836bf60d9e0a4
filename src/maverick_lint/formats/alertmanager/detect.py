"""Which files are Alertmanager configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("alertmanager", "alertmanager-template")
EXAMPLES = {
    "alertmanager": "alertmanager/alertmanager.yml",
    "alertmanager-template": "alertmanager/templates/chat.tmpl",
}

_YAML = frozenset({".yml", ".yaml"})
# Other programs have templates of Go too; these fields are those of notifications only.
_FIELDS = (".CommonLabels", ".CommonAnnotations", ".GroupLabels", ".Alerts.Firing", ".Alerts.Resolved", "__alert")


def by_path(name: FileName) -> Guess | None:
    """Guess by the usual name; the content decides, since targets and manifests bear it too."""
    if name.suffix in _YAML and name.name.partition(".")[0] == "alertmanager":
        return Guess("alertmanager", "named like an Alertmanager configuration", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Tell by the top-level keys of a YAML text, or by the fields of a template."""
    if name.suffix == ".tmpl":
        known = "define" in text and any(field in text for field in _FIELDS)
        return Guess("alertmanager-template", "defines templates of notifications") if known else None
    if name.suffix in _YAML and _has_key(text, "route") and _has_key(text, "receivers"):
        return Guess("alertmanager", "holds route and receivers")
    named = name.suffix in _YAML and name.name.partition(".")[0] == "alertmanager"
    if named and (_has_key(text, "route") or _has_key(text, "receivers")):
        return Guess("alertmanager", "named alertmanager, with its top-level keys")
    return None


def _has_key(text: str, key: str) -> bool:
    """Say whether a key stands at the start of a line."""
    return text.startswith(key + ":") or f"\n{key}:" in text
