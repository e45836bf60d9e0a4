"""Which files are Grafana dashboards and provisioning files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("grafana-dashboard", "grafana-provisioning")
EXAMPLES = {
    "grafana-dashboard": "grafana/dashboards/app.json",
    "grafana-provisioning": "grafana/provisioning/datasources/datasource.yml",
}

_YAML = frozenset({".yml", ".yaml"})
_PARTS = frozenset({"datasources", "dashboards", "alerting", "notifiers", "plugins", "access-control"})
_TOPS = ("datasources", "providers", "deleteDatasources", "contactPoints", "policies", "muteTimes")
_SIGNS = ('"gridPos"', '"schemaVersion"', '"templating"', '"fieldConfig"', '"timepicker"')


def by_path(name: FileName) -> Guess | None:
    """Know provisioning files by their folders."""
    if name.suffix in _YAML and "provisioning" in name.folders[:-1] and name.folders[-1] in _PARTS:
        return Guess("grafana-provisioning", "below a provisioning folder")
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Know a dashboard by its panels, a provisioning file by its top-level keys."""
    if name.suffix == ".json":
        known = ('"panels"' in text or '"rows"' in text) and sum(sign in text for sign in _SIGNS) > 1
        return Guess("grafana-dashboard", "holds the panels of a dashboard") if known else None
    if name.suffix not in _YAML or not _has_key(text, "apiVersion") or _has_key(text, "kind"):
        return None
    known = any(_has_key(text, key) for key in _TOPS)
    return Guess("grafana-provisioning", "holds data sources or providers of Grafana") if known else None


def _has_key(text: str, key: str) -> bool:
    """Say whether a key stands at the start of a line."""
    return text.startswith(key + ":") or f"\n{key}:" in text
