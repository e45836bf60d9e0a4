"""One fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class Fact:
    """A statement of one file.

    kind   what is stated: "pipeline", "service", "dockerfile", "evidence" ...
    key    what it is called: the service's name, the image, the technology
    value  the typed value, one of the classes of this package
    place  where the file says so
    """

    kind: str
    key: str
    value: object
    place: Place
