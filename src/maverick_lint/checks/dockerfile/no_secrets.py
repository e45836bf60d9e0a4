"""A credential is written into the image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._secrets import placeholder, secret_name, secret_value, url_password

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Pair

_FILES: Final = frozenset(
    {"id_rsa", "id_ed25519", "id_ecdsa", "id_dsa", ".netrc", ".pypirc", ".git-credentials", ".pgpass", ".my.cnf"}
    | {
        "kubeconfig",
        "credentials.json",
        "service-account.json",
        "secrets.yml",
        "secrets.yaml",
        "secrets.json",
        ".vault-token",
    }
)
_MODELS: Final = ("example", "sample", "template", "dist", "defaults", "default", "test", "tpl", "schema", "ci")
# Passwords that a URL of a local database has; they protect nothing.
_LOCAL: Final = frozenset(
    {"pass", "password", "postgres", "root", "user", "admin", "guest", "secret", "app", "db", "mysql"}
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each value or file that is a credential."""
    for written in document.model.instructions:
        instruction = written.inner or written
        if instruction.name in ("ENV", "ARG", "LABEL"):
            for pair in instruction.pairs:
                yield from _pair(instruction, pair)
        elif instruction.name in ("COPY", "ADD"):
            yield from _files(instruction)
            yield from _bodies(document.source, instruction)
        elif instruction.name in ("RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"):
            yield from _assigned(document.model, written, instruction)
            yield from _words(instruction)
            yield from _bodies(document.source, instruction)


def _pair(instruction: Instruction, pair: Pair) -> Iterator[Hit]:
    value = instruction.value(pair.value)
    if value is None or pair.value is None or not value:
        return
    what = secret_value(value)
    if what is not None:
        yield Hit(pair.value_span, {"what": what, "instruction": instruction.name}, "format")
    elif "$" not in pair.value and secret_name(pair.name) and not placeholder(value) and not _refers(value):
        yield Hit(pair.value_span, {"name": pair.name, "instruction": instruction.name})
    elif (password := url_password(value)) is not None and password.lower() not in _LOCAL:
        yield Hit(pair.value_span, {"instruction": instruction.name}, "url")


def _refers(value: str) -> bool:
    """Say whether a value names a place where the secret is, and is none."""
    return value.startswith(("/", "./", "file:", "arn:", "vault:", "ssm:")) or len(value) < 3  # noqa: PLR2004 - no password is so short


def _files(instruction: Instruction) -> Iterator[Hit]:
    from_stage = instruction.flag("from") is not None
    for word in instruction.arguments[:-1]:
        name = (instruction.value(word.text) or "").rstrip("/").rpartition("/")[2].lower()
        secret = name.startswith("id_") if from_stage else _is_env(name) or name in _FILES
        if secret and (name in _FILES or not from_stage):
            yield Hit(word.span, {"file": word.text}, "file")


def _is_env(name: str) -> bool:
    return (name == ".env" or name.startswith(".env.")) and not any(part in _MODELS for part in name.split("."))


def _assigned(model: Dockerfile, written: Instruction, instruction: Instruction) -> Iterator[Hit]:
    """Yield a hit for `NAME=value command` and `export NAME=value` with a literal secret."""
    if "=" not in instruction.rest or not secret_like(instruction.rest):
        return
    for command in model.commands(written):
        if command.name in ("export", "declare", "readonly", "typeset"):
            for word in command.words[1:]:
                name, sign, value = (word.text or "").partition("=")
                if sign and secret_name(name) and not placeholder(value) and not _refers(value):
                    yield Hit(word.place, {"name": name, "instruction": instruction.name})
        for name, assigned in command.assigned:
            if assigned and secret_name(name) and not placeholder(assigned) and not _refers(assigned):
                yield Hit(command.place, {"name": name, "instruction": instruction.name})


def secret_like(text: str) -> bool:
    """Say whether a text may hold a secret name at all, so that most scripts need not be read for it."""
    lower = text.lower()
    return any(word in lower for word in ("pass", "secret", "token", "key", "credential", "pwd"))


def _words(instruction: Instruction) -> Iterator[Hit]:
    key = instruction.rest.find("-----BEGIN ")
    if key >= 0 and (what := secret_value(instruction.rest[key:])) is not None:
        start = instruction.body + key
        span = instruction.joined.span(start, start + len("-----BEGIN"))
        yield Hit(span, {"what": what, "instruction": instruction.name}, "format")
    position = instruction.body
    for text in instruction.rest.split(" "):
        at = instruction.joined.span(position, position + len(text)) if text else None
        position += len(text) + 1
        if at is None:
            continue
        what = secret_value(text)
        if what is not None:
            yield Hit(at, {"what": what, "instruction": instruction.name}, "format")
        elif (password := url_password(text)) is not None and password.lower() not in _LOCAL:
            yield Hit(at, {"instruction": instruction.name}, "url")


def _bodies(source: Source, instruction: Instruction) -> Iterator[Hit]:
    for heredoc in instruction.heredocs:
        start = heredoc.body.start
        for line in source.text[heredoc.body.start : heredoc.body.end].splitlines(keepends=True):
            text = line.strip()
            what = secret_value(text)
            if what is not None:
                first = start + line.find(text)
                yield Hit(Span(first, first + len(text)), {"what": what, "instruction": instruction.name}, "format")
            start += len(line)
