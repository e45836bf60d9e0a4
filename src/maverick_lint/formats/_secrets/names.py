"""Names that say that their value is a secret."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SECRET: Final = frozenset(
    {"password", "passwd", "passphrase", "pword", "pwd", "pass", "secret", "secrets", "token", "credential"}
    | {"credentials", "apikey", "secretkey", "privatekey", "authtoken", "accesstoken", "rootpw", "pw"}
)
# `key` alone is a cache key, a sort key or a public one far more often than a secret.
_KEY: Final = frozenset(
    {"api", "private", "secret", "access", "signing", "encryption", "encrypt", "master", "ssh", "deploy", "license"}
    | {"auth", "app", "session", "jwt", "rsa", "service", "account", "shared", "fernet", "storage", "webhook"}
)
_HARMLESS: Final = frozenset({"public", "pub", "no", "disable", "enable", "allow", "use", "skip", "without", "random"})
# What may follow the word that decides: PASSWORD_PROD, SECRET_KEY_BASE, TOKEN_2.
_AFTER: Final = frozenset(
    {"base", "prod", "production", "dev", "development", "staging", "test", "default", "value", "base64", "b64", "live"}
)


def secret_name(name: str) -> bool:
    """Say whether a variable, key or label of this name holds a secret.

    Whole words count, between `_`, `-`, `.` or a change of case: DB_PASSWORD and dbPassword do, TOKENIZERS_PARALLELISM,
    PASSWORD_FILE, PUBLIC_KEY and SORT_KEY do not.
    """
    words = [word.lower() for word in _WORD.findall(name)]
    while words and (words[-1] in _AFTER or words[-1].isdigit()):
        words.pop()
    if not words or not _HARMLESS.isdisjoint(words):
        return False
    last = words[-1]
    if last == "key":
        return len(words) > 1 and words[-2] in _KEY
    if last == "pass" and len(words) == 1:
        return False
    return last in _SECRET
