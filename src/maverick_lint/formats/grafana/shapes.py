"""The keys of Grafana's files that a reader relies on (administration/provisioning, read 2026-11).

Grafana passes over keys that it does not know, so the shapes are lenient.
"""

from __future__ import annotations

from typing import Final

from maverick_lint.formats._shape import ANY, BOOLEAN, INTEGER, TEXT, Shape, checked, list_of, one_of, record

_DATASOURCE: Final = record(
    "a data source",
    {
        **dict.fromkeys(("name", "type", "uid", "url", "user", "database", "basicAuthUser", "password"), TEXT),
        "access": one_of("proxy", "direct", "server", "browser"),
        **dict.fromkeys(("orgId", "version"), INTEGER),
        **dict.fromkeys(("basicAuth", "withCredentials", "isDefault", "editable"), BOOLEAN),
        "jsonData": ANY,
        "secureJsonData": ANY,
    },
    ("name", "type"),
    lenient=True,
)
_PROVIDER: Final = record(
    "a provider of dashboards",
    {
        **dict.fromkeys(("name", "folder", "folderUid"), TEXT),
        "type": one_of("file"),
        **dict.fromkeys(("orgId", "updateIntervalSeconds"), INTEGER),
        **dict.fromkeys(("disableDeletion", "allowUiUpdates", "editable"), BOOLEAN),
        "options": record(
            "the options of a provider",
            {"path": TEXT, "folder": TEXT, "foldersFromFilesStructure": BOOLEAN},
            ("path",),
            lenient=True,
        ),
    },
    ("name", "options"),
    lenient=True,
)
_LISTS: Final = (
    "deleteDatasources groups deleteRules contactPoints deleteContactPoints policies resetPolicies templates "
    "deleteTemplates muteTimes deleteMuteTimes apps notifiers"
)
PROVISIONING: Final = record(
    "a provisioning file",
    {
        "apiVersion": INTEGER,
        "prune": BOOLEAN,
        "datasources": list_of(_DATASOURCE),
        "providers": list_of(_PROVIDER),
        **dict.fromkeys(_LISTS.split(), list_of(ANY)),
    },
    lenient=True,
)


def _number(text: str) -> str | None:
    """Say what is wrong with a version; Grafana takes "39" for 39."""
    return None if text.strip().isdecimal() else "is no whole number"


_PANEL_KEYS: Final[dict[str, Shape]] = {
    **dict.fromkeys(("title", "description", "type"), TEXT),
    "gridPos": ANY,
    "targets": list_of(ANY),
}
_PANEL: Final = record("a panel", _PANEL_KEYS, lenient=True)
_PANEL_KEYS["panels"] = list_of(_PANEL)  # a row holds panels
DASHBOARD: Final = record(
    "a dashboard",
    {
        **dict.fromkeys(("title", "uid", "description", "timezone"), TEXT),
        **dict.fromkeys(("schemaVersion", "version"), checked(_number)),
        "editable": BOOLEAN,
        "tags": list_of(TEXT),
        "panels": list_of(_PANEL),
        "rows": list_of(_PANEL),
        "templating": record("`templating`", {"list": list_of(ANY)}, lenient=True),
        "annotations": ANY,
        "time": ANY,
    },
    lenient=True,
)
