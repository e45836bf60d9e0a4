"""What a file says of a mesh or of Nomad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@dataclass(frozen=True, slots=True)
class Use:
    """A thing that is in use: `product` is "Nomad", "Consul Connect" or "Kuma", `what` its word in the file."""

    product: str
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mesh:
    """The uses of a file, in its order."""

    uses: tuple[Use, ...]
