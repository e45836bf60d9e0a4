"""gitlab-ci/literal-secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import place_in, place_of, variables
from maverick_lint.core.finding import Hit
from maverick_lint.formats._secrets import secret_at, secret_name, url_password
from maverick_lint.formats._secrets.randomness import looks_random
from maverick_lint.formats.gitlab.lines import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each credential that stands in the file: in a variable or in a script."""
    ci = document.model
    for _, name, value, text in variables(ci):
        found = secret_at(text)
        if found is not None:
            yield Hit(place_of(value), {"name": name, "what": found[0]})
        elif secret_name(name) and looks_random(text):
            yield Hit(place_of(value), {"name": name, "what": "what looks like a generated secret"})
        elif (password := url_password(text)) is not None and looks_random(password):
            yield Hit(place_of(value), {"name": name, "what": "an address with a password"})
    for section in sections(ci):
        found = secret_at(section.source.text)
        if found is not None:
            yield Hit(place_in(section, found[1], found[2]), {"name": section.key, "what": found[0]}, "script")
