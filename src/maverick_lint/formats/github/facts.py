"""What a workflow or an action states: one pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.pipeline import Input, Job, Pipeline, Setting, Step, Updates
from maverick_lint.core.span import Place
from maverick_lint.formats._actions_expr import truth_of
from maverick_lint.formats.github.commands import commands_of_step, remote_scripts
from maverick_lint.formats.github.contexts import contexts, is_change, job_env, starting_events, variables
from maverick_lint.formats.github.limits import FILTERS, group_of, rights_of, trigger_of
from maverick_lint.formats.github.matrix import check_names, combinations
from maverick_lint.formats.github.model import Action, Dependabot, Lock, Workflow
from maverick_lint.formats.github.runs import Runs, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._actions_expr import Value
    from maverick_lint.formats.github import model
    from maverick_lint.formats.github.matrix import Combination

_NESTED: Final = "/.github/workflows/"


def facts(document: Document[Any]) -> Iterable[Fact]:
    """Return the pipeline of a workflow or a composite action.

    GitHub reads the workflows of the repository's own .github folder; those of a folder inside run nowhere, and state
    nothing.
    """
    model_ = document.model
    if isinstance(model_, Workflow):
        if _NESTED not in document.source.path:
            yield _fact(workflow_pipeline(model_))
    elif isinstance(model_, Action):
        yield _fact(action_pipeline(model_))
    elif isinstance(model_, Dependabot):
        yield _updates(model_)
    elif isinstance(model_, Lock):
        from maverick_lint.formats.github.lock import lock_of  # few repositories have one

        lock = lock_of(model_)
        if lock is not None:
            yield Fact("actions-lock", lock.path, lock, Place(lock.path, model_.root.span))


def _updates(settings: Dependabot) -> Fact:
    path = settings.source.path
    given = settings.root.get("updates")
    place = Place(path, settings.root.span if given is None else given.key_span())
    ecosystems = tuple(_text(update.get("package-ecosystem")) for update in settings.updates)
    return Fact("dependency-updates", path, Updates(path, place, ecosystems), place)


def _fact(pipeline: Pipeline) -> Fact:
    return Fact("pipeline", pipeline.path, pipeline, pipeline.place)


def workflow_pipeline(workflow: Workflow) -> Pipeline:
    """Return the pipeline of a workflow."""
    source = workflow.source
    known = runs_of(workflow)
    at = next((event.node for event in workflow.events), workflow.root)
    return Pipeline(
        system="github",
        path=source.path,
        place=Place(source.path, at.span),
        name=_text(workflow.name),
        triggers=tuple(trigger_of(source, event) for event in workflow.events),
        inputs=tuple(one for event in workflow.events for one in _inputs(source, event)),
        jobs=tuple(_job(workflow, job, known[job.id]) for job in workflow.jobs),
        env=_settings(source, workflow.env),
        group=group_of(source, workflow.root),
        secrets=tuple(one for event in workflow.events for one in _inputs(source, event, "secrets")),
    )


def action_pipeline(action: Action) -> Pipeline:
    """Return the pipeline of an action: one job with the steps of a composite one, none of another."""
    source = action.source
    place = Place(source.path, (action.using or action.root).span)
    steps = tuple(_step(source, step, "", {}, ({"*": None},), ("",)) for step in action.steps)
    jobs = (Job(id=_text(action.name) or "action", place=place, steps=steps),) if steps else ()
    inputs = tuple(_input(source, name, node, "action") for name, node in action.inputs.items())
    return Pipeline("github", source.path, place, role="action", name=_text(action.name), inputs=inputs, jobs=jobs)


def _inputs(source: Source, event: model.Event, key: str = "inputs") -> tuple[Input, ...]:
    given = None if event.settings is None else event.settings.get(key)
    if event.name not in ("workflow_dispatch", "workflow_call") or given is None:
        return ()
    return tuple(_input(source, name, node, event.name) for name, node in given.pairs().items())


def _input(source: Source, name: str, node: Node, event: str) -> Input:
    required, default, options = node.get("required"), node.get("default"), node.get("options")
    return Input(
        name,
        Place(source.path, node.key_span()),
        type=_text(node.get("type")) or "string",
        required=required is not None and required.raw.lower() == "true",
        default=None if default is None else default.text,
        options=tuple(item.text for item in options.items() if item.text is not None) if options is not None else (),
        event=event,
    )


def _job(workflow: Workflow, job: model.Job, runs: Runs) -> Job:
    source = workflow.source
    env = job_env(workflow, job)
    matrix = combinations(job.matrix)
    default = _text(job.shell) or _text(workflow.shell)
    image = job.container.get("image") if job.container is not None and job.container.is_map else job.container
    changes = tuple(event.name for event in workflow.events if is_change(event))
    environment = job.environment_name
    ignored = job.ignored is not None and truth_of(job.ignored.raw, contexts("")) is True
    return Job(
        id=job.id,
        place=Place(source.path, job.key.span),
        name=_text(job.name),
        steps=tuple(
            _step(source, step, default, env, matrix, starting_events(workflow), changes) for step in job.steps
        ),
        uses=_text(job.uses),
        inputs=_settings(source, job.inputs),
        env=_settings(source, job.env),
        needs=tuple(need.raw for need in job.needs),
        image=_text(image),
        image_place=None if image is None else Place(source.path, image.span),
        condition=_text(job.condition),
        on_change=runs.on_change,
        on_change_filtered=all(event.gives(*FILTERS) for event in workflow.events if is_change(event))
        and bool(changes),
        manual=bool(workflow.events) and all(event.name == "workflow_dispatch" for event in workflow.events),
        never=runs.never,
        ignored=ignored,
        ignored_place=None if not ignored or job.ignored is None else Place(source.path, job.ignored.key_span()),
        secrets=None
        if _text(job.secrets) == "inherit"
        else _settings(source, job.secrets.pairs() if job.secrets else {}),
        uses_place=None if job.uses is None else Place(source.path, job.uses.span),
        services=tuple(_services(source, job.node.get("services"))),
        rights=rights_of(job.permissions or workflow.permissions),
        group=group_of(source, job.node),
        checks=() if job.matrix is None else check_names(_text(job.name) or job.id, matrix),
        exclusive=job.node.get("concurrency") is not None or workflow.root.get("concurrency") is not None,
        environment=None if environment is None else environment.text,
        environment_place=None if environment is None else Place(source.path, environment.span),
    )


def _services(source: Source, given: Node | None) -> Iterator[Setting]:
    for name, node in given.pairs().items() if given is not None else ():
        image = node.get("image") if node.is_map else node
        if image is not None and image.text:
            yield Setting(name, None if "$" in image.text else image.text, Place(source.path, image.span))


def _step(  # noqa: PLR0913 - what a step takes from its job, and nothing else
    source: Source,
    step: model.Step,
    shell: str,
    env: Mapping[str, Value],
    matrix: Sequence[Combination],
    events: tuple[str, ...],
    changes: tuple[str, ...] = (),
) -> Step:
    condition = _text(step.condition)
    own = {**env, **variables(step.env)} if step.env else env
    script = _text(step.run)
    commands, flow = commands_of_step(source, step, _text(step.shell) or shell, own, matrix)
    ignored = step.ignored is not None and truth_of(step.ignored.raw, contexts("", own)) is True
    return Step(
        place=Place(source.path, (step.name or step.run or step.uses or step.node).span),
        name=_text(step.name),
        uses=_text(step.uses),
        uses_place=None if step.uses is None else Place(source.path, step.uses.span),
        inputs=_settings(source, step.inputs),
        env=_settings(source, step.env),
        script=script,
        script_place=None if step.run is None else Place(source.path, step.run.span),
        commands=commands,
        flow=flow,
        remote=bool(remote_scripts(step)),
        never=_false_for(condition, events, own, matrix),
        skipped_on_change=bool(changes) and _false_for(condition, changes, own, matrix),
        ignored=ignored,
        ignored_place=None if not ignored or step.ignored is None else Place(source.path, step.ignored.key_span()),
        condition=condition,
        folder=_folder(step.node),
    )


def _folder(node: Node | None) -> str | None:
    """Return the working directory of a step, of its job's defaults, or of the workflow's; "" for none."""
    while node is not None:
        given = node.get("working-directory") or node.at("defaults", "run", "working-directory")
        if given is not None:
            return None if "$" in given.raw else given.raw
        node = node.parent
    return ""


def _false_for(
    condition: str, events: tuple[str, ...], env: Mapping[str, Value], matrix: Sequence[Combination]
) -> bool:
    """Say whether a condition is false under each of the events, in every run of the matrix."""
    if not condition:
        return False
    runs = matrix if "matrix" in condition.lower() else matrix[:1]
    return all(
        truth_of(condition, contexts(event, env, dict(run))) is False for event in events or ("",) for run in runs
    )


def _settings(source: Source, given: Mapping[str, Node]) -> tuple[Setting, ...]:
    path = source.path
    return tuple(
        Setting(name, node.text, Place(path, node.span), Place(path, node.key_span())) for name, node in given.items()
    )


def _text(node: Node | None) -> str:
    return "" if node is None or node.text is None else node.text
