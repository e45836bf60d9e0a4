"""What a file says of a mesh or of Nomad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Use:
    """A thing that is in use: `product` is "Nomad", "Consul Connect" or "Kuma", `what` its word in the file."""

    product: str
    what: str
    span: Span


@record
class Mesh:
    """The uses of a file, in its order."""

    uses: tuple[Use, ...]
