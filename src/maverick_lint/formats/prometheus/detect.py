"""Which files are Prometheus configurations and rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("prometheus", "prometheus-rules", "prometheus-web")
EXAMPLES = {
    "prometheus": "prometheus/prometheus.yml",
    "prometheus-rules": "prometheus/alerts.yml",
    "prometheus-web": "prometheus/web.yml",
}

_YAML = frozenset({".yml", ".yaml"})
_TEXTS = frozenset({".yml", ".yaml", ".rules", ".rule", ".json", ""})
# What Alertmanagers say to each other has a file of the same look, with a part for the client.
_WEB = ("tls_server_config", "basic_auth_users", "http_server_config")
_TEXTS_OF_PACKAGES = frozenset({"pkg-info", "metadata", "readme"})  # they hold examples
_TOPS = ("global", "scrape_configs", "rule_files", "alerting", "remote_write", "scrape_config_files")


def by_path(name: FileName) -> Guess | None:
    """Guess by the usual names; the content decides, since data sources and values files bear the same names."""
    stem = name.name.partition(".")[0]
    if name.suffix in _YAML and stem == "prometheus":
        return Guess("prometheus", "named like a Prometheus configuration", sure=False)
    if name.suffix == ".rules" or name.name.endswith((".rules.yml", ".rules.yaml")):
        return Guess("prometheus-rules", "named like a Prometheus rule file", sure=False)
    if name.suffix in _YAML and (stem.startswith("alert") or "rules" in name.folders[-1:]):
        return Guess("prometheus-rules", "named like a Prometheus rule file", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Tell by the top-level keys of a YAML text."""
    if name.suffix not in _TEXTS or name.name in _TEXTS_OF_PACKAGES:
        return None
    if _has_key(text, "groups"):
        plain = text.replace('"', "").replace("'", "")  # what a program wrote has its keys in quotes
        has_rules = "rules:" in plain and "expr:" in plain and ("alert:" in plain or "record:" in plain)
        return Guess("prometheus-rules", "holds groups of alert or recording rules") if has_rules else None
    if name.suffix in _YAML and any(_has_key(text, key) for key in _WEB) and not _has_key(text, "tls_client_config"):
        return Guess("prometheus-web", "holds the settings of a web server of Prometheus")
    if _has_key(text, "scrape_configs") or ("scrape_interval:" in text and _has_key(text, "global")):
        return Guess("prometheus", "holds scrape_configs or global.scrape_interval")
    if name.name.partition(".")[0] == "prometheus" and any(_has_key(text, key) for key in _TOPS):
        return Guess("prometheus", "named prometheus, with its top-level keys")
    return None


def _has_key(text: str, key: str) -> bool:
    """Say whether a key stands at the start of a line; a BOM has been stripped before."""
    forms = (f"{key}:", f'"{key}":', f"'{key}':")
    return text.startswith(forms) or any(f"\n{form}" in text for form in forms)
