"""A location with an alias keeps visitors within the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield prefix locations without a final slash whose alias has one: `/x../secret` leads out of the folder."""
    for directive in document.model.directives:
        location = directive.home.owner
        if directive.name != "alias" or not directive.args or location is None or location.name != "location":
            continue
        if len(location.args) > 1 and location.first() != "^~":
            continue
        path, alias = location.args[-1], directive.args[0]
        if location.known and path.text.startswith("/") and not path.text.endswith("/") and alias.text.endswith("/"):
            end = path.end - (1 if path.quote else 0)
            fix = Fix(f"End the location in a slash: {path.text}/", (Edit(Span(end, end), "/"),), safe=False)
            yield Hit(path.span, {"location": path.text, "alias": alias.text}, fix=fix)
