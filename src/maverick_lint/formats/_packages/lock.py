"""Lock files, and what makes an install keep to them and leave development dependencies out.

Source: the command references of npm, Yarn (classic and Berry), pnpm, Bun, uv, Poetry, Pipenv, PDM, Bundler, Composer
(2026-08).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.formats._packages.invocation import Invocation

LOCK_FILES: Final = {
    "npm": ("package-lock.json", "npm-shrinkwrap.json"),
    "yarn": ("yarn.lock",),
    "pnpm": ("pnpm-lock.yaml",),
    "bun": ("bun.lock", "bun.lockb"),
    "uv": ("uv.lock",),
    "poetry": ("poetry.lock",),
    "pipenv": ("Pipfile.lock",),
    "pdm": ("pdm.lock",),
    "bundle": ("Gemfile.lock",),
    "composer": ("composer.lock",),
    "cargo": ("Cargo.lock",),
    "go": ("go.sum",),
}
MANIFESTS: Final = {
    "npm": ("package.json",),
    "yarn": ("package.json",),
    "pnpm": ("package.json",),
    "bun": ("package.json",),
    "uv": ("pyproject.toml",),
    "poetry": ("pyproject.toml",),
    "pipenv": ("Pipfile",),
    "pdm": ("pyproject.toml",),
    "bundle": ("Gemfile",),
    "composer": ("composer.json",),
    "cargo": ("Cargo.toml",),
    "go": ("go.mod",),
    "pip": ("requirements.txt", "pyproject.toml", "setup.py"),
}
_TRUE: Final = ("1", "true", "yes", "on")


@record
class _Lock:
    """What freezes an install: flags, sub-commands that do it by themselves, variables; and what to write."""

    flags: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    write: str = ""


_FROZEN: Final = {
    "npm": _Lock((), ("ci", "clean-install", "install-clean"), (), "npm ci"),
    "yarn": _Lock(
        ("--frozen-lockfile", "--immutable", "--pure-lockfile"),
        (),
        ("YARN_ENABLE_IMMUTABLE_INSTALLS",),
        "yarn install --frozen-lockfile (--immutable from Yarn 2 on)",
    ),
    "pnpm": _Lock(("--frozen-lockfile",), (), ("CI", "npm_config_frozen_lockfile"), "pnpm install --frozen-lockfile"),
    "bun": _Lock(("--frozen-lockfile",), ("ci",), (), "bun install --frozen-lockfile"),
    "uv": _Lock(("--frozen", "--locked"), (), ("UV_FROZEN", "UV_LOCKED"), "uv sync --frozen"),
    "pipenv": _Lock(("--deploy", "--ignore-pipfile"), ("sync",), (), "pipenv install --deploy"),
    "pdm": _Lock(
        ("--frozen-lockfile", "--check"), ("sync",), ("PDM_FROZEN_LOCKFILE",), "pdm install --frozen-lockfile"
    ),
    "bundle": _Lock(
        ("--deployment", "--frozen"),
        (),
        ("BUNDLE_DEPLOYMENT", "BUNDLE_FROZEN"),
        "bundle config set --local deployment true before it",
    ),
}
# Sub-commands that choose versions anew, and what to write instead.
_RENEWS: Final = {
    "npm": (("update", "up", "upgrade"), "npm ci"),
    "yarn": (("upgrade", "up"), "yarn install --immutable"),
    "pnpm": (("update", "up", "upgrade"), "pnpm install --frozen-lockfile"),
    "bun": (("update",), "bun install --frozen-lockfile"),
    "composer": (("update", "upgrade", "u"), "composer install"),
    "bundle": (("update",), "bundle install after `bundle config set --local deployment true`"),
    "poetry": (("update", "lock"), "poetry install"),
    "uv": (("lock",), "uv sync --frozen"),
    "pdm": (("update", "lock"), "pdm install --frozen-lockfile"),
    "pipenv": (("update", "lock"), "pipenv install --deploy"),
    "cargo": (("update", "generate-lockfile"), "cargo build --locked"),
}
RENEWING: Final = ("update", "upgrade", "lock", " up", " u")
_LOOKS: Final = ("--check", "--check-lock", "--locked", "--dry-run", "-n", "--help", "--version")
_OMIT: Final = {
    "npm": (("--production", "--only=production", "--omit=dev"), "npm ci --omit=dev"),
    "yarn": (("--production", "--prod"), "yarn install --production"),
    "pnpm": (("--prod", "-P", "--production"), "pnpm install --prod"),
    "bun": (("--production", "-p"), "bun install --production"),
    "uv": (("--no-dev", "--only-group", "--no-default-groups"), "uv sync --no-dev"),
    "poetry": (("--only", "--without", "--no-dev"), "poetry install --only main"),
    "pdm": (("--prod", "--production", "--no-dev"), "pdm install --prod"),
    "composer": (("--no-dev",), "composer install --no-dev"),
    "bundle": (("--without",), "bundle config set --local without 'development test'"),
}
_OMIT_VARIABLES: Final = {
    "npm": (("NODE_ENV", ("production",)), ("NPM_CONFIG_OMIT", ("dev",)), ("npm_config_production", _TRUE)),
    "yarn": (("NODE_ENV", ("production",)),),
    "pnpm": (("NODE_ENV", ("production",)),),
    "bun": (("NODE_ENV", ("production",)),),
    "uv": (("UV_NO_DEV", _TRUE),),
    "composer": (("COMPOSER_NO_DEV", _TRUE),),
    "bundle": (("BUNDLE_WITHOUT", ()), ("BUNDLE_ONLY", ())),
}


def keeps_to_lock(call: Invocation, variables: Mapping[str, str | None]) -> bool | None:
    """Say whether an install keeps to the lock file; None for managers that always do, or when it cannot be known.

    `variables` are those of its environment; a name mapped to None has an unknown value.
    """
    lock = _FROZEN.get(call.manager.name)
    if lock is None or call.action not in call.manager.install:
        return None
    if call.action in lock.actions or call.has(*lock.flags):
        negated = any(name in lock.flags and value in ("false", "0") for name, value in call.flags)
        return not negated
    assigned = dict(call.command.assigned)
    for name in lock.variables:
        if name in assigned or name in variables:
            value = assigned.get(name, variables.get(name))
            return None if value is None else value.lower() not in ("", "0", "false", "no")
    return None if call.unknown else False


def renews(call: Invocation) -> str:
    """Return what to write in the place of a call that chooses the application's versions anew; "" for another call."""
    actions, write = _RENEWS.get(call.manager.name, ((), ""))
    if call.action not in actions or call.operands or call.unknown or call.has(*_LOOKS, "-g", "--global"):
        return ""
    return write


def frozen_form(name: str) -> str:
    """Return what to write so that a manager keeps to its lock file; "" when nothing is needed."""
    lock = _FROZEN.get(name)
    return "" if lock is None else lock.write


def leaves_out_development(call: Invocation, variables: Mapping[str, str | None]) -> bool | None:
    """Say whether an install leaves development dependencies out; None when it cannot be known."""
    if call.manager.name not in _OMIT or call.action not in call.manager.install:
        return None
    flags, _ = _OMIT[call.manager.name]
    for name, value in call.flags:
        if name in flags and value not in ("false", "0"):
            return True
        if f"{name}={value}" in flags or (name in ("--omit", "--only") and value in ("dev", "production", "prod")):
            return True
    assigned = dict(call.command.assigned)
    for name, wanted in _OMIT_VARIABLES.get(call.manager.name, ()):
        if name in assigned or name in variables:
            value = assigned.get(name, variables.get(name))
            if value is None:
                return None
            if not wanted or value.lower() in wanted:
                return True
    return None if call.unknown else False


def production_form(name: str) -> str:
    """Return what to write so that a manager leaves development dependencies out."""
    return _OMIT[name][1]
