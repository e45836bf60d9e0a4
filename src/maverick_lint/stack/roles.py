"""What a pipeline's commands are for: which linters they run, whether they test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.stack import testers
from maverick_lint.stack.linters import LINTERS, Linter
from maverick_lint.stack.role_words import (
    ANYTHING,
    GENERAL,
    HELPER_ACTION,
    HOUSEKEEPING,
    IDLE,
    LINT,
    PREPARING,
    STYLE,
    TEST,
    words_in,
)
from maverick_lint.stack.super_linters import run_by, super_linter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.stack.launchers import Words
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached

_TOOLS: Final = {
    LINT: frozenset(way[0] for linter in LINTERS for way in linter.commands if len(way) == 1),
    TEST: frozenset(way[0] for way in testers.COMMANDS if len(way) == 1),
}
# The ways to call a linter or a test runner, by their first word.
_WAYS: Final[dict[str, list[tuple[Linter, tuple[str, ...]]]]] = {}
for _linter in LINTERS:
    for _way in _linter.commands:
        _WAYS.setdefault(_way[0], []).append((_linter, _way))
_TEST_WAYS: Final[dict[str, list[tuple[str, ...]]]] = {}
for _way in testers.COMMANDS:
    _TEST_WAYS.setdefault(_way[0], []).append(_way)
_RUNNERS: Final = frozenset({"make", "just", "task"})
_NO_RUN: Final = frozenset(
    {"--no-run", "--version", "--help", "-V", "--print-config", "--list-tests", "--collect-only"}
)


def linters_of(reached: Reached, stack: Stack) -> frozenset[str]:
    """Return the names of the linters (`stack.linters`) that something reached runs."""
    name = super_linter(reached)
    if name:
        files = (".mega-linter.yml", ".megalinter.yml", ".trunk/trunk.yaml", ".github/linters/.mega-linter.yml")
        settings = name != "super-linter" and any(path in stack.files for path in files)
        return run_by(name, reached, settings_file=settings)
    if reached.hook is not None:
        return frozenset(linter.name for linter in LINTERS if _is_hook(reached.hook.id, linter.hooks))
    uses = reached.uses.partition("@")[0].lower()
    if uses:
        image = uses.removeprefix("docker://").partition(":")[0].rpartition("/")[2]
        return frozenset(
            linter.name
            for linter in LINTERS
            if uses in linter.actions
            or (uses.startswith("docker://") and any(way == (image,) for way in linter.commands))
            or uses == f"reviewdog/action-{linter.name}"
        )
    return frozenset(
        linter.name
        for form in reached.forms
        for linter, way in _WAYS.get(form[0] or "", ())
        if _is_way(form, way) and not _is_refused(form, linter.refused)
    )


def languages_of(names: Iterable[str]) -> frozenset[str]:
    """Return the languages that these linters judge together."""
    wanted = frozenset(names)
    return frozenset(language for linter in LINTERS if linter.name in wanted for language in linter.languages)


def runs_tests(reached: Reached) -> bool:
    """Say whether something reached is known to be a test runner."""
    if reached.uses.partition("@")[0].lower() in testers.ACTIONS:
        return True
    if reached.hook is not None:
        return "pytest" in reached.hook.id or "test" in words_in(reached.hook.id)
    read = reached.followed and reached.known  # `make test` stands for what its target runs
    found = any(
        _is_way(form, way)
        for form in reached.forms
        for way in _TEST_WAYS.get(form[0] or "", ())
        if not (read and way[0] in _RUNNERS)
    )
    return found and not any(word in _NO_RUN for form in reached.forms for word in form[1:])


def lints(reached: Reached, stack: Stack) -> bool:
    """Say whether something reached lints: a known linter, or what cannot be looked into and says so by its name."""
    if linters_of(reached, stack) or is_opaque_lint(reached, stack) or _checks_style(reached):
        return True
    return _may_be_anything(reached, stack) and _is_called(reached, LINT)


def _checks_style(reached: Reached) -> bool:
    """Say whether a program's own name says that it checks how text is written: `./tools/style-check.sh`."""
    first = [form[0] for form in reached.forms if form[0]]
    return any("check" in words and words & STYLE for words in map(words_in, first))


def tests(reached: Reached, stack: Stack) -> bool:
    """Say whether something reached tests: a test runner, or what is unknown and says so by its name."""
    if runs_tests(reached) or is_unread_workflow(reached) or (not reached.known and _is_general(reached)):
        return True
    return not linters_of(reached, stack) and _may_be_anything(reached, stack) and _is_called(reached, TEST)


def is_unread_workflow(reached: Reached) -> bool:
    """Say whether a workflow or include from elsewhere is called that may lint and test, as far as its name tells."""
    if reached.known or reached.way.step is not None or not reached.uses:
        return False
    pipeline = reached.way.pipeline
    gitlab = pipeline is not None and pipeline.system == "gitlab"
    name = reached.uses if gitlab else reached.uses.partition("@")[0].rpartition("/")[2].partition(".")[0]
    words = words_in(name)
    return not words & HOUSEKEEPING or bool(words & (LINT | TEST))


def is_opaque_lint(reached: Reached, stack: Stack) -> bool:
    """Say whether something lints that cannot be looked into, so that any linter may be at work."""
    if reached.known or linters_of(reached, stack):
        return False
    if is_unread_workflow(reached) or _is_called(reached, LINT):
        return True
    return _is_general(reached)


def _is_general(reached: Reached) -> bool:
    """Say whether a command's words speak of checks of every kind: `make check`, `./run ci:test`."""
    return any(words_in(text or "") & GENERAL for form in reached.forms for text in form[1:4])


def runs_npm(reached: Reached) -> bool:
    """Say whether a command calls a script of a Node package."""
    return any(form[0] in ("npm", "yarn", "pnpm", "bun", "turbo", "nx", "lerna") for form in reached.forms)


def _may_be_anything(reached: Reached, stack: Stack) -> bool:
    """Say whether something reached is neither known to do another thing nor mere preparation."""
    if reached.hook is not None:
        return reached.hook.repository == "local"
    if reached.uses:
        words = words_in(reached.uses.partition("@")[0].rpartition("/")[2].partition(".")[0])
        return not words & HELPER_ACTION and (reached.known or not words & HOUSEKEEPING or bool(words & (LINT | TEST)))
    if (reached.followed and reached.known) or linters_of(reached, stack) or runs_tests(reached):
        return False
    if any(form[0] in tools for form in reached.forms for tools in _TOOLS.values()):
        return False  # a linter or test runner that does something else here (`ruff format`)
    if not reached.forms:
        return True
    runs = not any(word in _NO_RUN for form in reached.forms for word in form[1:])
    return runs and (not reached.known or not all(_is_idle(form) for form in reached.forms))


def _is_idle(form: Words) -> bool:
    name = form[0] or ""
    second = next((word for word in form[1:] if word and not word.startswith("-")), "")
    if name in ("docker", "podman", "docker-compose"):
        return not {"run", "exec"} & set(form) and not (LINT | TEST) & {
            word for text in form[1:] for word in words_in(text or "")
        }
    return name in IDLE or second in PREPARING


def _is_called(reached: Reached, wanted: frozenset[str]) -> bool:
    """Say whether the names on the way, or the first words of the command, hold one of the words."""
    if not reached.forms and not reached.uses:
        return _may_be_called(reached, wanted)
    if reached.uses:
        own = [reached.uses.partition("@")[0]]
        names = reached.way.names if not reached.known else ()
        return any(wanted & words_in(text) for text in (*own, *names))
    texts = [text for form in reached.forms for text in form[:4] if text]
    named = _TOOLS.get(wanted, frozenset())
    return any(wanted & words_in(text) or named & set(text.split(":")) for text in (*texts, *reached.way.names))


def _may_be_called(reached: Reached, wanted: frozenset[str]) -> bool:
    """Say whether a command whose program is unknown may be what is wanted, by the words of the expression."""
    script = reached.way.step.script if reached.way.step is not None else ""
    words = reached.command.words[:1] if reached.command is not None else ()
    text = script if not words or words[0].raw.startswith("-") else words[0].raw
    expressions = [part.partition("}}")[0] for part in text.split("${{")[1:2]]
    found = words_in(expressions[0] if expressions else text)
    if wanted & found or any(wanted & words_in(name) for name in reached.way.names):
        return True
    return bool(expressions) and bool(found) and found <= ANYTHING


def _is_hook(hook: str, patterns: Iterable[str]) -> bool:
    return any(hook.startswith(pattern[:-1]) if pattern.endswith("*") else hook == pattern for pattern in patterns)


def _is_way(form: Words, way: tuple[str, ...]) -> bool:
    """Say whether a command begins with the program of a way, and its other words are among the arguments."""
    if form[0] != way[0]:
        return False
    return all(any(_is_same(text, word) for text in form[1:]) for word in way[1:])


def _is_same(text: str | None, word: str) -> bool:
    return text is not None and (text == word or text.endswith(":" + word) or word in text.split(";"))


def _is_refused(form: Words, refused: frozenset[str]) -> bool:
    first = next((word for word in form[1:] if word is not None and not word.startswith("-")), "")
    return first in refused or any(word in _NO_RUN for word in form[1:])
