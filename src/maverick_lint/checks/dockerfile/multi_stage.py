"""A single-stage Dockerfile installs or builds, and ships what that needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import helps_development
from maverick_lint.checks.dockerfile._tools import kept_tools, package_name
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._packages import invocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield one hit, at the first command that installs or builds."""
    model = document.model
    final = model.final
    if final is None or len(model.stages) != 1 or helps_development(document.source.path):
        return
    if final.image == "scratch":
        return
    for instruction in final.every("RUN"):
        commands = model.commands(instruction)
        for number, command in enumerate(commands):
            what, package = _work(command, commands[number + 1 :])
            if what:
                words = command.words
                first, last = words[0].place, words[min(2, len(words)) - 1].place
                place = Place(first.path, Span(first.span.start, max(last.span.end, first.span.end)))
                yield Hit(place, {"command": what, "package": package}, "system" if package else "")
                return


def _work(command: Command, later: Sequence[Command]) -> tuple[str, str]:
    """Return how a command that installs or builds is called in a message, and the build package that it installs.

    Both are "" for another command, and for packages that a later one of the same RUN removes. Packages of the system
    that the application needs to run are no build: another stage could not hand them over.
    """
    name = command.name
    action = command.arguments[0] if command.arguments else None
    if name in _BUILDERS:
        return name, ""
    if name in _BUILDING and action in _BUILDING[name]:
        return f"{name} {action}", ""
    call = invocation(command)
    if call is None or not call.installs:
        return "", ""
    what = f"{name} {call.action}".strip()
    if call.manager.scope == "app":
        return what, ""
    kept = kept_tools(call, [other for one in later if (other := invocation(one)) is not None])
    return (what, package_name(kept[0])) if kept else ("", "")
