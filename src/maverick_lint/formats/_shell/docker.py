"""The docker command line: which subcommand is called, with which options and operands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.facts.command import Command, Word

_CLIENTS: Final = frozenset({"docker", "podman", "nerdctl"})
_GLOBAL: Final = frozenset({"-H", "--host", "-c", "--context", "--config", "-l", "--log-level"})
_COMPOSE_GLOBAL: Final = frozenset({
    "-f", "--file", "-p", "--project-name", "--profile", "--env-file", "--project-directory", "--parallel", "--ansi",
})  # fmt: skip
_MANAGED: Final = frozenset({"container", "image", "buildx", "volume", "network", "system", "service", "stack"})
# The flags of `docker run` that stand alone; all others take a value (docker 28, `docker run --help`).
_RUN_FLAGS: Final = frozenset({
    "-d", "--detach", "-i", "--interactive", "-t", "--tty", "--rm", "--init", "-P", "--publish-all", "--privileged",
    "--read-only", "--no-healthcheck", "--oom-kill-disable", "--sig-proxy", "-q", "--quiet", "--help",
    "--disable-content-trust", "--use-api-socket", "--replace",
})  # fmt: skip
_SHORT_FLAGS: Final = frozenset("ditPq")


@record
class DockerCall:
    """A call of docker: the subcommand ("run", "compose up", "buildx build") and the words after it."""

    subcommand: str
    words: tuple[Word, ...]


@record
class Run:
    """A `docker run`, cut into its parts.

    options   pairs of name and value, None for a flag; `--name=app` has the whole word as its value
    image     None when it cannot be told
    detached  it runs in the background
    """

    options: tuple[tuple[str, Word | None], ...]
    image: Word | None
    detached: bool
    command: tuple[Word, ...] = ()

    def values(self, *names: str) -> tuple[Word, ...]:
        """Return the values of options by their names, in order."""
        return tuple(value for name, value in self.options if name in names and value is not None)

    def has(self, *names: str) -> bool:
        """Say whether one of the options is given."""
        return any(name in names for name, _ in self.options)


def docker_call(command: Command) -> DockerCall | None:
    """Return what a command asks of docker, podman or docker-compose; None for other commands."""
    words = command.words
    if command.name == "docker-compose":
        return _compose(words[1:])
    if command.name not in _CLIENTS:
        return None
    start = _skip_options(words, 1, _GLOBAL)
    if start >= len(words):
        return None
    name = words[start].text or ""
    if name == "compose":
        return _compose(words[start + 1 :])
    if name in _MANAGED and start + 1 < len(words):
        managed = words[start + 1].text or ""
        plain = managed if name == "container" else f"{name} {managed}"
        return DockerCall(plain, words[start + 2 :])
    return DockerCall(name, words[start + 1 :])


def _compose(words: tuple[Word, ...]) -> DockerCall:
    start = _skip_options(words, 0, _COMPOSE_GLOBAL)
    name = (words[start].text or "") if start < len(words) else ""
    return DockerCall(f"compose {name}".rstrip(), words[start + 1 :])


def _skip_options(words: Sequence[Word], index: int, valued: frozenset[str]) -> int:
    while index < len(words):
        text = words[index].text or ""
        if not text.startswith("-"):
            break
        index += 2 if text in valued else 1
    return index


def run_of(call: DockerCall) -> Run:
    """Return the parts of a `docker run` or `docker create`."""
    options: list[tuple[str, Word | None]] = []
    index = 0
    words = call.words
    while index < len(words):
        word = words[index]
        text = word.text if word.text is not None else word.expanded
        if word.text is None and not text.startswith("-"):
            if _holds_options(words, index):
                options.append((text, None))
                index += 1
                continue
            break
        if text == "--":
            index += 1
            break
        if not text.startswith("-") or text == "-":
            break
        name, joined, _ = text.partition("=")
        if joined and text.startswith("--"):
            options.append((name, word))
        elif text in _RUN_FLAGS or (not text.startswith("--") and set(text[1:]) <= _SHORT_FLAGS):
            options.extend((f"-{letter}", None) for letter in text[1:]) if text[1] != "-" else options.append(
                (text, None)
            )
        elif not text.startswith("--") and len(text) > 2 and text[1] not in _SHORT_FLAGS:  # noqa: PLR2004 - `-p80:80`
            options.append((text[:2], word))
        else:
            # `-dp 80:80`: flags, then an option with its value
            last = text if text.startswith("--") else f"-{text[-1]}"
            if not text.startswith("--"):
                options.extend((f"-{letter}", None) for letter in text[1:-1])
            options.append((last, words[index + 1] if index + 1 < len(words) else None))
            index += 1
        index += 1
    image = words[index] if index < len(words) else None
    detached = any(name in ("-d", "--detach") for name, _ in options)
    return Run(tuple(options), image, detached, words[index + 1 :])


def _holds_options(words: tuple[Word, ...], index: int) -> bool:
    """Say whether an unknown word may stand for several options: `"${args[@]}"`, or `$OPTS` before another option."""
    raw = words[index].raw
    if "@" in raw or "*" in raw:
        return True
    following = words[index + 1].raw if index + 1 < len(words) else ""
    return raw.startswith("$") and following.startswith(("-", "$"))


def option_text(word: Word, name: str) -> str | None:
    """Return the value in an option's word: of `--name=app` given `--name` and of `app` alike."""
    text = word.text
    if text is None:
        return None
    for prefix in (f"{name}=", name):
        if name and text.startswith(prefix) and text != name:
            return text[len(prefix) :]
    return text
