"""A single-stage Dockerfile installs or builds, and ships what that needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._installs import called, written
from maverick_lint.checks.dockerfile._tools import HISTORIES, kept_tools, package_name
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._packages import invocation
from maverick_lint.formats.dockerfile.purpose import helps_development

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
    if final is None or len(final.chain) != len(model.stages) or helps_development(document.source.path):
        return
    if final.root.image == "scratch":
        return
    for instruction in final.inherited:
        commands = model.commands(instruction) if instruction.name == "RUN" else ()
        for number, command in enumerate(commands):
            what, package, place = _work(command, commands, number)
            if what:
                case = "system" if package else "chain" if len(model.stages) > 1 else ""
                yield Hit(place, {"command": what, "package": package}, case)
                return


def _work(command: Command, commands: Sequence[Command], number: int) -> tuple[str, str, Place]:
    """Return how a command that installs or builds is called, the package for building that it installs, its place.

    The texts are "" for another command, and for packages that a later one of the same RUN removes. Packages of the
    system that the application needs to run are no build: another stage could not hand them over.
    """
    words = command.words
    if not words:
        return "", "", command.place
    first = words[0].place
    name = command.name
    action = command.arguments[0] if command.arguments else None
    if name in _BUILDERS and not (name == "pecl" and action != "install"):
        return ("", "", first) if _clears(commands, number) else (name, "", first)
    if name in _BUILDING and action in _BUILDING[name] and not _clears(commands, number):
        return f"{name} {action}", "", Place(first.path, Span(first.span.start, words[1].place.span.end))
    call = invocation(command)
    if call is None or not call.installs:
        return "", "", first
    what, place = written(call), called(call)
    if call.manager.scope == "app":
        return what, "", place
    tools = kept_tools(call, [other for one in commands[number + 1 :] if (other := invocation(one)) is not None])
    kept = [word for word in tools if package_name(word) not in HISTORIES]
    return (what, package_name(kept[0]), place) if kept else ("", "", first)


def _clears(commands: Sequence[Command], number: int) -> bool:
    """Say whether a later command of the RUN removes packages again, so that what was needed to build does not stay."""
    calls = (invocation(one) for one in commands[number + 1 :])
    return any(
        call is not None and call.manager.scope == "system" and call.action in call.manager.remove for call in calls
    )
