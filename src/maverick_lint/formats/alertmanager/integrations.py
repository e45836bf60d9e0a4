"""What an entry of each integration may hold (alerting/configuration of Alertmanager 0.28, read 2026-11).

Newer versions have further keys, so an unknown key is a fault only where it looks like a misspelt one.
"""

from __future__ import annotations

from typing import Final

from maverick_lint.formats._shape import (
    ANY,
    BOOLEAN,
    INTEGER,
    TEXT,
    Shape,
    checked,
    list_of,
    mapping_of,
    one_of,
    record,
)
from maverick_lint.formats._shape.scalars import DURATION, HTTP_URL

_TEXTS: Final[dict[str, str]] = {
    "discord": "webhook_url_file title message content username avatar_url",
    "email": "to from hello auth_username auth_password auth_password_file auth_secret auth_secret_file auth_identity "
    "html text",
    "incidentio": "url_file alert_source_token alert_source_token_file",
    "jira": "project summary description priority issue_type reopen_transition resolve_transition wont_fix_resolution",
    "mattermost": "webhook_url_file channel username icon_url icon_emoji text title",
    "msteams": "webhook_url_file title summary text",
    "msteamsv2": "webhook_url_file title text",
    "opsgenie": "api_key api_key_file message description source tags note priority entity actions",
    "pagerduty": "routing_key routing_key_file service_key service_key_file client client_url description severity "
    "class component group source",
    "pushover": "user_key user_key_file token token_file title message url url_title device sound priority",
    "rocketchat": "channel token token_file token_id token_id_file color title title_link text emoji icon_url",
    "slack": "api_url_file app_token app_token_file channel username color title title_link pretext text footer "
    "fallback callback_id icon_emoji icon_url image_url thumb_url message_text",
    "sns": "topic_arn phone_number target_arn subject message",
    "telegram": "bot_token bot_token_file message",
    "victorops": "api_key api_key_file routing_key message_type state_message entity_display_name monitoring_tool",
    "webex": "room_id message",
    "webhook": "url_file",
    "wechat": "api_secret api_secret_file corp_id message to_user to_party agent_id to_tag message_type",
}
INTEGRATIONS: Final = tuple(f"{name}_configs" for name in _TEXTS)


def _address(text: str) -> str | None:
    host, separator, port = text.rpartition(":")
    if separator and port and (":" not in host or host.startswith("[")):
        return None
    return "must be host:port, as in `mail.example.com:587`"


SMARTHOST: Final = checked(_address)
_FIELD: Final = record("a field", {"title": TEXT, "value": TEXT, "short": BOOLEAN}, ("title", "value"), lenient=True)
_ACTION: Final = record(
    "an action",
    {**dict.fromkeys(("type", "text", "url", "style", "name", "value"), TEXT), "confirm": ANY},
    ("type", "text"),
    lenient=True,
)
_RESPONDER: Final = record(
    "a responder", dict.fromkeys(("id", "name", "username", "type"), TEXT), ("type",), lenient=True
)
_MORE: Final[dict[str, dict[str, Shape]]] = {
    "discord": {"webhook_url": HTTP_URL},
    "email": {"smarthost": SMARTHOST, "require_tls": BOOLEAN, "tls_config": ANY, "headers": mapping_of(TEXT)},
    "incidentio": {"url": HTTP_URL, "max_alerts": INTEGER, "timeout": DURATION},
    "jira": {"api_url": HTTP_URL, "labels": list_of(TEXT), "fields": ANY, "reopen_duration": DURATION},
    "mattermost": {"webhook_url": HTTP_URL, "attachments": ANY, "props": ANY, "priority": ANY},
    "msteams": {"webhook_url": HTTP_URL},
    "msteamsv2": {"webhook_url": HTTP_URL},
    "opsgenie": {
        "api_url": HTTP_URL, "details": mapping_of(TEXT), "responders": list_of(_RESPONDER), "update_alerts": BOOLEAN,
    },
    "pagerduty": {"url": HTTP_URL, "details": mapping_of(TEXT), "images": ANY, "links": ANY, "timeout": DURATION},
    "pushover": {"retry": DURATION, "expire": DURATION, "ttl": DURATION, "html": BOOLEAN, "monospace": BOOLEAN},
    "rocketchat": {"api_url": HTTP_URL, "fields": ANY, "actions": ANY, "short_fields": BOOLEAN, "link_names": BOOLEAN},
    "slack": {
        "api_url": HTTP_URL, "app_url": HTTP_URL, "fields": list_of(_FIELD), "actions": list_of(_ACTION),
        "short_fields": BOOLEAN, "link_names": BOOLEAN, "mrkdwn_in": list_of(TEXT), "timeout": DURATION,
    },
    "sns": {"api_url": TEXT, "sigv4": ANY, "attributes": mapping_of(TEXT)},
    "telegram": {
        "api_url": HTTP_URL, "chat_id": ANY, "chat_id_file": TEXT, "message_thread_id": INTEGER,
        "disable_notifications": BOOLEAN, "parse_mode": one_of("", "Markdown", "MarkdownV2", "HTML"),
    },
    "victorops": {"api_url": HTTP_URL, "custom_fields": mapping_of(TEXT)},
    "webex": {"api_url": HTTP_URL},
    "webhook": {"url": HTTP_URL, "max_alerts": INTEGER, "timeout": DURATION},
    "wechat": {"api_url": HTTP_URL},
}  # fmt: skip


def integration_shapes() -> dict[str, Shape]:
    """Return the shape of the entries of each integration, by the key of a receiver."""
    return {
        f"{name}_configs": list_of(
            record(
                f"an entry of `{name}_configs`",
                {
                    **dict.fromkeys(texts.split(), TEXT),
                    **_MORE[name],
                    "send_resolved": BOOLEAN,
                    "http_config": ANY,
                },
                lenient=True,
            )
        )
        for name, texts in _TEXTS.items()
    }


# What an entry of each integration must have, as groups of keys of which one is needed, and the keys of `global` that
# stand in for a group.
Need = tuple[tuple[str, ...], tuple[str, ...]]
_API: Final = ("api_key", "api_key_file")
NEEDS: Final[dict[str, tuple[Need, ...]]] = {
    "email_configs": ((("to",), ()), (("smarthost",), ("smtp_smarthost",)), (("from",), ("smtp_from",))),
    "slack_configs": (
        (
            ("api_url", "api_url_file", "app_token", "app_token_file"),
            ("slack_api_url", "slack_api_url_file", "slack_app_token", "slack_app_token_file"),
        ),
    ),
    "webhook_configs": ((("url", "url_file"), ()),),
    "pagerduty_configs": ((("service_key", "service_key_file", "routing_key", "routing_key_file"), ()),),
    "discord_configs": ((("webhook_url", "webhook_url_file"), ()),),
    "msteams_configs": ((("webhook_url", "webhook_url_file"), ()),),
    "msteamsv2_configs": ((("webhook_url", "webhook_url_file"), ()),),
    "opsgenie_configs": ((_API, ("opsgenie_api_key", "opsgenie_api_key_file")),),
    "victorops_configs": ((("routing_key",), ()), (_API, ("victorops_api_key", "victorops_api_key_file"))),
    "pushover_configs": ((("user_key", "user_key_file"), ()), (("token", "token_file"), ())),
    "telegram_configs": (
        (("bot_token", "bot_token_file"), ("telegram_bot_token", "telegram_bot_token_file")),
        (("chat_id", "chat_id_file"), ()),
    ),
    "sns_configs": ((("topic_arn", "phone_number", "target_arn"), ()),),
    "wechat_configs": (
        (("api_secret", "api_secret_file"), ("wechat_api_secret", "wechat_api_secret_file")),
        (("corp_id",), ("wechat_api_corp_id",)),
    ),
    "webex_configs": ((("room_id",), ()), (("http_config",), ("http_config",))),
    "rocketchat_configs": (
        (("token", "token_file"), ("rocketchat_token", "rocketchat_token_file")),
        (("token_id", "token_id_file"), ("rocketchat_token_id", "rocketchat_token_id_file")),
    ),
    "jira_configs": ((("api_url",), ("jira_api_url",)), (("project",), ()), (("issue_type",), ())),
}
