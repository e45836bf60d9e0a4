"""The keys of an Alertmanager configuration (alerting/configuration of Alertmanager 0.28, read 2026-11)."""

from __future__ import annotations

from typing import Final

from maverick_lint.formats._shape import ANY, BOOLEAN, TEXT, TEXTS, Shape, list_of, mapping_of, record
from maverick_lint.formats._shape.scalars import DURATION, HTTP_URL, REGEX
from maverick_lint.formats.alertmanager.integrations import SMARTHOST, integration_shapes

_GLOBAL_TEXTS: Final = (
    "smtp_from smtp_hello smtp_auth_username smtp_auth_username_file smtp_auth_password smtp_auth_password_file "
    "smtp_auth_secret smtp_auth_secret_file smtp_auth_identity slack_api_url_file slack_app_token "
    "slack_app_token_file victorops_api_key victorops_api_key_file opsgenie_api_key opsgenie_api_key_file "
    "rocketchat_token rocketchat_token_file rocketchat_token_id rocketchat_token_id_file wechat_api_secret "
    "wechat_api_secret_file wechat_api_corp_id telegram_bot_token telegram_bot_token_file mattermost_webhook_url_file"
)
_GLOBAL_URLS: Final = (
    "slack_api_url slack_app_url victorops_api_url pagerduty_url opsgenie_api_url rocketchat_api_url wechat_api_url "
    "telegram_api_url webex_api_url jira_api_url mattermost_webhook_url"
)
_GLOBAL: Final = record(
    "`global`",
    {
        **dict.fromkeys(_GLOBAL_TEXTS.split(), TEXT),
        **dict.fromkeys(_GLOBAL_URLS.split(), HTTP_URL),
        "smtp_smarthost": SMARTHOST,
        "smtp_require_tls": BOOLEAN,
        "smtp_tls_config": ANY,
        "http_config": ANY,
        "resolve_timeout": DURATION,
    },
)
_ROUTE_KEYS: Final[dict[str, Shape]] = {
    "receiver": TEXT,
    "group_by": TEXTS,
    "group_wait": DURATION,
    "group_interval": DURATION,
    "repeat_interval": DURATION,
    "continue": BOOLEAN,
    "match": mapping_of(TEXT),
    "match_re": mapping_of(REGEX),
    "matchers": TEXTS,
    "labels": mapping_of(TEXT),
    "mute_time_intervals": TEXTS,
    "active_time_intervals": TEXTS,
}
_ROUTE: Final = record("a route", _ROUTE_KEYS)
_ROUTE_KEYS["routes"] = list_of(_ROUTE)  # a route holds routes
_RECEIVER: Final = record("a receiver", {"name": TEXT, **integration_shapes()}, ("name",))
_MATCHES: Final = {
    f"{side}_{form}": shape
    for side in ("source", "target")
    for form, shape in (("match", mapping_of(TEXT)), ("match_re", mapping_of(REGEX)), ("matchers", TEXTS))
}
_TIMES: Final = list_of(
    record(
        "a time interval",
        {
            "times": list_of(record("a range of times", {"start_time": TEXT, "end_time": TEXT})),
            "weekdays": TEXTS,
            "days_of_month": TEXTS,
            "months": TEXTS,
            "years": TEXTS,
            "location": TEXT,
        },
    )
)
_INTERVALS: Final = list_of(record("a time interval", {"name": TEXT, "time_intervals": _TIMES}, ("name",)))
CONFIGURATION: Final = record(
    "an Alertmanager configuration",
    {
        "global": _GLOBAL,
        "templates": TEXTS,
        "route": _ROUTE,
        "receivers": list_of(_RECEIVER),
        "inhibit_rules": list_of(record("an inhibition", {**_MATCHES, "name": TEXT, "equal": TEXTS})),
        "mute_time_intervals": _INTERVALS,
        "time_intervals": _INTERVALS,
        "tracing": ANY,
    },
    ("route",),
)
