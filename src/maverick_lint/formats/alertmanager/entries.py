"""What Alertmanager demands of the entries of a receiver, beyond the types of their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.alertmanager.integrations import NEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span
    from maverick_lint.formats.alertmanager.model import Receiver

_RESPONDERS: Final = ("team", "teams", "user", "escalation", "schedule")

# amlint's names for an entry that lacks what it must have.
_NEEDED: Final = {
    "discord_configs": ("discord-no-webhook-url",),
    "email_configs": ("email-no-smarthost",),
    "msteams_configs": ("msteams-no-webhook-url",),
    "opsgenie_configs": ("opsgenie-no-api-key",),
    "pagerduty_configs": ("pagerduty-no-routing-key",),
    "slack_configs": ("slack-no-api-url",),
    "sns_configs": ("sns-no-target",),
    "telegram_configs": ("telegram-no-bot-token",),
    "victorops_configs": ("victorops-no-api-key",),
    "webhook_configs": ("webhook-no-url",),
    "wechat_configs": ("wechat-no-corp-id",),
}


def same(*names: str) -> tuple[str, ...]:
    """Return what other tools call a fault that amtool refuses and that amlint has these names for."""
    return ("amtool:check-config", *(f"amlint:{name}" for name in names))


def entry_faults(receiver: Receiver, given: set[str]) -> Iterator[ParseError]:
    """Yield what is missing from the entries of a receiver or excludes another; `given` are the keys of `global`."""
    for key in receiver.integrations:
        for entry in receiver.node.pairs()[key].items():
            if not entry.is_map:
                continue
            own = {name for name, value in entry.pairs().items() if value.children or value.text}
            for keys, general in NEEDS.get(key, ()):
                if own.isdisjoint(keys) and given.isdisjoint(general):
                    names = same(*_NEEDED.get(key, ()))
                    yield ParseError(first_key(entry), _missing(key, keys, general), equivalents=names)
            yield from exclusive(entry)
            yield from _special(key, entry)


def exclusive(node: Node) -> Iterator[ParseError]:
    """Yield each value that is given both as it is and by a file."""
    pairs = node.pairs()
    for name, value in pairs.items():
        plain = name.removesuffix("_file")
        if plain != name and value.text and plain in pairs and pairs[plain].text:
            yield ParseError(value.key_span(), f"`{name}` and `{plain}` exclude each other")


def first_key(node: Node) -> Span:
    """Return the span of what a reader takes for a mapping: its first key."""
    key = node.children[0][0] if node.children else None
    return node.span if key is None else key.span


def _missing(key: str, keys: tuple[str, ...], general: tuple[str, ...]) -> str:
    also = f", and `global` has no `{general[0]}`" if general and general != keys else ""
    others = " or ".join(f"`{name}`" for name in keys)
    return f"an entry of `{key}` needs {others}{also}"


def _special(key: str, entry: Node) -> Iterator[ParseError]:
    if key == "email_configs":
        seen: set[str] = set()
        headers = entry.get("headers")
        for name, value in headers.pairs().items() if headers is not None else ():
            if name.lower() in seen:
                yield ParseError(value.key_span(), f"the header `{name}` is given twice; case makes no difference")
            seen.add(name.lower())
    elif key == "webex_configs":
        client = entry.get("http_config")
        if client is not None and client.is_map and client.get("authorization") is None:
            yield ParseError(client.key_span(), "Webex needs `http_config` with an `authorization`")
    elif key == "opsgenie_configs":
        responders = entry.get("responders")
        for responder in responders.items() if responders is not None else ():
            yield from _responder(responder)


def _responder(node: Node) -> Iterator[ParseError]:
    if not node.is_map:
        return
    if not any((value := node.get(name)) is not None and value.text for name in ("id", "name", "username")):
        yield ParseError(first_key(node), "a responder needs an `id`, a `name` or a `username`")
    kind = node.get("type")
    if kind is not None and kind.text and not is_open(kind.raw) and kind.raw.lower() not in _RESPONDERS:
        yield ParseError(kind.span, f"`{kind.raw}` is no type of responder: {', '.join(_RESPONDERS)}")
