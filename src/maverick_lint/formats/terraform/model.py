"""What a Terraform or Pulumi file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Span


@record
class Named:
    """A name at its place: a provider's local name, or the type of a resource or data source.

    role  "provider" for a provider block, "required" for an entry of required_providers, "resource", "data",
          "config" for a key of a Pulumi stack's settings
    """

    role: str
    name: str
    span: Span


@record
class Infrastructure:
    """The names of a file in its order."""

    names: tuple[Named, ...]
