"""The Go templates in an Alertmanager configuration (alerting/notifications of Alertmanager 0.28, read 2026-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.record import record
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._gotemplate import Template, read_template
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats.alertmanager.model import Alertmanager

TEMPLATE: Final = "alertmanager/template"
_FUNCTION_WORDS: Final = (
    "toUpper toLower title trimSpace join match safeHtml safeUrl urlUnescape reReplaceAll stringSlice date tz since "
    "humanizeDuration toJson list append dict"
)
FUNCTIONS: Final = frozenset(_FUNCTION_WORDS.split())
# The beginnings of the names of the templates that Alertmanager brings along.
OWN: Final = (
    "__", "slack.default.", "pagerduty.default.", "email.default.", "opsgenie.default.", "pushover.default.",
    "victorops.default.", "wechat.default.", "telegram.default.", "sns.default.", "discord.default.",
    "msteams.default.", "msteamsv2.default.", "webex.default.", "jira.default.", "rocketchat.default.",
    "mattermost.default.", "incidentio.default.", "hipchat.default.",
)  # fmt: skip
# What is sent to, or logs in, is no template.
_PLAIN: Final = frozenset({"http_config", "tls_config", "sigv4", "smarthost", "chat_id"})


@record
class Templated:
    """A text of a receiver that Alertmanager fills in."""

    source: Source
    node: Node
    template: Template

    @property
    def name(self) -> str:
        """The key under which it stands."""
        return self.node.key.raw if self.node.key is not None else ""

    def span(self, inner: Span) -> Span:
        """Return where a span of the text stands in the file."""
        return embedded(self.source, self.node).outer(inner)


def texts(source: Source, model: Alertmanager) -> Iterator[Templated]:
    """Yield every text of the receivers that holds an action of a template."""
    for receiver in model.receivers:
        for key in receiver.integrations:
            for entry in receiver.node.pairs()[key].items():
                for node in entry.walk():
                    top = node.key.raw if node.key is not None else ""
                    if node.is_scalar and "{{" in node.raw and not top.endswith("_file") and not _is_plain(node):
                        yield Templated(source, node, read_template(node.raw))


def _is_plain(node: Node) -> bool:
    at: Node | None = node
    while at is not None:
        if at.key is not None and at.key.raw in _PLAIN:
            return True
        at = at.parent
    return False


def text_faults(source: Source, model: Alertmanager) -> Iterator[ParseError]:
    """Yield what Go refuses of the texts."""
    for text in texts(source, model):
        for span, message in text.template.faults:
            yield ParseError(text.span(span), f"the template of `{text.name}` is wrong: {message}", TEMPLATE)
        for span, message in function_faults(text.template):
            yield ParseError(text.span(span), message, TEMPLATE)


def function_faults(template: Template) -> Iterator[tuple[Span, str]]:
    """Yield each function that the templates of Alertmanager do not have."""
    for name, span in template.functions:
        if name not in FUNCTIONS:
            near = close_matches(name, FUNCTIONS, 1, 0.7)
            yield span, f"templates have no function `{name}`" + (f"; did you mean `{near[0]}`?" if near else "")
