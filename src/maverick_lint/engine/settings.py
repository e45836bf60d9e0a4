"""Holds settings against the rules and kinds that there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from maverick_lint.config.errors import SettingsError, nearest
from maverick_lint.engine.classify import kinds
from maverick_lint.engine.plan import unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.config.model import Settings
    from maverick_lint.core.rule import Rule


def validate(settings: Settings, rules: Mapping[str, Rule]) -> None:
    """Check every rule, option and kind that the settings name.

    Raises SettingsError naming the key and where it was set.
    """
    per_file = [name for _, names in settings.per_file_ignores for name in names]
    for key, patterns in (("select", settings.select), ("ignore", settings.ignore), ("per_file_ignores", per_file)):
        for pattern in unknown(patterns, rules):
            _fail(settings, key, f"no rule is called `{pattern}`{nearest(pattern, list(rules))}")
    for key, named in (("levels", settings.levels), ("options", settings.options)):
        for rule_id in named:
            if rule_id not in rules:
                text = f"no rule is called `{rule_id}`{nearest(rule_id, list(rules))}"
                _fail(settings, f"{key}.{rule_id}", text)
    for glob, kind in settings.kinds:
        if kind not in kinds():
            _fail(settings, f"kinds.{glob}", f"no kind is called `{kind}`{nearest(kind, list(kinds()))}")
    for rule_id, options in settings.options.items():
        _validate_options(settings, rules[rule_id], options)


def _validate_options(settings: Settings, rule: Rule, options: Mapping[str, object]) -> None:
    for name, value in options.items():
        if name not in rule.options:
            if not rule.options:
                _fail(settings, f"options.{rule.id}", f"{rule.id} has no options")
            _fail(settings, f"options.{rule.id}", f"no option is called `{name}`{nearest(name, list(rule.options))}")
        import jsonschema_rs  # only where options are given

        schema = {key: part for key, part in rule.options[name].items() if key not in ("description", "default")}
        for error in jsonschema_rs.validator_for(schema).iter_errors(json.loads(json.dumps(value, default=str))):
            _fail(settings, f"options.{rule.id}", f"`{name}`: {error.message}")


def _fail(settings: Settings, key: str, text: str) -> None:
    shown = key.replace("_", "-")
    place = settings.sources.get(key) or settings.sources.get(key.partition(".")[0], "settings")
    message = f"{place}: `{shown}`: {text}"
    raise SettingsError(message)
