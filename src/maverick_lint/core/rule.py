"""A rule as the registry gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVELS: Final = ("note", "warning", "error")
PROFILES: Final = ("essential", "standard", "strict")

Options = dict[str, Any]


@record
class Rule:
    """What a rule file says, without its examples.

    needs      the kinds of file that the rule judges; ("stack",) when it joins facts; ("engine",) when the engine
               itself raises it (an unreadable file, an unused suppression)
    messages   message templates by case; the usual one has the key ""
    facts      for a rule over the stack: the kinds of facts without any of which it has nothing to say; () for none
    words      for a rule over files: the texts without any of which a file gives it nothing to say; () for none
    check      {"python": true}, or {"select": path, "schema": JSON Schema}, or {"engine": true}
    options    JSON Schema of each option by name
    """

    id: str
    level: str
    profile: str
    confidence: str
    title: str
    messages: Mapping[str, str]
    why: str
    remedy: str
    needs: tuple[str, ...]
    check: Mapping[str, Any]
    standard: str = ""
    security: str = ""
    fixable: bool = False
    equivalents: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The first half of the id."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The second half of the id."""
        return self.id.partition("/")[2]

    def defaults(self) -> Options:
        """Return each option's default; None where its schema names none."""
        return {name: schema.get("default") for name, schema in self.options.items()}
