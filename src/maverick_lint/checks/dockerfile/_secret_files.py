"""Files that hold credentials, by their names."""

from __future__ import annotations

from typing import Final

_NAMES_WORDS: Final = (
    "id_rsa id_ed25519 id_ecdsa id_dsa .netrc .pypirc .git-credentials .pgpass .my.cnf kubeconfig credentials.json "
    "service-account.json secrets.yml secrets.yaml secrets.json .vault-token privkey.pem private.pem"
)
NAMES: Final = frozenset(_NAMES_WORDS.split())
_PATHS: Final = (".aws/credentials", ".docker/config.json", ".kube/config", ".gnupg", ".ssh")
# A `.key` may be a repository's public key; beside these words it is a server's private one.
_OWNERS: Final = ("server", "tls", "ssl", "priv", "client", "cert", "localhost", "domain", "nginx", "-key.pem")
_STORES: Final = (".p12", ".pfx")
_MODELS: Final = ("example", "sample", "template", "dist", "defaults", "default", "test", "tpl", "schema", "ci")
_HARMLESS: Final = ("test", "example", "sample", "dummy", "fixture", "snakeoil", "public", "pub")


def holds_secrets(path: str) -> bool:
    """Say whether a file or folder of this name holds credentials: `.env`, `id_rsa`, `tls/server.key`."""
    path = path.rstrip("/").lower()
    name = path.rpartition("/")[2]
    if _is_env(name) or name in NAMES or path.endswith(_PATHS):
        return True
    if any(word in path for word in _HARMLESS):
        return False
    private = name.endswith(".key") and any(word in path for word in _OWNERS)
    return private or name.endswith((*_STORES, "-key.pem"))


def _is_env(name: str) -> bool:
    return (name == ".env" or name.startswith(".env.")) and not any(part in _MODELS for part in name.split("."))
