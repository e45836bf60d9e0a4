"""What GitLab refuses in a configuration, at its place in this file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.gitlab.conditions import ConditionError, evaluate
from maverick_lint.formats.gitlab.keys import DEFAULT, EDGE_STAGES, GLOBAL, JOB, RULE, STAGES, WHEN
from maverick_lint.formats.gitlab.needs import needs_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.gitlab.model import GitlabCi, Job

_MOST: Final = 200
_LISTS: Final = ("needs", "dependencies", "rules")
_MAPPINGS: Final = ("artifacts", "inherit", "secrets", "id_tokens")


def faults(ci: GitlabCi) -> Iterator[ParseError]:
    """Yield what is wrong, the first 200 faults; of a file that others include only what is wrong by itself."""
    found = [*_problems(ci), *_top(ci), *(fault for job in _own_jobs(ci) for fault in _job(ci, job))]
    if ci.entry:
        found.extend(needs_faults(ci))
    yield from sorted(set(found), key=lambda fault: (fault.span, fault.message))[:_MOST]


def _problems(ci: GitlabCi) -> Iterator[ParseError]:
    for problem in ci.problems:
        # What a fragment lacks may stand in the file that includes it.
        if problem.source is ci.source and (ci.entry or "not defined" not in problem.message):
            yield ParseError(problem.span, problem.message)


def _own_jobs(ci: GitlabCi) -> Iterator[Job]:
    return (job for job in ci.jobs if job.source is ci.source)


def _top(ci: GitlabCi) -> Iterator[ParseError]:
    for key, node in ci.own.children:
        if key is None or key.raw in GLOBAL or key.raw == "<<" or key.raw.startswith(".") or _open(key.raw):
            continue
        if not node.is_map and not _open(node.raw):
            near = _near(key.raw, GLOBAL)
            yield ParseError(key.span, f"`{key.raw}` must be a job, a mapping of keys, and this is {_what(node)}{near}")
    default = ci.own.get("default")
    if default is not None and default.is_map:
        yield from _unknown(default, DEFAULT, "`default`")
    stages = ci.own.get("stages")
    if stages is not None and not stages.is_list:
        yield ParseError(stages.key_span(), f"`stages` must be a list, and this is {_what(stages)}")
    if ci.entry and ci.complete and not any(not job.hidden for job in ci.jobs):
        yield ParseError(ci.own.children[0][0].span if ci.own.children and ci.own.children[0][0] else ci.own.span,
                         "has no job that is not hidden; GitLab starts no pipeline without one")  # fmt: skip


def _job(ci: GitlabCi, job: Job) -> Iterator[ParseError]:
    node = ci.own.get(job.name)
    if node is None or not node.is_map:
        return
    if not job.hidden:
        yield from _unknown(node, JOB, f"job `{job.name}`")
        yield from _work(ci, job)
        yield from _stage(ci, job)
    for name in _LISTS:
        value = node.get(name)
        if (
            value is not None
            and not value.is_list
            and not value.is_map
            and value.value is not None
            and value.tag != "!reference"
        ):
            yield ParseError(
                value.key_span(), f"`{name}` of job `{job.name}` must be a list, and this is {_what(value)}"
            )
    for name in _MAPPINGS:
        value = node.get(name)
        if value is not None and not value.is_map and value.value is not None and value.tag != "!reference":
            yield ParseError(
                value.key_span(), f"`{name}` of job `{job.name}` must be a mapping, and this is {_what(value)}"
            )
    for name in ("script", "before_script", "after_script"):
        yield from _script(node.get(name), name, job.name)
    yield from _when(node.get("when"))
    rules = node.get("rules")
    for rule in rules.items() if rules is not None and rules.tag != "!reference" else ():
        if rule.is_map:
            yield from _rule(rule, job.name)


def _work(ci: GitlabCi, job: Job) -> Iterator[ParseError]:
    has = [key for key in ("script", "trigger", "run") if job.get(key) is not None]
    # Without `extends` it may change a job of an include that was not read; with it, the script may come from there.
    if not has and ci.entry and ci.complete and _parents_known(ci, job):
        yield ParseError(job.key.span, f"job `{job.name}` has neither `script` nor `trigger`, so it does nothing")
    script = job.get("script")
    if "trigger" in has and script is not None and script.source is ci.source:
        yield ParseError(script.node.key_span(), f"job `{job.name}` has both `script` and `trigger`; GitLab takes one")


def _parents_known(ci: GitlabCi, job: Job) -> bool:
    extends = job.get("extends")
    return extends is None or all(parent.text in ci.top for parent in extends.listed())


def _stage(ci: GitlabCi, job: Job) -> Iterator[ParseError]:
    value = job.get("stage")
    text = None if value is None else value.text
    if not ci.entry or not ci.complete or value is None or text is None or "$" in text or value.source is not ci.source:
        return
    given = ci.top.get("stages")
    if given is not None and not given.node.is_list:
        return
    names = STAGES if given is None else [item.text for item in given.items()]
    if text not in names and text not in EDGE_STAGES:
        known = ", ".join(f"`{name}`" for name in names if name)
        message = f"job `{job.name}` is in the stage `{text}`, which `stages` does not name; it names {known or 'none'}"
        yield ParseError(value.node.span, message)


def _script(node: Node | None, name: str, job: str) -> Iterator[ParseError]:
    if node is None or node.tag == "!reference":
        return
    if node.is_map:
        yield ParseError(node.key_span(), f"`{name}` of job `{job}` must be a list of commands, and this is a mapping")
        return
    for item in node.items():
        if item.is_map:
            key = next((key for key, _ in item.children if key is not None), item)
            message = f"this command of `{name}` is read as a mapping because of its colon and blank; put it in quotes"
            yield ParseError(key.span, message)


def _rule(rule: Node, job: str) -> Iterator[ParseError]:
    yield from _unknown(rule, RULE, f"a rule of job `{job}`")
    yield from _when(rule.get("when"))
    condition = rule.get("if")
    if condition is None or condition.text is None or "$[[" in condition.raw or "{{" in condition.raw:
        return
    try:
        evaluate(condition.raw, {})
    except ConditionError as error:
        yield ParseError(condition.span, f"the condition `{condition.raw}` cannot be read: {error}")


def _when(node: Node | None) -> Iterator[ParseError]:
    if node is not None and node.text is not None and node.raw not in WHEN and not _open(node.raw):
        yield ParseError(node.span, f"`{node.raw}` is no value of `when`: {', '.join(sorted(WHEN))} are")


def _unknown(node: Node, known: frozenset[str], where: str) -> Iterator[ParseError]:
    for key, _ in node.children:
        if key is not None and key.raw not in known and key.raw != "<<" and not _open(key.raw):
            yield ParseError(key.span, f"unknown key `{key.raw}` in {where}{_near(key.raw, known)}")


def _near(name: str, known: Iterable[str]) -> str:
    near = close_matches(name, list(known), 1, 0.75)
    return f"; did you mean `{near[0]}`?" if near else ""


def _open(text: str) -> bool:
    return "$" in text or "{{" in text or "{%" in text


def _what(node: Node) -> str:
    if node.is_map:
        return "a mapping"
    return "a list" if node.is_list else "empty" if node.value is None else "a text"
