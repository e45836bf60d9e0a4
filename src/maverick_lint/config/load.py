"""Finds and reads the settings of a project."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.config.errors import SettingsError, nearest
from maverick_lint.config.model import Settings
from maverick_lint.core.record import field_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMES: Final = (".maverick-lint.toml", ".maverick-lint.yaml", ".maverick-lint.yml")
_TABLE: Final = ("tool", "maverick-lint")


def load(root: str, overrides: Mapping[str, Any], config: str | None = "") -> Settings:
    """Return the settings of a root, with what the command line says on top.

    `config` is a settings file to use, "" to look for one in the root, None for none at all.
    Raises SettingsError when they cannot be used.
    """
    path = config or (find(root) if config is not None else None)
    values, lines = read(path) if path else ({}, {})
    values.update(overrides)
    shown = os.path.relpath(path) if path else ""
    sources = {key: f"{shown}:{line}" for key, line in lines.items()}
    sources.update(dict.fromkeys(overrides, "command line"))
    return Settings(**values, sources=sources)


def find(root: str) -> str | None:
    """Return the settings file of a folder, None when it has none."""
    for name in NAMES:
        if os.path.isfile(path := os.path.join(root, name)):
            return path
    path = os.path.join(root, "pyproject.toml")
    return path if os.path.isfile(path) and "[tool.maverick-lint" in _text(path) else None


def read(path: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return what a settings file sets, by field of `Settings`, and the line of each.

    Raises SettingsError when the file cannot be used.
    """
    text = _text(path)
    path = os.path.relpath(path)
    if path.endswith((".yaml", ".yml")):
        raw, line_of = _yaml(path, text)
    else:
        raw, line_of = _toml(path, text)
    if raw:
        _validate(path, raw, line_of)
    known = set(field_names(Settings)) - {"sources"}
    names = {key: key.replace("-", "_") for key in raw}
    values = {names[key]: _frozen(names[key], value) for key, value in raw.items() if names[key] in known}
    lines = {names[key]: line_of([key]) for key in raw}
    for key, value in raw.items():
        for inner in value if isinstance(value, dict) else ():
            lines[f"{names[key]}.{inner}"] = line_of([key, inner])
    return values, lines


def schema() -> dict[str, Any]:
    """Return the JSON Schema of settings."""
    import json  # only where settings are given

    from maverick_lint.registry.index import data_file  # only where settings are given

    with open(data_file("schemas/settings.schema.json"), encoding="utf-8") as stream:
        loaded: dict[str, Any] = json.load(stream)
    return loaded


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as stream:
            return stream.read(2_000_000)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: the settings cannot be read: {error}"
        raise SettingsError(message) from error


def _toml(path: str, text: str) -> tuple[dict[str, Any], Any]:
    import tomllib  # only where settings are given

    from maverick_lint.config.lines import toml_line  # as above

    try:
        data: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"{path}: is no valid TOML: {error}"
        raise SettingsError(message) from error
    table = _TABLE if os.path.basename(path) == "pyproject.toml" else ()
    for step in table:
        data = data.get(step, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        message = f"{path}: [tool.maverick-lint] must be a table"
        raise SettingsError(message)
    return data, lambda keys: toml_line(text, [*table, *keys])


def _yaml(path: str, text: str) -> tuple[dict[str, Any], Any]:
    from maverick_lint.core.source import Source  # only where settings are given
    from maverick_lint.formats._yaml import read_yaml  # as above
    from maverick_lint.select.data import plain  # as above

    source = Source(path, text)
    parsed = read_yaml(source, "github")
    if parsed.errors:
        error = parsed.errors[0]
        message = f"{path}:{source.position(error.span.start).line}: {error.message}"
        raise SettingsError(message)
    root = parsed.root
    if root is None:
        return {}, lambda _: 1
    data = plain(root)
    if not isinstance(data, dict):
        message = f"{path}:1: settings are a mapping"
        raise SettingsError(message)

    def line_of(keys: Sequence[str]) -> int:
        node = root
        for key in keys:
            node = node.get(key) or node
        return source.position(node.key_span().start).line

    return data, line_of


def _validate(path: str, raw: dict[str, Any], line_of: Any) -> None:  # noqa: ANN401 - a function of key paths
    import jsonschema_rs  # only where settings are given

    rules = schema()
    known = list(rules["properties"])
    for key in raw:
        if key not in known:
            message = f"{path}:{line_of([key])}: unknown key `{key}`{nearest(key, known)}"
            raise SettingsError(message)
    for error in jsonschema_rs.validator_for(rules).iter_errors(raw):
        steps = [str(step) for step in error.instance_path]
        message = f"{path}:{line_of(steps)}: `{'.'.join(steps)}`: {error.message}"
        raise SettingsError(message)


def _frozen(name: str, value: Any) -> Any:  # noqa: ANN401 - a value of any of the fields
    if name == "per_file_ignores":
        return tuple((glob, tuple(rules)) for glob, rules in value.items())
    if name == "kinds":
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value
