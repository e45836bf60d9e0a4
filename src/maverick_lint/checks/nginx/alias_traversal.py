"""A location with an alias keeps visitors within the folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span
from maverick_lint.formats.nginx.captures import group_can_hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_CAPTURE: Final = re.compile(r"([^$]*)\$([1-9])")
_OPENED: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|(\((?!\?)|\(\?P?<[A-Za-z_])")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield prefix locations without a final slash whose alias has one: `/x../secret` leads out of the folder."""
    for directive in document.model.directives:
        location = directive.home.owner
        if directive.name != "alias" or not directive.args or location is None or location.name != "location":
            continue
        if len(location.args) > 1 and location.first() in ("~", "~*"):
            if directive.known and location.known and (loose := _unfenced(location.args[1].text, directive.first())):
                yield Hit(directive.args[0].span, {"alias": directive.first(), "location": location.args[1].text,
                                                   "capture": loose}, case="capture")  # fmt: skip
            continue
        if len(location.args) > 1 and location.first() != "^~":
            continue
        path, alias = location.args[-1], directive.args[0]
        if location.known and path.text.startswith("/") and not path.text.endswith("/") and alias.text.endswith("/"):
            end = path.end - (1 if path.quote else 0)
            fix = Fix(f"End the location in a slash: {path.text}/", (Edit(Span(end, end), "/"),), safe=False)
            yield Hit(path.span, {"location": path.text, "alias": alias.text}, fix=fix)


def _unfenced(regex: str, alias: str) -> str:
    """Return the capture in an alias that may begin in the middle of a file's name; "" where there is none.

    What comes before the group in the expression, and before the number in the alias, must both end in a slash.
    """
    match = _CAPTURE.match(alias)
    if match is None or not group_can_hold(regex, match[2], "."):
        return ""
    opened = [found.start() for found in _OPENED.finditer(regex) if found[1]]
    number = int(match[2])
    if number > len(opened):
        return ""
    if regex[opened[number - 1] :].removeprefix("(").lstrip("(").startswith("/"):
        return ""
    before = regex[: opened[number - 1]].rstrip("(").removesuffix("(?:")
    return "" if before.endswith("/") and match[1].endswith("/") else f"${number}"
