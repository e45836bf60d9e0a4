"""Calls of task runners: which targets a command asks for (the runners' own help, read in 2025 and 2026)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.stack.launchers import Words


@record
class Asked:
    """Targets of a runner; () for its defaults.

    `folder` is where it looks, "" when that is not said; `everywhere` when it looks in every package of the repository.
    """

    runner: str
    targets: tuple[str, ...] = ()
    folder: str = ""
    everywhere: bool = False


_VALUED: Final = {
    "make": frozenset(
        {"-C", "--directory", "-f", "--file", "--makefile", "-I", "-o", "-W", "-l", "--jobserver-style", "--eval"}
    ),
    "npm": frozenset(
        {
            "-w",
            "--workspace",
            "--prefix",
            "--filter",
            "-F",
            "--cwd",
            "-C",
            "--dir",
            "--loglevel",
            "--reporter",
            "--concurrency",
        }
    ),
    "tox": frozenset(
        {
            "-c",
            "--conf",
            "--workdir",
            "--root",
            "-x",
            "--override",
            "-p",
            "-o",
            "--result-json",
            "--skip-env",
            "--installpkg",
        }
    ),
    "nox": frozenset(
        {"-f", "--noxfile", "-p", "--python", "-P", "--extra-pythons", "-db", "--default-venv-backend", "--envdir"}
    ),
    "just": frozenset(
        {"-f", "--justfile", "-d", "--working-directory", "--set", "--shell", "--color", "--dotenv-path", "-E"}
    ),
    "task": frozenset({"-d", "--dir", "-t", "--taskfile", "-o", "--output", "-C", "--concurrency", "-I", "--interval"}),
    "poe": frozenset({"-C", "--directory", "-e", "--executor"}),
}
_FOLDER: Final = frozenset({"-C", "--directory", "--cwd", "--prefix", "--dir", "-d", "--working-directory"})
_NODE: Final = frozenset(
    {"npm", "yarn", "pnpm", "bun", "turbo", "nx", "lerna", "ultra", "wireit", "rush", "moon", "corepack"}
)
_EVERYWHERE: Final = frozenset(
    {"-w", "--workspace", "--workspaces", "-ws", "-r", "--recursive", "--filter", "-F", "workspaces", "recursive"}
)
_ALIASES: Final = {"t": "test", "tst": "test"}
_NOT_SCRIPTS: Final = frozenset(
    {
        "install",
        "i",
        "ci",
        "add",
        "remove",
        "rm",
        "update",
        "up",
        "upgrade",
        "dedupe",
        "audit",
        "cache",
        "config",
        "init",
        "create",
        "publish",
        "pack",
        "link",
        "login",
        "logout",
        "set",
        "why",
        "list",
        "ls",
        "info",
        "outdated",
        "rebuild",
        "prune",
        "import",
        "dlx",
        "exec",
        "x",
        "global",
        "node",
        "bin",
        "version",
        "view",
        "help",
        "store",
        "fetch",
        "approve-builds",
        "plugin",
        "unlink",
        "licenses",
    }
)
_SINGLE: Final = {
    "make": "make", "gmake": "make", "mingw32-make": "make", "just": "just", "task": "task", "go-task": "task",
    "poe": "poe", "poethepoet": "poe", "taskipy": "taskipy",
}  # fmt: skip
_RUN: Final = frozenset(
    {"pdm", "hatch", "rye", "pixi", "mise", "composer", "rake", "mage", "invoke", "inv", "doit", "ant", "npm-run"}
)


def asked(words: Words) -> Asked | None:
    """Return what a command asks a task runner for; None when it calls none."""
    name = words[0] or ""
    texts = [word for word in words[1:] if word is not None]
    if name in _SINGLE:
        runner = _SINGLE[name]
        targets = [word for word in _operands(texts, runner) if "=" not in word]
        return Asked(runner, tuple(targets[:1] if runner in ("poe", "taskipy") else targets), _folder(texts))
    if name in ("tox", "nox"):
        return _environments(name, texts)
    if name in _NODE:
        return _scripts(name, texts)
    if name in ("run-s", "run-p", "npm-run-all", "npm-run-all2", "concurrently"):
        found = [word.removeprefix("npm:").removeprefix("npm run ") for word in texts if not word.startswith("-")]
        return Asked("npm", tuple(found))
    if name in _RUN:
        return _run(name, texts)
    return None


def _operands(texts: list[str], runner: str) -> list[str]:
    found: list[str] = []
    valued = _VALUED.get(runner, frozenset())
    index = 0
    while index < len(texts):
        word = texts[index]
        if word == "--":
            break
        if word.startswith("-"):
            index += word in valued
        else:
            found.append(word)
        index += 1
    return found


def _folder(texts: list[str]) -> str:
    for index, word in enumerate(texts):
        option, equals, value = word.partition("=")
        if option in _FOLDER:
            return (
                (value if equals else texts[index + 1] if index + 1 < len(texts) else "").removeprefix("./").strip("/")
            )
    return ""


def _environments(name: str, texts: list[str]) -> Asked:
    found: list[str] = []
    flags = ("-e", "--env") if name == "tox" else ("-s", "--session", "--sessions", "-e")
    index = 0
    while index < len(texts):
        option, equals, value = texts[index].partition("=")
        if option == "--":
            break
        if option in flags:
            if equals:
                found.append(value)
            while not equals and index + 1 < len(texts) and not texts[index + 1].startswith("-"):
                index += 1
                found.append(texts[index])
                if name == "tox":
                    break
        elif option.startswith("-e") and name == "tox" and not option.startswith("--"):
            found.append(texts[index][2:])
        index += 1
    return Asked(name, tuple(part.strip() for word in found for part in word.split(",") if part.strip()))


def _scripts(name: str, texts: list[str]) -> Asked | None:
    folder = _folder(texts)
    words = _operands(texts, "npm")
    if name == "corepack":
        return _scripts(words[0], texts[texts.index(words[0]) + 1 :]) if words and words[0] in _NODE else None
    if words[:2] == ["workspaces", "foreach"] or words[:1] == ["workspaces"]:
        words = words[words.index("run") :] if "run" in words else []
    elif words[:1] == ["workspace"] and name == "yarn":
        words = words[2:]
    elif name == "pnpm" and words[:1] == ["recursive"]:
        words = words[1:]
    if not words:
        return None
    first = _ALIASES.get(words[0], words[0])
    if first in ("run", "run-script", "run-many", "affected") or name in ("turbo", "nx", "lerna", "ultra", "moon"):
        return _monorepo(first, words, texts, folder)
    if name == "npm":
        return Asked("npm", (first,), folder) if first in ("test", "start", "stop", "restart") else None
    if name == "bun" or first in _NOT_SCRIPTS or (first.startswith("-")):
        return None
    return Asked("npm", (first,), folder)


def _monorepo(first: str, words: list[str], texts: list[str], folder: str) -> Asked | None:
    flagged = [texts[n + 1] for n, word in enumerate(texts[:-1]) if word in ("-t", "--target", "--targets")]
    flagged += [word.partition("=")[2] for word in texts if word.startswith(("--target=", "--targets="))]
    if flagged:
        return Asked("npm", tuple(part for word in flagged for part in word.split(",")), folder, everywhere=True)
    rest = words[1:] if first in ("run", "run-script", "run-many", "affected") else words
    names = [word.rpartition(":")[2] if first == "run" and word.count(":") > 1 else word for word in rest]
    everywhere = (not folder and any(word in _EVERYWHERE for word in texts)) or first not in ("run", "run-script")
    return Asked("npm", tuple(names), folder, everywhere=everywhere) if names else None


def _run(name: str, texts: list[str]) -> Asked | None:
    words = [word for word in texts if not word.startswith("-")]
    if name in ("composer", "rake", "mage", "invoke", "inv", "doit", "ant", "npm-run"):
        words = words[1:] if words[:1] in (["run-script"], ["run"]) else words
        return Asked(name, tuple(words[:1])) if words and words[0] not in _NOT_SCRIPTS else None
    if words[:1] == ["run"] and len(words) > 1:
        return Asked(name, (words[1].rpartition(":")[2] if name == "hatch" else words[1],))
    return None
