"""Patterns of .dockerignore, and secrets by name and form."""

from __future__ import annotations

import pytest

from dockerfile_reading import NoFiles
from maverick_lint.core.source import Source
from maverick_lint.formats._ignore_patterns import cleaned
from maverick_lint.formats._secrets import placeholder, secret_name, secret_value, url_password
from maverick_lint.formats.dockerignore.model import Dockerignore
from maverick_lint.formats.dockerignore.parse import parse


def read(text: str) -> Dockerignore:
    return parse(Source(".dockerignore", text), "dockerignore", NoFiles()).model


@pytest.mark.parametrize(
    ("text", "path", "ignored"),
    [
        ("*.md", "README.md", True),
        ("*.md", "docs/README.md", False),
        ("**/*.md", "docs/README.md", True),
        ("**/*.md", "README.md", True),
        ("docs", "docs/a/b.txt", True),
        ("/docs/", "docs/a", True),
        ("./a/../docs", "docs", True),
        ("*\n!src", "src/main.py", False),
        ("*\n!src\nsrc/*.pyc", "src/a.pyc", True),
        ("*\n!src/**", "README.md", True),
        ("a?c", "abc", True),
        ("[ab]x", "bx", True),
        ("[^a]x", "ax", False),
        ("\\*x", "*x", True),
        ("# a comment", "# a comment", False),
        (" # no comment", "# no comment", True),
    ],
)
def test_patterns(text: str, path: str, *, ignored: bool) -> None:
    assert read(text).ignores(path) is ignored


def test_places_and_errors() -> None:
    text = ".git\r\n  !  keep \n!\n# c\n"
    found = parse(Source(".dockerignore", text), "dockerignore", NoFiles())
    assert [(one.text, one.negated, text[one.span.start : one.span.end]) for one in found.model.patterns] == [
        (".git", False, ".git"),
        ("keep", True, "!  keep"),
    ]
    assert [text[error.span.start : error.span.end] for error in found.errors] == ["!"]
    assert [comment.text for comment in found.comments()] == ["c"]
    assert cleaned("/") == "."


@pytest.mark.parametrize(
    "name", ["DB_PASSWORD", "apiKey", "SECRET_KEY_BASE", "npm-token", "AWS_SECRET_ACCESS_KEY", "pgpassword"]
)
def test_secret_names(name: str) -> None:
    assert secret_name(name) is (name != "pgpassword")


@pytest.mark.parametrize(
    "name",
    [
        "TOKENIZERS_PARALLELISM",
        "PASSWORD_FILE",
        "PUBLIC_KEY",
        "SORT_KEY",
        "GPG_KEY",
        "TOKEN_URL",
        "PASSWORDLESS",
        "KEY",
    ],
)
def test_names_that_only_sound_secret(name: str) -> None:
    assert not secret_name(name)


def test_secret_values() -> None:
    assert secret_value("x ghp_" + "a1B2" * 9) == "a GitHub token"
    assert secret_value("-----BEGIN RSA PRIVATE KEY-----") == "a private key"
    assert secret_value("AKIAIOSFODNN7EXAMPLE") is None
    assert secret_value("ghp_short") is None
    assert url_password("postgres://u:s3cr3t@db/app") == "s3cr3t"
    assert url_password("postgres://u:${PASSWORD}@db/app") is None
    assert url_password("https://example.com/a@b") is None


@pytest.mark.parametrize(
    "text", ["", "changeme", "${X}", "<password>", "xxxx", "{{ secret }}", "your-key", "********", "true"]
)
def test_placeholders(text: str) -> None:
    assert placeholder(text)


def test_a_real_value_is_no_placeholder() -> None:
    assert not placeholder("hunter2-prod")
