"""Commands that only start another one: `uv run X`, `npx X`, `python -m X`, `docker run IMAGE X`.

Their options are those of the tools' own help, read in 2025 and 2026.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Words = tuple[str | None, ...]

_UV: Final = (
    "--with --with-editable --with-requirements --group --no-group --only-group --extra --no-extra --python -p "
    "--package --project --directory --env-file --from --index --index-url --default-index --find-links --constraints "
    "-c --color --cache-dir --config-file --resolution --prerelease --index-strategy --link-mode"
)
_NODE: Final = "-p --package -w --workspace --filter -F --prefix --cwd -C --dir --registry"
# The words that start another command, with those of their options that take the next word.
_LAUNCHERS: Final[dict[tuple[str, ...], frozenset[str]]] = {
    tuple(words.split()): frozenset(valued.split())
    for words, valued in {
        "uv run": _UV, "uvx": _UV, "uv tool run": _UV, "pipx run": "--spec --python --pip-args --index-url",
        "poetry run": "-C --directory -P --project", "pdm run": "-p --project --venv", "pipenv run": "",
        "rye run": "--pyproject", "hatch run": "", "conda run": "-n --name -p --prefix --cwd",
        "micromamba run": "-n --name -p --prefix", "pixi run": "-e --environment --manifest-path",
        "npx": _NODE, "bunx": _NODE, "pnpx": _NODE, "npm exec": _NODE, "npm x": _NODE, "pnpm exec": _NODE,
        "pnpm dlx": _NODE, "yarn exec": "", "yarn dlx": "-p --package", "bun x": "", "bun run": "--cwd --filter",
        "yarn run": "", "yarn": "--cwd", "pnpm": _NODE, "bundle exec": "--gemfile", "composer exec": "-d --working-dir",
        "go run": "-tags -mod -modfile -exec -ldflags -C", "go tool": "-modfile", "mise exec": "", "mise x": "",
        "coverage run": "--source --rcfile --omit --include --data-file --context --concurrency --branch-file",
        "dotenv run": "-f --file", "dotenv": "-f --file -e", "doppler run": "-c --config -p --project -t --token",
        "direnv exec": "", "opam exec": "", "mix do": "", "npm-run": "", "devenv shell": "", "devbox run": "",
        "ddev exec": "-s --service", "lando": "", "vendor/bin/sail": "", "sail": "", "fvm": "", "turbo exec": "",
        "nix develop -c": "", "nix develop --command": "", "nix-shell --run": "", "steam-run": "", "catchsegv": "",
    }.items()
}  # fmt: skip
_PROGRAMS: Final = frozenset(head[0] for head in _LAUNCHERS) - {"coverage"}
_MODULES: Final = re.compile(r"(?:python|pypy)[0-9.]*\Z")
_MAJOR: Final = re.compile(r"v[0-9]+\Z")
# `ruff==0.8.1`, `ruff[lsp]>=0.8`: a requirement where `pipx run` and `uvx` take a name
_REQUIREMENT: Final = re.compile(r"([A-Za-z][A-Za-z0-9._-]*)(?:\[[^\]\s]*\]$|(?:\[[^\]\s]*\])?(?:==|>=|<=|~=|!=|<|>))")
_FLAGS: Final = frozenset({
    "--rm", "-i", "-t", "-it", "-ti", "-d", "--detach", "--interactive", "--tty", "--init", "--privileged",
    "--read-only", "--no-deps", "--build", "-T", "--no-TTY", "-P", "--publish-all", "-q", "--quiet", "--no-healthcheck",
    "--service-ports", "--use-aliases", "--quiet-pull", "--remove-orphans", "--oom-kill-disable",
})  # fmt: skip
_INTERPRETERS: Final = frozenset({".", "source", "php", "ruby", "perl", "node", "tsx", "ts-node"})
_SHELLS: Final = frozenset({"sh", "bash", "dash", "ash", "zsh"})
_DEPTH: Final = 6
_MOST: Final = 40


def forms(words: Sequence[str | None]) -> tuple[Words, ...]:
    """Return a command in all its forms, from the one as written to the one that it starts in the end.

    The first word of each is the bare name: no folder, no version, no scope of a package.
    """
    return tuple(named for _, named in _walk(words))


def heads(words: Sequence[str | None]) -> tuple[str, ...]:
    """Return the first word of each form as written, the path of a script among them."""
    return tuple(head for head, _ in _walk(words))


def _walk(words: Sequence[str | None]) -> Iterator[tuple[str, Words]]:
    seen: set[Words] = set()
    pending: list[tuple[Words, int]] = [(tuple(words), 0)]
    while pending and len(seen) < _MOST:
        current, depth = pending.pop(0)
        named = _named(current)
        if not named or named[0] is None or current[0] is None or named in seen:
            continue
        seen.add(named)
        yield current[0], named
        if depth < _DEPTH:
            pending.extend((form, depth + 1) for form in _started(named))


def _named(words: Words) -> Words:
    if not words or words[0] is None:
        return words
    required = _REQUIREMENT.match(words[0])
    name = required[1] if required else words[0]
    head, _, last = name.partition("@") if not name.startswith("@") else _scoped(name)
    parts = [part for part in head.split("/") if part]
    if len(parts) > 1 and _MAJOR.match(parts[-1]):
        parts.pop()
    base = parts[-1] if parts else head
    return (("commitlint" if head == "@commitlint/cli" else base), *words[1:]) if last or base else words


def _scoped(name: str) -> tuple[str, str, str]:
    head, sign, version = name[1:].partition("@")
    return "@" + head, sign, version


def _started(words: Words) -> Iterator[Words]:
    """Yield what a command starts."""
    name = words[0] or ""
    if _MODULES.match(name) or name == "coverage":
        at = next((n for n, word in enumerate(words) if word == "-m"), 0)
        if at and at + 1 < len(words):
            yield words[at + 1 :]
        elif script := next((n for n, word in enumerate(words[:6]) if (word or "").endswith(".py")), 0):
            yield words[script:]
    if name in _SHELLS:
        yield from _script(words)
    if name in _SHELLS or name in _INTERPRETERS:
        first = next((n for n, word in enumerate(words) if n and not (word or "").startswith(("-", "+"))), 0)
        if first and "-c" not in words:
            yield words[first:]
    if name in ("docker", "podman", "nerdctl", "docker-compose", "podman-compose"):
        yield from _container(words)
    if name in _PROGRAMS and (words[1:2] or (None,))[0] is not None and (words[1] or "").startswith("-"):
        for rest in _after(words[1:], _LAUNCHERS.get((name,), _LAUNCHERS["uv", "run"])):
            yield (name, *rest)
    for size in (3, 2, 1):
        head = tuple(word or "" for word in words[:size])
        if head in _LAUNCHERS and len(words) > size:
            yield from _after(words[size:], _LAUNCHERS[head])
            return


def _after(words: Words, valued: frozenset[str]) -> Iterator[Words]:
    """Yield the words from the first that is no option on; `-m` of `uv run` and `coverage run` names a module."""
    index = 0
    while index < len(words):
        word = words[index]
        if word is None:
            return
        if word in ("-c", "--call") and word not in valued and index + 1 < len(words):
            yield from _script(("sh", "-c", *words[index + 1 :]))
            return
        if word in ("-m", "--module", "--"):
            index += 1
            break
        if not word.startswith("-"):
            break
        index += 2 if word in valued else 1
    if index < len(words):
        yield words[index:]


def _script(words: Words) -> Iterator[Words]:
    """Yield the commands of `sh -c 'a && b'`."""
    for index, word in enumerate(words[1:-1], 1):
        if word is not None and word.startswith("-") and not word.startswith("--") and word.endswith("c"):
            yield from split(words[index + 1] or "")
            return


def split(text: str) -> Iterator[Words]:
    """Yield the simple commands of a line of shell, told apart by its operators alone."""
    import shlex  # only for a text that names programs

    lexer = shlex.shlex(text[:5_000], posix=True, punctuation_chars="();|&\n")
    lexer.whitespace = " \t\r"
    lexer.whitespace_split = True
    lexer.commenters = ""
    current: list[str | None] = []
    try:
        for token in lexer:
            if token and not token.strip("();|&\n"):
                if current:
                    yield tuple(current)
                current = []
            elif current or "=" not in token:
                current.append(None if "$" in token or "`" in token else token)
    except ValueError:
        return
    if current:
        yield tuple(current)


def _container(words: Words) -> Iterator[Words]:
    """Yield what a container runs: its image's own program, and the command given to it."""
    texts = [word or "" for word in words]
    verbs = ("run", "exec")
    at = next((n for n, word in enumerate(texts[1:6], 1) if word in verbs), 0)
    if not at:
        return
    entry: str | None = None
    index = at + 1
    while index < len(texts) and texts[index].startswith("-"):
        option, equals, value = texts[index].partition("=")
        if option == "--entrypoint":
            entry = value if equals else (texts[index + 1] if index + 1 < len(texts) else "")
        index += 1 if equals or option in _FLAGS else 2
    if index >= len(words):
        return
    arguments = words[index + 1 :]
    image = texts[index].partition("@")[0]
    base = image.rpartition("/")[2].partition(":")[0]
    if entry:
        yield (entry, *arguments)
        return
    if base and texts[at] == "run" and not any(word in ("compose", "docker-compose") for word in texts[:at]):
        yield (base, *arguments)
    if arguments:
        yield arguments
