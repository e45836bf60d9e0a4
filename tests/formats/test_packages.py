"""Package managers as data: what a command asks of one, what is pinned, what keeps to the lock file."""

from __future__ import annotations

import pytest

from maverick_lint.core.source import Source
from maverick_lint.formats._packages import MANAGERS, Invocation, invocation, lock
from maverick_lint.formats._packages.caches import fills, switched_off
from maverick_lint.formats._packages.pins import floating, written
from maverick_lint.formats._shell import commands_of

PROGRAMS = {
    "apt", "apt-get", "apk", "yum", "dnf", "microdnf", "zypper", "pip", "uv", "poetry", "npm", "yarn", "pnpm", "bun",
    "gem", "bundle", "bundler", "composer", "go", "cargo",
}  # fmt: skip


def call(text: str) -> Invocation:
    """Return the only call of a manager in a script."""
    (found,) = (one for command in commands_of(Source("x.sh", text)) if (one := invocation(command)) is not None)
    return found


def test_all_managers_are_known() -> None:
    programs = {program for manager in MANAGERS for program in manager.programs}
    assert programs >= PROGRAMS


@pytest.mark.parametrize(
    ("text", "manager", "action", "operands"),
    [
        ("apt-get -o Dpkg::Use-Pty=0 install -y -t stable curl", "apt-get", "install", ["curl"]),
        ("apk --no-cache add -t .build gcc", "apk", "add", ["gcc"]),
        ("python3.12 -m pip install -r r.txt flask", "pip", "install", ["flask"]),
        ("uv pip install flask", "uv", "pip install", ["flask"]),
        ("yarn --cwd web", "yarn", "", []),
        ("yarn global add serve", "yarn", "global add", ["serve"]),
        ("dnf module install nodejs:18", "dnf", "module install", ["nodejs:18"]),
        ("gem install nokogiri -- --with-x", "gem", "install", ["nokogiri"]),
        ("composer global require a/b", "composer", "global require", ["a/b"]),
        ("cargo install --version 1 just", "cargo", "install", ["just"]),
    ],
)
def test_a_call_is_cut_into_its_parts(text: str, manager: str, action: str, operands: list[str]) -> None:
    found = call(text)
    assert (found.manager.name, found.action, [word.text for word in found.operands]) == (manager, action, operands)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("apt-get install curl", "curl=VERSION"),
        ("pip install flask", "flask==VERSION"),
        ("pip install git+https://x.org/a/b", "git+https://x.org/a/b@COMMIT"),
        ("npm install a/b", "a/b#COMMIT"),
        ("pnpm add @a/b", "@a/b@VERSION"),
        ("yum module install nodejs", "nodejs:STREAM"),
        ("gem install rake", "rake:VERSION"),
    ],
)
def test_a_package_without_a_version(text: str, form: str) -> None:
    found = call(text)
    word = floating(found)
    assert word is not None
    assert written(found, word) == form


@pytest.mark.parametrize(
    "text",
    [
        "apt-get install curl=1", "apk add 'curl<2'", "pip install -c c.txt flask", "pip install 'flask[x]>=1'",
        "npm ci",
        "npm install a/b#v1", "yarn add a@1", "bun install", "go install ./...", "go run a.b/c@v1 x@latest",
        "poetry install",
        "composer require a/b:1", "cargo install --path .", "dnf install @development", "gem install rake -v 13",
        "uv tool install ruff==1", "pip install git+ssh://git@x.org/a/b@v1",
    ],
)  # fmt: skip
def test_a_package_with_a_version_or_none_at_all(text: str) -> None:
    assert floating(call(text)) is None


@pytest.mark.parametrize(
    ("text", "frozen"),
    [
        ("npm ci", True), ("npm install", False), ("yarn", False), ("yarn install --immutable", True),
        ("bun ci", True),
        ("pnpm install --frozen-lockfile=false", False), ("uv sync --locked", True), ("UV_FROZEN=1 uv sync", True),
        ("pipenv sync", True), ("bundle install --deployment", True), ("poetry install", None),
        ("go mod download", None),
        ("yarn install $FLAGS", None),
    ],
)  # fmt: skip
def test_what_keeps_to_the_lock_file(text: str, *, frozen: bool | None) -> None:
    assert lock.keeps_to_lock(call(text), {}) is frozen


@pytest.mark.parametrize(
    ("text", "renews"),
    [
        ("composer update", True), ("composer install", False), ("npm update", True), ("npm update -g", False),
        ("npm update left-pad", False), ("uv lock --check", False), ("poetry lock", True), ("bundle update", True),
        ("cargo update", True),
    ],
)  # fmt: skip
def test_what_chooses_versions_anew(text: str, *, renews: bool) -> None:
    assert bool(lock.renews(call(text))) is renews


def test_what_fills_a_cache() -> None:
    assert fills(call("apt-get update"))
    assert fills(call("dnf -y upgrade"))
    assert not fills(call("apk add --no-cache curl"))
    assert not fills(call("apt-get install curl"))
    assert switched_off(call("PIP_NO_CACHE_DIR=on pip install x"), {})
    assert not switched_off(call("pip install x"), {"PIP_NO_CACHE_DIR": "0"})
