"""What is known of images that Dockerfiles are built on.

sources: the variants (`-slim`, `-alpine`, `-jre`) that Dockerfiles of 38 published repositories are built on, and the
         images of which the survey of Dockerfile checkers says that they have a reduced one; the passwd files of
         Debian's base-passwd 3.6 and Alpine's alpine-baselayout 3.6; Google's distroless README (`nonroot`, `debug`)
as_of:   2026-11
An image that is not here is unknown, and rules are silent. What is not in those sources is here only where it keeps a
rule from speaking (an image that may leave root by itself, or bring a health check).
"""

from __future__ import annotations

from typing import Final

from maverick_lint.core.record import record
from maverick_lint.formats._official import may_be_official
from maverick_lint.formats.dockerfile.base_users import HEALTHY, NON_ROOT, RUN_AS, UNPRIVILEGED
from maverick_lint.formats.dockerfile.image import Image, image

_SLIM: Final = ("slim", "alpine", "distroless", "chiseled", "micro", "minimal", "busybox", "musl", "static")
_ALPINE: Final = "alpine"
# Variants that are reduced already, or that have no smaller sister.
_FULL: Final = frozenset({"jre", "apache", "nanoserver", "windowsservercore"})

# Official images on buildpack-deps or a whole distribution, with a slim or alpine variant of the same version.
_LANGUAGES: Final = {
    "python": "python:{tag}-slim",
    "node": "node:{tag}-slim",
    "ruby": "ruby:{tag}-slim",
    "golang": "a static binary on gcr.io/distroless/static or scratch",
    "rust": "rust:{tag}-slim to build, and debian-slim or distroless to run",
    "php": "php:{tag}-alpine",
    "perl": "perl:{tag}-slim",
    "openjdk": "openjdk:{tag}-slim, or a JRE",
    "eclipse-temurin": "a JRE such as eclipse-temurin:21-jre-alpine",
    "gcc": "debian-slim with the finished program",
    "maven": "a JRE image with the finished jar",
    "gradle": "a JRE image with the finished jar",
    "buildpack-deps": "debian:{tag}-slim",
}
# Distributions; Ubuntu has no slim variant, Debian has.
_SYSTEMS: Final = {
    "debian": "debian:{tag}-slim",
    "ubuntu": "debian-slim, or an Ubuntu chiselled image",
}
# The user that an official image has beside root; "" where it has none.
_USERS: Final = {
    "node": "node",
    "nginx": "nginx",
    "httpd": "www-data",
    "php": "www-data",
    "postgres": "postgres",
    "redis": "redis",
    "valkey": "valkey",
    "mongo": "mongodb",
    "mysql": "mysql",
    "mariadb": "mysql",
    "memcached": "memcache",
    "rabbitmq": "rabbitmq",
    "elasticsearch": "elasticsearch",
    "jetty": "jetty",
    "haproxy": "haproxy",
    "gradle": "gradle",
    "buildpack-deps": "",
}
_SYSTEM_USERS: Final = frozenset(
    {"root", "daemon", "bin", "sys", "sync", "games", "man", "lp", "mail", "news", "uucp", "proxy", "www-data"}
    | {"backup", "list", "irc", "nobody", "_apt"}
)
_ALPINE_USERS: Final = frozenset(
    {"root", "bin", "daemon", "lp", "sync", "shutdown", "halt", "mail", "news", "uucp", "cron", "ftp", "sshd"}
    | {"games", "ntp", "guest", "nobody", "operator", "adm", "man", "postmaster", "at", "squid", "xfs", "www-data"}
)
# Built on buildpack-deps, which has curl and wget; their slim variants are built on debian-slim, which has neither.
_CURL: Final = frozenset({"buildpack-deps", "python", "node", "ruby", "rust", "perl", "golang"})


@record
class Base:
    """What is known of an image.

    system       "debian", "ubuntu", "alpine", "distroless", "scratch", "" when it is another or unknown
    user         the user it runs as by its own USER: "" for root, None when unknown
    users        the names in its passwd; None when unknown
    slim         it is a reduced variant
    slimmer      what to use in its place, "" when there is no better
    tools        which of curl and wget it has; None when unknown
    healthcheck  it brings a HEALTHCHECK
    """

    system: str = ""
    user: str | None = ""
    users: frozenset[str] | None = None
    slim: bool = False
    slimmer: str = ""
    tools: frozenset[str] | None = None
    healthcheck: bool = False


def known(reference: str) -> Base | None:
    """Return what is known of an image by its reference; None when nothing is."""
    if reference == "scratch":
        return Base("scratch", "", frozenset(), slim=True, tools=frozenset())
    found = image(reference)
    special = _special(found)
    if special is not None or not found.official:
        return special
    if found.digest and not found.tag:
        return None
    return _official(found)


def is_local(reference: str) -> bool:
    """Say whether a reference is most likely no image of a registry but a local one or a named build context."""
    found = image(reference)
    named = found.registry or "/" in found.path or found.tag or found.digest
    return not named and known(reference) is None and not may_be_official(found.path)


def _special(found: Image) -> Base | None:
    whole = f"{found.registry}/{found.path}".lstrip("/")
    if "distroless" in whole:
        nonroot = "nonroot" in found.tag
        user = "nonroot" if nonroot else "" if whole.startswith("gcr.io/") else None
        tools = None if "debug" in found.tag else frozenset[str]()
        return Base("distroless", user, frozenset({"root", "nobody", "nonroot"}), slim=True, tools=tools)
    if whole.startswith(HEALTHY):
        return Base(user=None, healthcheck=True)
    if whole.startswith(NON_ROOT):
        return Base(user=None)
    if (
        "chiseled" in found.tag
        or found.registry == "cgr.dev"
        or found.path.startswith(UNPRIVILEGED)
        or "unprivileged" in found.name
    ):
        return Base(user=None, slim=True)
    if found.name in ("ubi-micro", "ubi-minimal", "ubi9-minimal", "ubi8-minimal", "ubi9-micro", "busybox"):
        return Base(slim=True)
    return None


def _official(found: Image) -> Base | None:
    name, tag = found.name, found.tag
    words = frozenset(tag.replace(".", "-").split("-"))
    alpine = name == _ALPINE or any(word.startswith(_ALPINE) for word in words)
    slim = alpine or any(word in words for word in _SLIM) or not _FULL.isdisjoint(words)
    if (
        name not in _LANGUAGES
        and name not in _SYSTEMS
        and name not in _USERS
        and name not in RUN_AS
        and name != _ALPINE
    ):
        return None
    system = "alpine" if alpine else "ubuntu" if name == "ubuntu" else "debian"
    if name in ("eclipse-temurin", "openjdk") and not alpine:
        system = ""  # Ubuntu, Debian or Oracle Linux, as the tag has it
    users = _ALPINE_USERS if system == "alpine" else _SYSTEM_USERS if system else None
    own = _USERS.get(name, RUN_AS.get(name, ""))
    if users is not None and own:
        users |= {own}
    if users is not None and name == "ubuntu":
        users |= {"ubuntu"}
    slimmer = "" if slim else (_LANGUAGES.get(name) or _SYSTEMS.get(name) or "")
    wanted = slimmer.replace("{tag}-", "") if tag in ("", "latest") else slimmer.replace("{tag}", tag)
    return Base(system, RUN_AS.get(name, ""), users, slim, wanted, _tools(name, system, slim=slim))


def _tools(name: str, system: str, *, slim: bool) -> frozenset[str] | None:
    """Return which of curl and wget an official image has: Alpine's busybox has a wget, buildpack-deps has both."""
    if system == "alpine":
        return frozenset({"wget"}) if name in (_ALPINE, *_LANGUAGES) and name != "php" else None
    if not system:
        return None
    if name in ("debian", "ubuntu"):
        return frozenset()
    if name in _CURL:
        return frozenset() if slim else frozenset({"curl", "wget"})
    return None
