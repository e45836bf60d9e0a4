"""Commands and actions that build an application or its image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._shell.docker import docker_call

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.facts.command import Command, Word

_DOCKER: Final = frozenset({
    "build", "image build", "buildx build", "buildx bake", "builder build", "compose build", "bake",
})  # fmt: skip
_ACTIONS: Final = (
    "docker/build-push-action", "docker/bake-action", "depot/build-push-action", "depot/bake-action",
    "redhat-actions/buildah-build", "aevea/action-kaniko", "int128/kaniko-action", "useblacksmith/build-push-action",
    "mr-smithers-excellent/docker-build-push", "elgohr/publish-docker-github-action", "whoan/docker-build-with-cache",
)  # fmt: skip
_NODE: Final = frozenset({"npm", "pnpm", "yarn", "bun"})
# Programs that build when one of these words follows, from each tool's own help (2026-11).
_VERBS: Final = {
    "mvn": frozenset({"package", "install", "deploy", "verify", "compile"}),
    "gradle": frozenset({"build", "assemble", "bootjar", "bootwar", "jar", "war", "shadowjar", "installdist"}),
    "cargo": frozenset({"build", "install"}),
    "go": frozenset({"build", "install"}),
    "dotnet": frozenset({"build", "publish", "pack"}),
    "uv": frozenset({"build"}),
    "poetry": frozenset({"build"}),
    "hatch": frozenset({"build"}),
    "pdm": frozenset({"build"}),
    "pip": frozenset({"wheel"}),
    "pip3": frozenset({"wheel"}),
    "buildah": frozenset({"build", "bud"}),
    "pack": frozenset({"build"}),
    "ko": frozenset({"build", "publish"}),
    "next": frozenset({"build"}),
    "vite": frozenset({"build"}),
    "ng": frozenset({"build"}),
    "nx": frozenset({"build"}),
    "bazel": frozenset({"build"}),
    "swift": frozenset({"build"}),
    "mix": frozenset({"release", "compile"}),
}  # fmt: skip
_ALIASES: Final = {"mvnw": "mvn", "gradlew": "gradle", "bazelisk": "bazel"}
_ALONE: Final = frozenset({"webpack", "kaniko"})


def build_end(command: Command) -> Word | None:
    """Return the word with which a command says that it builds (`build` of `docker build`); None when it does not."""
    words = command.words
    call = docker_call(command)
    if call is not None:
        if call.subcommand in _DOCKER:
            return words[len(words) - len(call.words) - 1]
        composes = call.subcommand in ("compose up", "compose run", "compose create")
        return next((word for word in call.words if word.text == "--build"), None) if composes else None
    name = command.name
    texts = [(word.text or "").lower() for word in words]
    if name in _NODE:
        return _node(words, texts)
    if name in ("python", "python3"):
        return words[2] if texts[1:3] == ["-m", "build"] else None
    if name in _ALONE or (name == "executor" and "kaniko" in texts[0]):
        return words[0]
    return _verb(name, [(w, t) for w, t in zip(words[1:], texts[1:], strict=True) if not t.startswith("-")])


def _verb(name: str, operands: list[tuple[Word, str]]) -> Word | None:
    """Return the operand that makes a build tool build."""
    if name == "make":
        return next((word for word, text in operands if _is_build_target(text)), None)
    verbs = _VERBS.get(_ALIASES.get(name, name), frozenset())
    if name in ("mvn", "mvnw", "gradle", "gradlew"):
        return next((word for word, text in operands if text.rpartition(":")[2] in verbs), None)
    return next((word for word, text in operands[:1] if text in verbs), None)


def builds_by_action(uses: str) -> bool:
    """Say whether an action builds an image."""
    return uses.lower().partition("@")[0].startswith(_ACTIONS)


def _node(words: Sequence[Word], texts: Sequence[str]) -> Word | None:
    """Return the word of `npm run build`, `yarn build`, `pnpm --filter web build`."""
    for word, text in zip(words[1:], texts[1:], strict=True):
        if text == "build" or text.startswith("build:"):
            return word
        if text in ("install", "ci", "test", "exec", "dlx", "add"):
            return None
    return None


def _is_build_target(text: str) -> bool:
    return text in ("build", "image", "docker-build", "build-image", "dist", "package", "compile") or text.startswith(
        ("build-", "docker-build")
    )
