"""What a GitLab CI configuration states: one pipeline, with the jobs of all files that it includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.pipeline import Job, Pipeline, Setting, Step, Trigger
from maverick_lint.core.span import Place
from maverick_lint.formats.gitlab.asked import asked_for
from maverick_lint.formats.gitlab.jobs import flattened, through
from maverick_lint.formats.gitlab.keys import INHERITED
from maverick_lint.formats.gitlab.runs import BRANCH, Runs, runs_of, workflow_runs
from maverick_lint.formats.gitlab.script import scripts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.formats.gitlab import model
    from maverick_lint.formats.gitlab.model import GitlabCi
    from maverick_lint.formats.gitlab.tree import Value

Memo = dict[int, tuple[Setting, ...]]


def facts(document: Document[GitlabCi]) -> Iterable[Fact]:
    """Return the pipeline of a configuration.

    A file that others include or start as a child has no trigger of its own. What lies outside the repository stands
    in the pipeline as a job that calls it.
    """
    found = pipeline(document.model)
    yield Fact("pipeline", found.path, found, found.place)


def pipeline(ci: GitlabCi) -> Pipeline:
    """Return the pipeline of a configuration."""
    path = ci.source.path
    top = _settings(ci.top.get("variables"))
    inputs = asked_for(ci)
    # Who starts a pipeline by hand gives the variables that it asks for.
    asked = {one.name for one in inputs}
    known = {one.name: one.text for one in top if one.text is not None and one.name not in asked}
    jobs, changing = [], False
    memo: Memo = {}
    for job in ci.jobs:
        if job.hidden or (job.get("script") is None and job.get("trigger") is None and job.get("run") is None):
            continue
        runs = runs_of(ci, job, known)
        changing = changing or runs.merge_request is not False
        jobs.append(_job(ci, job, runs, known, memo))
    jobs.extend(_unread(ci))
    place = Place(path, ci.own.children[0][0].span if ci.own.children and ci.own.children[0][0] else ci.own.span)
    return Pipeline(
        "gitlab",
        path,
        place,
        name="",
        triggers=_triggers(ci, place, known, requests=changing) if ci.entry else (),
        inputs=inputs,
        jobs=tuple(jobs),
        env=top,
    )


def _triggers(ci: GitlabCi, place: Place, known: dict[str, str], *, requests: bool) -> tuple[Trigger, ...]:
    rules = ci.top["workflow"].get("rules") if "workflow" in ci.top else None
    if rules is not None and rules.source is ci.source:
        place = Place(ci.source.path, rules.node.key_span())
    branches = workflow_runs(ci, BRANCH, known) is not False
    # The pipeline of a branch stands in the branch's merge request: both count as its pipelines.
    found = [Trigger("push", place)] if branches else []
    return (*found, Trigger("merge_request", place)) if requests or branches else tuple(found)


def _job(ci: GitlabCi, job: model.Job, runs: Runs, known: dict[str, str], memo: Memo) -> Job:
    path = job.source.path
    environment = job.get("environment")
    name = environment.get("name") if environment is not None and environment.entries is not None else environment
    image = _given(ci, job, "image")
    image = image.get("name") if image is not None and image.entries is not None else image
    env = _settings(through(job.get("variables"), ci.top), memo)
    ignored = _ignored(job)
    return Job(
        id=job.name,
        place=Place(path, job.key.span),
        steps=_steps(ci, job, {**known, **{one.name: one.text for one in env if one.text is not None}}),
        uses=_child(job.get("trigger")),
        env=env,
        needs=_needs(job.get("needs")),
        image=_text(image),
        image_place=None if image is None else Place(image.source.path, image.node.span),
        condition=_conditions(job.get("rules")),
        on_change=runs.on_change,
        on_change_filtered=runs.filtered,
        manual=runs.manual,
        never=runs.never,
        ignored=ignored is not None,
        ignored_place=None if ignored is None else Place(ignored.source.path, ignored.node.key_span()),
        services=tuple(_services(_given(ci, job, "services"))),
        exclusive=job.get("resource_group") is not None,
        environment=None if name is None else name.text,
        environment_place=None if name is None else Place(name.source.path, name.node.span),
    )


def _services(given: Value | None) -> Iterator[Setting]:
    for item in given.items() if given is not None else ():
        image = item.get("name") if item.entries is not None else item
        if image is not None and image.text:
            text = None if "$" in image.text else image.text
            yield Setting(image.text, text, Place(image.source.path, image.node.span))


def _steps(ci: GitlabCi, job: model.Job, known: dict[str, str]) -> tuple[Step, ...]:
    script = job.get("script")
    if script is None:
        return ()
    lines = [*flattened(_given(ci, job, "before_script"), ci.top), *flattened(script, ci.top)]
    after = _given(ci, job, "after_script")
    steps = [_step(script, lines, known, ignored=False)]
    if after is not None and (lines := flattened(after, ci.top)):
        # GitLab does not fail a job for its after_script.
        steps.append(_step(after, lines, known, ignored=True))
    return tuple(steps)


def _step(at: Value, lines: list[Value], known: dict[str, str], *, ignored: bool) -> Step:
    from maverick_lint.formats._shell import commands_in, script_of

    commands: list[Command] = []
    texts = []
    flow = None
    for source in scripts(lines):
        texts.append(source.text)
        script = script_of(source, known)
        commands.extend(commands_in(script, pipefail=True))
        if flow is None and ("docker" in source.text or "nginx" in source.text):
            from maverick_lint.formats._deeds.flow import step_flow

            flow = step_flow((script,), Place(at.source.path, at.node.key_span()), errexit=True)
    place = Place(at.source.path, at.node.span)
    place_of_key = Place(at.source.path, at.node.key_span())
    return Step(
        place=place_of_key,
        script="\n".join(texts),
        script_place=place,
        commands=tuple(commands),
        ignored=ignored,
        ignored_place=place_of_key if ignored else None,
        flow=flow,
    )


def _given(ci: GitlabCi, job: model.Job, key: str) -> Value | None:
    """Return what a job says of a key, or the default that it inherits."""
    own = job.get(key)
    if own is not None:
        return own
    inherit = job.value.at("inherit", "default")
    if inherit is not None and key in INHERITED:
        names = [item.text for item in inherit.items()]
        if inherit.text == "false" or (inherit.node.is_list and key not in names):
            return None
    default = ci.top.get("default")
    found = default.get(key) if default is not None else None
    return found if found is not None else ci.top.get(key)


def _child(trigger: Value | None) -> str:
    """Return the child pipeline's file as a path from the root, or the project that is started."""
    if trigger is None:
        return ""
    if trigger.entries is None:
        return _text(trigger)
    include = trigger.get("include")
    first = include.listed()[0] if include is not None and include.listed() else None
    if first is None:
        return _text(trigger.get("project"))
    local = first.get("local") if first.entries is not None else first
    if local is not None and local.text:
        return "./" + local.text.lstrip("/").removeprefix("./")
    return next((f"{key}: {_text(value)}" for key, value in (first.entries or {}).items()), "")


def _unread(ci: GitlabCi) -> list[Job]:
    """Return a job for each include that was not read: what is in it, nobody here knows."""
    return [
        Job(id="include", place=Place(ci.source.path, include.node.span), uses=include.name, on_change=None)
        for include in ci.includes
        if not include.read
    ]


def _needs(value: Value | None) -> tuple[str, ...]:
    found = []
    for item in value.items() if value is not None else ():
        text = _text(item.get("job")) if item.entries is not None else _text(item)
        if text:
            found.append(text)
    return tuple(found)


def _conditions(rules: Value | None) -> str:
    texts = [_text(rule.get("if")) for rule in rules.items()] if rules is not None else []
    return " || ".join(text for text in texts if text)


def _ignored(job: model.Job) -> Value | None:
    given = job.get("allow_failure")
    return given if given is not None and given.node.value is True else None


def _settings(variables: Value | None, known: Memo | None = None) -> tuple[Setting, ...]:
    """Return variables as settings; those that many jobs take over from one place are made once."""
    identity = id(variables.entries) if variables is not None else 0
    if known is not None and identity in known:
        return known[identity]
    found = []
    for name, value in (variables.entries or {}).items() if variables is not None else ():
        given = value.get("value") if value.entries is not None else value
        at = value if given is None else given
        found.append(Setting(name, None if given is None else given.text, Place(at.source.path, at.node.span)))
    result = tuple(found)
    if known is not None:
        known[identity] = result
    return result


def _text(value: Value | None) -> str:
    return "" if value is None or value.text is None else value.text
