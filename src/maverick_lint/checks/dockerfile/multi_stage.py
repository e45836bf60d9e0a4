"""A single-stage Dockerfile installs or builds, and ships what that needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import helps_development
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_BUILDERS: Final = frozenset(
    {
        "make",
        "cmake",
        "ninja",
        "meson",
        "gcc",
        "g++",
        "cc",
        "clang",
        "rustc",
        "javac",
        "mvn",
        "mvnw",
        "gradle",
        "gradlew",
    }
    | {"sbt", "lein", "ant", "bazel", "tsc", "webpack", "vite", "hugo", "jekyll", "mkdocs", "sphinx-build", "xcaddy"}
    | {
        "docker-php-ext-install",
        "docker-php-ext-configure",
        "pecl",
        "phpize",
        "configure",
        "mix",
        "rebar3",
        "stack",
        "cabal",
    }
)
_BUILDING: Final = {
    "npm": ("run", "run-script"),
    "yarn": ("build", "run"),
    "pnpm": ("build", "run"),
    "bun": ("build", "run"),
    "go": ("build", "install"),
    "cargo": ("build", "install"),
    "dotnet": ("build", "publish", "restore"),
    "python": ("setup.py",),
    "python3": ("setup.py",),
    "swift": ("build",),
    "ng": ("build",),
    "uv": ("build",),
}
# What an image needs to run, so that another stage could not take it over.
_RUN_TIME_WORDS: Final = (
    "ca-certificates tzdata curl wget tini dumb-init bash su-exec gosu libc6-compat gcompat gettext gettext-base "
    "jq openssl netcat netcat-openbsd iputils-ping procps coreutils libstdc++ libgcc shadow sudo locales busybox- "
    "extras envsubst openssh-client postgresql-client mysql-client mariadb-client redis-tools dnsutils bind-tools "
    "musl-locales less"
)
_RUN_TIME: Final = frozenset(_RUN_TIME_WORDS.split())


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield one hit, at the first command that installs or builds."""
    model = document.model
    final = model.final
    if final is None or len(model.stages) != 1 or helps_development(document.source.path):
        return
    if final.image == "scratch":
        return
    for _, command in model.run_commands(final):
        what = _work(command)
        if what:
            end = command.words[min(2, len(command.words)) - 1].place.span.end
            start = command.words[0].place
            span = type(start.span)(start.span.start, max(end, start.span.end))
            call = invocation(command)
            system = call is not None and call.manager.scope == "system"
            yield Hit(type(start)(start.path, span), {"command": what}, "system" if system else "")
            return


def _work(command: Command) -> str:
    """Return how a command that installs or builds is called in a message, "" for another one."""
    name = command.name
    if name in _BUILDERS:
        return name
    call = invocation(command)
    action = command.arguments[0] if command.arguments else None
    if name in _BUILDING and action in _BUILDING[name]:
        return f"{name} {action}"
    if call is None or not call.installs:
        return ""
    if call.manager.scope == "system" and all(
        (word.text or "").partition("=")[0] in _RUN_TIME for word in call.operands
    ):
        return ""
    return f"{name} {call.action}".strip()
