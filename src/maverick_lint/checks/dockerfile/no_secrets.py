"""A credential is written into the image."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._secret_files import NAMES, holds_secrets
from maverick_lint.checks.dockerfile._secret_flags import passwords
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._secrets import placeholder, secret_at, secret_name, secret_value, url_password

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.source import Source
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Pair

# Passwords that a URL of a local database has; they protect nothing.
_LOCAL: Final = frozenset(
    {"pass", "password", "postgres", "root", "user", "admin", "guest", "anonymous", "secret", "app", "db", "mysql"}
)

_DEFAULT: Final = re.compile(r"\$\{\w+:?-([^${}]+)\}")
_KEY: Final = re.compile(
    r"(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----)(?:\\+[nr]|[\s\"'])*(?!/)[A-Za-z0-9+/=]{16}"
)
_WORD: Final = re.compile(r"""(?:[^\s'"\\;&|]|\\.|'[^']*'|"[^"]*")+""")
# `NAME=value` of an environment file that a here-document writes
_LINE: Final = re.compile(r"[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(\S+)")


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
    yield from _default(instruction, pair)
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


def _default(instruction: Instruction, pair: Pair) -> Iterator[Hit]:
    """Yield a hit at the literal in `${NAME:-literal}`."""
    match = _DEFAULT.fullmatch((pair.value or "").strip("\"'"))
    if match is not None and _is_literal(pair.name, match[1]):
        yield Hit(pair.value_span, {"name": pair.name, "instruction": instruction.name})


def _refers(value: str) -> bool:
    """Say whether a value names a place where the secret is, and is none."""
    return value.startswith(("/", "./", "file:", "arn:", "vault:", "ssm:")) or len(value) < 3  # noqa: PLR2004 - no password is so short


def _files(instruction: Instruction) -> Iterator[Hit]:
    from_stage = instruction.flag("from") is not None
    for word in instruction.arguments[:-1]:
        path = (instruction.value(word.text) or "").rstrip("/").lower()
        name = path.rpartition("/")[2]
        if (name in NAMES and name.startswith("id_")) if from_stage else holds_secrets(path):
            yield Hit(word.span, {"file": word.text}, "file")


def _assigned(model: Dockerfile, written: Instruction, instruction: Instruction) -> Iterator[Hit]:
    """Yield a hit for `NAME=value command` and `export NAME=value` with a literal secret."""
    text = model.source.text
    whole = text[written.span.start : written.span.end]
    if not secret_like(whole):
        return
    for command in model.commands(written):
        for option, password, word in passwords(command):
            if not placeholder(password) and not _refers(password) and password.lower() not in _LOCAL:
                yield Hit(word.place, {"name": option, "instruction": instruction.name})
        if command.name in ("export", "declare", "readonly", "typeset"):
            for word in command.words[1:]:
                name, sign, value = (word.text or "").partition("=")
                if sign and _is_literal(name, value):
                    yield Hit(_value(text, word.place, name), {"name": name, "instruction": instruction.name})
        for name, assigned in command.assigned:
            if assigned and _is_literal(name, assigned):
                yield Hit(_value(text, command.place, name), {"name": name, "instruction": instruction.name})


def _is_literal(name: str, value: str) -> bool:
    return secret_name(name) and not placeholder(value) and not _refers(value)


def _value(text: str, place: Place, name: str) -> Place:
    """Return the place of what is assigned to a name, the whole place where it cannot be made out."""
    start = text.find(f"{name}=", place.span.start, place.span.end)
    if start < 0:
        return place
    start += len(name) + 1
    match = _WORD.match(text, start, place.span.end)
    return place if match is None else Place(place.path, Span(start, match.end()))


def secret_like(text: str) -> bool:
    """Say whether a text may hold a secret name at all, so that most scripts need not be read for it."""
    lower = text.lower()
    return any(
        word in lower for word in ("pass", "secret", "token", "key", "credential", "pwd", "docker login", "curl")
    )


def _words(instruction: Instruction) -> Iterator[Hit]:
    rest, body = instruction.rest, instruction.body
    if (match := _KEY.search(rest)) is not None:
        span = instruction.joined.span(body + match.start(1), body + match.end(1))
        yield Hit(span, {"what": "a private key", "instruction": instruction.name}, "format")
    if secret_at(rest) is None and "://" not in rest:
        return
    position = 0
    for text in rest.split(" "):
        start = body + position
        position += len(text) + 1
        found = secret_at(text)
        if found is not None:
            span = instruction.joined.span(start + found[1], start + found[2])
            yield Hit(span, {"what": found[0], "instruction": instruction.name}, "format")
        elif (password := url_password(text)) is not None and password.lower() not in _LOCAL:
            span = instruction.joined.span(start, start + len(text))
            yield Hit(span, {"instruction": instruction.name}, "url")


def _bodies(source: Source, instruction: Instruction) -> Iterator[Hit]:
    copied = instruction.name in ("COPY", "ADD")
    for heredoc in instruction.heredocs:
        start = heredoc.body.start
        for line in source.text[heredoc.body.start : heredoc.body.end].splitlines(keepends=True):
            found = secret_at(line)
            if found is not None:
                span = Span(start + found[1], start + found[2])
                yield Hit(span, {"what": found[0], "instruction": instruction.name}, "format")
            elif copied and (match := _LINE.match(line)) is not None and _is_literal(match[1], match[2]):
                span = Span(start + match.start(2), start + match.end(2))
                yield Hit(span, {"name": match[1], "instruction": instruction.name})
            start += len(line)
