"""What GitLab refuses in a configuration, at its place in this file."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.record import replace
from maverick_lint.formats.gitlab.conditions import ConditionError, evaluate
from maverick_lint.formats.gitlab.jobs import flattened
from maverick_lint.formats.gitlab.keys import EDGE_STAGES, GLOBAL, STAGES
from maverick_lint.formats.gitlab.kinds import Judge, known_keys, near, open_text, short, what
from maverick_lint.formats.gitlab.needs import needs_faults
from maverick_lint.formats.gitlab.relations import places, relations, rule_relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span
    from maverick_lint.formats.gitlab.model import GitlabCi, Job

_MOST: Final = 200
_MOST_STAGES: Final = 20
# Names that YAML or GitLab keep for themselves (docs.gitlab.com/ci/jobs/#job-names, 2026-11-24).
_RESERVED: Final = frozenset({"true", "false", "nil", "null"})
_LONGEST_NAME: Final = 255
_JOBLIKE: Final = frozenset({"script", "before_script", "stage", "extends"})


def faults(ci: GitlabCi) -> Iterator[ParseError]:
    """Yield what is wrong, the first 200 faults; of a file that others include only what is wrong by itself."""
    judge = Judge()
    found = [*_problems(ci), *_top(ci, judge)]
    stages = stages_of(ci)
    for job in ci.jobs:
        if job.source is ci.source:
            found.extend(_job(ci, job, judge, stages))
    found.extend(judge.found)
    if "$[[" in ci.source.text:
        from maverick_lint.formats.gitlab.inputs import input_faults  # for files with inputs only

        found.extend(input_faults(ci))
    if "!reference" in ci.source.text:
        from maverick_lint.formats.gitlab.references import reference_faults  # for files that have some only

        found.extend(reference_faults(ci))
    if ci.entry:
        found.extend(islice(needs_faults(ci, stages), _MOST))
    at: dict[Span, ParseError] = {}
    for fault in found:
        at.setdefault(fault.span, fault)
    yield from sorted(at.values(), key=lambda fault: fault.span)[:_MOST]


def _problems(ci: GitlabCi) -> Iterator[ParseError]:
    for problem in ci.problems:
        # What a fragment lacks may stand in the file that includes it.
        if problem.source is ci.source and (ci.entry or "not defined" not in problem.message):
            yield ParseError(problem.span, problem.message)


def _top(ci: GitlabCi, judge: Judge) -> Iterator[ParseError]:
    specs, _ = known_keys("top")
    for name, node in ci.own.pairs().items():
        key = node.key
        if key is None or open_text(name):
            continue
        if name in specs:
            judge.value(node, specs[name], name)
        elif not node.is_map and name not in GLOBAL and not name.startswith(".") and not open_text(node.raw):
            hint = near(name, list(GLOBAL))
            if node.tag != "!reference":
                yield ParseError(key.span, f"`{name}` must be a job, a mapping of keys, and this is {what(node)}{hint}")
    include = ci.own.get("include")
    for item in [] if include is None else include.items() if include.is_list else [include]:
        yield from places(item)
    workflow = ci.own.get("workflow")
    yield from _rules(None if workflow is None else workflow.get("rules"), "the workflow")
    yield from _prefilled(ci.own.get("variables"))
    if ci.header is not None and (spec := ci.header.get("spec")) is not None:
        judge.value(spec, "map spec", "spec")
    if ci.entry and ci.complete and not any(not job.hidden for job in ci.jobs):
        first = ci.own.children[0][0] if ci.own.children else None
        yield ParseError(
            ci.own.span if first is None else first.span,
            "has no job that is not hidden; GitLab starts no pipeline without one",
        )


def _prefilled(variables: Node | None) -> Iterator[ParseError]:
    for name, node in variables.pairs().items() if variables is not None else ():
        options, value = node.get("options"), node.get("value")
        if options is None or not options.is_list:
            continue
        if value is None:
            yield ParseError(
                options.key_span(), f"the variable `{name}` has `options` and no `value` that is one of them"
            )
        elif value.text is not None and value.raw not in {item.raw for item in options.items()}:
            message = f"the value `{short(value.raw)}` of the variable `{name}` is none of its `options`"
            yield ParseError(value.span, message)


def _job(ci: GitlabCi, job: Job, judge: Judge, stages: list[str] | None) -> Iterator[ParseError]:
    node = ci.own.get(job.name)
    if node is None or not node.is_map:
        return
    if not job.hidden or _is_template(node):
        # What is missing here may come from a file that was not read, as it may in a template.
        partial = job.hidden or not ci.complete or not _parents_known(ci, job)
        seen = replace(job, hidden=True) if partial else job
        judge.of_job(seen, node)
        yield from relations(seen, node)
        yield from _rules(node.get("rules"), f"job `{job.name}`")
        for key in ("only", "except"):
            given = node.get(key)
            variables = None if given is None else given.get("variables")
            for item in variables.items() if variables is not None else ():
                yield from _condition(item, f"job `{job.name}`")
    if not job.hidden:
        yield from _name(job)
        yield from _work(ci, job)
        yield from _stage(ci, job, stages)


def _is_template(node: Node) -> bool:
    """Say whether a hidden key holds a job; it may as well hold anything that others refer to."""
    return any(key is not None and key.raw in _JOBLIKE for key, _ in node.children)


def _name(job: Job) -> Iterator[ParseError]:
    if job.name in _RESERVED:
        yield ParseError(job.key.span, f"`{job.name}` is no name that a job may have")
    elif len(job.name) > _LONGEST_NAME:
        yield ParseError(job.key.span, f"the name has {len(job.name)} characters, and GitLab takes {_LONGEST_NAME}")


def _work(ci: GitlabCi, job: Job) -> Iterator[ParseError]:
    given = [value for key in ("script", "trigger", "run") if (value := job.get(key)) is not None]
    doing = any(not value.node.is_scalar or value.node.value is not None for value in given) or _mirrors(job)
    if not doing and any(key not in known_keys("job")[0] for key in job.value.entries or {}):
        return  # what is misspelled is told, and may be the script
    # Without `extends` it may change a job of an include that was not read; with it, the script may come from there.
    if not doing and ci.entry and ci.complete and _parents_known(ci, job):
        script = job.get("script")
        if script is not None and script.source is ci.source:
            yield ParseError(script.node.key_span(), f"the `script` of job `{job.name}` is empty")
        else:
            yield ParseError(job.key.span, f"job `{job.name}` has neither `script` nor `trigger`, so it does nothing")


def _mirrors(job: Job) -> bool:
    """Say whether a job shows the outcome of another project's pipeline, for which it needs no script."""
    needs = job.get("needs")
    wanted = needs.listed() if needs is not None and needs.entries is None else [] if needs is None else [needs]
    return any(need.get("pipeline") is not None and need.get("job") is None for need in wanted)


def _parents_known(ci: GitlabCi, job: Job) -> bool:
    """Say whether all that a job takes over is known: every parent is there, and none extends itself."""
    seen: set[str] = set()
    waiting = [job.name]
    while waiting:
        name = waiting.pop()
        value = ci.top.get(name)
        if value is None:
            return False
        seen.add(name)
        extends = value.get("extends")
        parents = [parent.text or "" for parent in extends.listed()] if extends is not None else []
        if job.name in parents or "" in parents:
            return False
        waiting.extend(parent for parent in parents if parent not in seen)
    return True


def _stage(ci: GitlabCi, job: Job, names: list[str] | None) -> Iterator[ParseError]:
    value = job.get("stage")
    text = None if value is None else value.text
    if not ci.entry or not ci.complete or value is None or text is None or "$" in text or value.source is not ci.source:
        return
    if names is not None and text not in names:
        own = [f"`{name}`" for name in names[: _MOST_STAGES + 3] if name not in EDGE_STAGES]
        known = ", ".join([*own[:_MOST_STAGES], *["..."] * (len(own) > _MOST_STAGES)])
        message = f"job `{job.name}` is in the stage `{text}`, which `stages` does not name; it names {known or 'none'}"
        yield ParseError(value.node.span, message)


def stages_of(ci: GitlabCi) -> list[str] | None:
    """Return the stages in their order, those at the edges too; None when they are not known."""
    given = ci.top.get("stages")
    if given is None:
        return [EDGE_STAGES[0], *STAGES, EDGE_STAGES[1]] if ci.complete else None
    if not given.node.is_list:
        return None
    found = [item.text or "" for item in flattened(given, ci.top)]
    return [EDGE_STAGES[0], *(name for name in found if name not in EDGE_STAGES), EDGE_STAGES[1]]


def _rules(rules: Node | None, where: str) -> Iterator[ParseError]:
    for rule in rules.items() if rules is not None and rules.tag != "!reference" else ():
        if not rule.is_map:
            continue
        yield from rule_relations(rule)
        condition = rule.get("if")
        if condition is not None:
            yield from _condition(condition, where)


def _condition(node: Node, where: str) -> Iterator[ParseError]:
    if not isinstance(node.value, str) or open_text(node.raw):
        return
    try:
        evaluate(node.raw, {})
    except ConditionError as error:
        yield ParseError(node.span, f"the condition `{short(node.raw)}` of {where} cannot be read: {error}")
