"""Secrets stand in files of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import placeholder, secret_value
from maverick_lint.formats._shape.faults import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager

_KEYS_WORDS: Final = (
    "smtp_auth_password smtp_auth_secret slack_app_token victorops_api_key opsgenie_api_key rocketchat_token "
    "rocketchat_token_id wechat_api_secret telegram_bot_token auth_password auth_secret api_key app_token bot_token "
    "routing_key service_key user_key token token_id api_secret alert_source_token password credentials client_secret "
    "bearer_token secret_key"
)
_KEYS: Final = frozenset(_KEYS_WORDS.split())
# Addresses that are secrets themselves: whoever knows one can post.
_HOOK: Final = re.compile(
    r"hooks\.slack\.com/(?:services|workflows)/\S{8,}|discord(?:app)?\.com/api/webhooks/\d+/\S{8,}"
    r"|webhook\.office\.com/\S{8,}|chat\.googleapis\.com/\S+key=\S+|[?&](?:token|key|sig|access_token)=[^&\s]{8,}",
    re.IGNORECASE,
)
# Documentation writes these where a secret is to stand.
_NOUNS: Final = frozenset({"password", "secret", "token", "mypassword", "mysecret", "apikey", "api_key"})
_SHORTEST: Final = 4


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each secret that is written out."""
    for node in document.model.root.walk():
        if not node.is_scalar or node.key is None or not node.text or is_open(node.raw):
            continue
        text = node.raw
        if len(text) < _SHORTEST or placeholder(text) or text.lower() in _NOUNS:
            continue
        if (node.key.raw in _KEYS and not _is_routing(node)) or _HOOK.search(text) or secret_value(text):
            yield Hit(node, {"key": node.key.raw})


def _is_routing(node: Node) -> bool:
    """Say whether the key is the routing key of VictorOps, which is the name of a team."""
    entry = node.parent
    listed = entry.parent if entry is not None else None
    return (
        listed is not None
        and listed.key is not None
        and listed.key.raw == "victorops_configs"
        and (node.key is not None and node.key.raw == "routing_key")
    )
