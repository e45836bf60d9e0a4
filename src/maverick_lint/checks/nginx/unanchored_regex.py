"""An expression says where in the path it matches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.captures import is_anchored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


_WITH_MODIFIER: Final = 2
# Hidden files are to be found in every folder.
_HIDING: Final = ("/\\.", "\\.ht", "/(\\.", "(^|/)\\.")


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield expressions of locations with a way through them that has no anchor."""
    for directive in document.model.directives:
        words = directive.args
        if directive.name != "location" or len(words) < _WITH_MODIFIER or words[0].text not in ("~", "~*"):
            continue
        regex = words[1].text
        if words[1].known and not regex.startswith(_HIDING) and is_anchored(regex) is False:
            yield Hit(words[1].span, {"regex": regex})
