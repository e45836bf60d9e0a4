"""Which rules run, at which level, with which options."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.core.rule import PROFILES
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maverick_lint.config.model import Settings
    from maverick_lint.core.rule import Options, Rule

ALL: Final = "ALL"


@record
class Planned:
    """A rule that runs, with its level and options under the settings; `chosen` says that they name the level."""

    rule: Rule
    level: str
    options: Options
    chosen: bool = False


@record
class Plan:
    """The rules of a run: by kind of file ("*" for every file), over the stack, and those the engine raises."""

    by_kind: Mapping[str, Sequence[Planned]]
    stack: Sequence[Planned]
    active: Mapping[str, Planned]
    rules: Mapping[str, Rule]

    def for_kind(self, kind: str) -> Sequence[Planned]:
        """Return the rules that judge a file of this kind; those of "*" judge every text, understood or not."""
        return [*self.by_kind.get(kind, ()), *self.for_any()]

    def for_any(self) -> Sequence[Planned]:
        """Return the rules that judge every file."""
        return self.by_kind.get("*", ())

    def knows(self, pattern: str) -> bool:
        """Say whether a pattern names any rule at all, ours or by another tool's name."""
        return any(names((pattern,), rule) for rule in self.rules.values())

    def nearest(self, pattern: str) -> str:
        """Return the id that a mistaken pattern most likely means, "" when none is near."""
        return nearest(pattern, self.rules)

    def can_judge(self, patterns: Iterable[str]) -> bool:
        """Say whether every rule that the patterns name runs, so that silence means that there is nothing."""
        named = [rule for rule in self.rules.values() if names(patterns, rule)]
        return all(rule.id in self.active for rule in named)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to a mistaken one, "" when none is near."""
    return next(iter(close_matches(word, list(known), n=1, cutoff=0.6)), "")


def make(rules: Mapping[str, Rule], settings: Settings) -> Plan:
    """Return the plan that the settings ask for."""
    by_kind: dict[str, list[Planned]] = {}
    stack: list[Planned] = []
    active: dict[str, Planned] = {}
    for rule in rules.values():
        level = settings.levels.get(rule.id, rule.level)
        if level == "off" or not runs(rule, settings):
            continue
        planned = Planned(
            rule, level, {**rule.defaults(), **settings.options.get(rule.id, {})}, rule.id in settings.levels
        )
        active[rule.id] = planned
        if rule.needs == ("stack",):
            stack.append(planned)
        elif "engine" not in rule.check:
            for kind in rule.needs:
                by_kind.setdefault(kind, []).append(planned)
    return Plan(by_kind, stack, active, rules)


def runs(rule: Rule, settings: Settings) -> bool:
    """Say whether a rule runs under the settings.

    What the engine raises (a file that cannot be read or parsed, a bad suppression) is not left out by selecting
    other rules: a file that was not judged must never look clean. It can be ignored by name.
    """
    if names(settings.ignore, rule):
        return False
    if settings.select:
        return "engine" in rule.check or names(settings.select, rule)
    return PROFILES.index(rule.profile) <= PROFILES.index(settings.profile) or rule.id in settings.levels


def names(patterns: Iterable[str], rule: Rule) -> bool:
    """Say whether one of the patterns names the rule: its id, its kind, `kind/*`, a `tool:rule`, or ALL."""
    return any(_names(pattern, rule.id, rule.equivalents) for pattern in patterns)


@lru_cache(maxsize=65536)
def _names(pattern: str, rule_id: str, equivalents: tuple[str, ...]) -> bool:
    if pattern in (ALL, rule_id):
        return True
    if ":" in pattern:
        return pattern in equivalents
    if pattern.endswith("*"):
        return rule_id.startswith(pattern[:-1])
    return rule_id.startswith(pattern + "/")


def unknown(patterns: Iterable[str], rules: Mapping[str, Rule]) -> list[str]:
    """Return the patterns that name no rule at all."""
    return [pattern for pattern in patterns if not any(names((pattern,), rule) for rule in rules.values())]
