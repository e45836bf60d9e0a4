"""compose/redis-bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._views import both, faulty
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.images import Image
    from maverick_lint.formats.compose.model import Compose, Service

_IMAGES: Final = ("redis", "redis-stack", "redis-stack-server", "valkey", "valkey-bundle", "keydb")
# Whose images set no bounds of their own; those of others may.
_PUBLISHERS: Final = ("", "library", "redis", "valkey", "eqalpha", "bitnami", "bitnamilegacy")
# Variables by which images take arguments for the server.
_ARGUMENTS: Final = ("REDIS_ARGS", "REDIS_EXTRA_FLAGS", "VALKEY_EXTRA_FLAGS", "REDIS_OPTIONS")
# Images that start the server without a file (github.com/redis/docker-library-redis, valkey-io/valkey-container).
_READ_NOTHING: Final = ("redis", "library/redis", "valkey/valkey")
_ENTRY: Final = ("/usr/local/bin", "/docker-entrypoint")
_OTHER_ROLES: Final = ("sentinel", "redis-cli", "valkey-cli", "--cluster-enabled")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each Redis without a limit on its memory, or without a policy for what goes when it is full."""
    for service, (case, unread), by in faulty(document.model, _fault):
        at = service.image_at if service.command is None else service.command.at
        if at is not None:
            where = at.at if at.is_scalar else at.key_at
            yield Hit(where, {"service": service.name, "file": unread}, case, related=both(at.via, by))


def _fault(service: Service) -> tuple[str, str] | None:
    """Return the case of the message and the file that nothing reads; None for what is no Redis or has its bounds."""
    image = service.program
    if image is None or image.base not in _IMAGES or service.build is not None:
        return None
    if image.name.lower().rpartition("/")[0] not in _PUBLISHERS:
        return None
    words = _arguments(service)
    if words is None or any(role in word for word in words for role in _OTHER_ROLES):
        return None
    limited, policy = _limit(words), _given(words, "--maxmemory-policy")
    if limited and policy:
        return None
    case = "none" if not limited and not policy else "policy" if limited else ""
    unread = _unread(service, image) if case == "none" else ""
    return "unread" if unread else case, unread


def _arguments(service: Service) -> list[str] | None:
    """Return the words that reach the server; None when some of them are unknown or it reads a file."""
    words: list[str] = []
    for given in (service.entrypoint, service.command):
        if given is not None:
            if None in given.texts:
                return None
            words.extend(part for text in given.texts if text for part in text.split())
    for name in _ARGUMENTS:
        pair = service.variable(name)
        if pair is not None:
            if pair.text is None:
                return None
            words.extend(pair.text.split())
    if service.settings is not None and "include " not in service.settings:
        return [*words, *_directives(service.settings)]
    named = any(word.endswith(".conf") for word in words)
    if named or (_reads_file(service) and not _unread(service, service.program)):
        return None
    if not any("-server" in word for word in words) and words and (service.entrypoint or words[0][0] != "-"):
        return None  # a script of its own starts the server
    return words


def _directives(text: str) -> list[str]:
    """Return what a configuration file sets, as the options that say the same."""
    words: list[str] = []
    for line in text.splitlines():
        name, *values = line.split()[:2] or [""]
        if name and not name.startswith("#"):
            words.extend((f"--{name.lower()}", *values))
    return words


def _unread(service: Service, image: Image | None) -> str:
    """Return the mounted file that is no use, since nothing names it: these images read none of their own accord."""
    if image is None or image.name not in _READ_NOTHING or service.entrypoint is not None:
        return ""
    if any(service.get(key) is not None for key in ("env_file", "configs", "volumes_from")):
        return ""
    targets = [mount.target or "" for mount in service.mounts]
    files = [target for target in targets if target.endswith(".conf")]
    return files[0] if len(files) == 1 and not any(target.startswith(_ENTRY) for target in targets) else ""


def _reads_file(service: Service) -> bool:
    if service.get("env_file") is not None and service.image is not None and "/" in service.image.name:
        return True
    if service.get("configs") is not None:
        return True
    for mount in service.mounts:
        known = mount.target is not None
        if not known or ".conf" in (mount.target or "") or "/etc/" in (mount.target or "") + "/":
            return True
    return False


def _given(words: list[str], option: str) -> bool:
    return any(word == option or word.startswith(option + "=") for word in words)


def _limit(words: list[str]) -> bool:
    """Say whether a limit is set; `--maxmemory 0` is none."""
    for index, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--maxmemory":
            value = value or (words[index + 1] if index + 1 < len(words) else "")
            return value.strip("\"'") not in ("", "0")
    return False
