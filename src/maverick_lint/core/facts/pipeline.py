"""One model of CI for every CI system: pipelines, jobs, steps, and what they call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.flow import ScriptFlow
    from maverick_lint.core.span import Place

System = Literal["github", "gitlab"]


@record
class Setting:
    """A named value: an input given to an action, a variable. `text` is None when the value is no plain text.

    key_place  where its name stands, None when that is not known
    """

    name: str
    text: str | None
    place: Place
    key_place: Place | None = None


@record
class Trigger:
    """An event that starts a pipeline.

    event     the system's own word: "push", "pull_request", "workflow_dispatch", "workflow_call", "schedule";
              "merge_request" for a GitLab pipeline of a merge request
    types     the activity types named, () when none are: then the system's defaults hold
    filtered  the pipeline starts only when certain paths change: those that match `paths`, or others than
              `paths_ignored` (both are patterns; () where they are not known)
    workflows  the names of the workflows whose end starts it (GitHub's `workflow_run`)
    patterns  `paths` with their places
    """

    event: str
    place: Place
    types: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    filtered: bool = False
    paths: tuple[str, ...] = ()
    paths_ignored: tuple[str, ...] = ()
    workflows: tuple[Setting, ...] = ()
    patterns: tuple[Setting, ...] = ()


@record
class Input:
    """An input that a person or a caller gives: a dispatch input, or a prefilled variable of a manual GitLab job."""

    name: str
    place: Place
    type: str = "string"
    required: bool = False
    default: str | None = None
    options: tuple[str, ...] = ()
    event: str = "workflow_dispatch"


@record
class Step:
    """A step of a job.

    uses      the action or image that it calls ("./.github/actions/x", "owner/name@ref"), "" for a script
    script    the text of its script, "" for a call; `script_place` spans it
    commands  the commands of the script, and of scripts in inputs (the `script:` of an SSH action): `remote` is true
              when they run on another machine
    never     a condition that is constantly false keeps it from running
    ignored   its failure does not fail the job (`continue-on-error: true`)
    uses_place  where the text of `uses` stands; None for a script
    folder    where its script runs, relative to the root ("" for there); None when that is unknown
    skipped_on_change  its own condition is false for every pull or merge request
    ignored_place  where that its failure is ignored is written; None when it is not
    flow      what its script does to a running deployment, None when that is nothing
    """

    place: Place
    name: str = ""
    uses: str = ""
    inputs: tuple[Setting, ...] = ()
    env: tuple[Setting, ...] = ()
    script: str = ""
    script_place: Place | None = None
    commands: tuple[Command, ...] = ()
    remote: bool = False
    never: bool = False
    ignored: bool = False
    condition: str = ""
    uses_place: Place | None = None
    skipped_on_change: bool = False
    ignored_place: Place | None = None
    folder: str | None = ""
    flow: ScriptFlow | None = None

    def given(self, name: str) -> str | None:
        """Return the text of an input by name, in any case of letters; None when it is not given."""
        wanted = name.lower()
        return next((s.text for s in self.inputs if s.name.lower() == wanted), None)


@record
class Job:
    """A job of a pipeline.

    uses         the reusable workflow or child pipeline that it calls, "" for a job with steps
    on_change    it runs for pull or merge requests: True, False, or None when a condition decides that is unknown, or
                 the pipeline that calls it (a GitHub workflow with `workflow_call` and no trigger of a pull request)
    on_change_filtered  it does so only when certain paths change
    manual       a person starts it (GitLab `when: manual`, a workflow that only dispatch starts)
    never        a constantly false condition, or rules that no pipeline meets, keep it from running
    ignored      its failure does not fail the pipeline (`allow_failure`, `continue-on-error`)
    environment  the environment that it deploys to as written; None when it names none
    image_place  where the image stands in which the job runs; None when it names none
    ignored_place  where that its failure is ignored is written; None when it is not
    secrets      the secrets that it gives to the workflow that it calls; None when it passes on all (`inherit`)
    uses_place   where the text of `uses` stands; None when there is none
    services     the containers that run beside it, by name, with their images
    exclusive    it waits for others of its kind: `concurrency` of the job or its workflow, `resource_group`
    rights       what its token may do, by scope ("*" for all); None where the file does not say, or not in plain text
    checks       the names of the runs of its matrix as GitHub shows them, () without one; what is not known in them
                 stands as written, or as `*`
    group        the group of its own `concurrency`, None when there is none
    """

    id: str
    place: Place
    name: str = ""
    steps: tuple[Step, ...] = ()
    uses: str = ""
    inputs: tuple[Setting, ...] = ()
    env: tuple[Setting, ...] = ()
    needs: tuple[str, ...] = ()
    image: str = ""
    condition: str = ""
    on_change: bool | None = None
    on_change_filtered: bool = False
    manual: bool = False
    never: bool = False
    ignored: bool = False
    environment: str | None = None
    environment_place: Place | None = None
    image_place: Place | None = None
    ignored_place: Place | None = None
    exclusive: bool = False
    services: tuple[Setting, ...] = ()
    secrets: tuple[Setting, ...] | None = ()
    uses_place: Place | None = None
    rights: Mapping[str, str] | None = None
    group: Setting | None = None
    checks: tuple[str, ...] = ()


@record
class Pipeline:
    """A CI file: a workflow, a composite action, a GitLab configuration.

    role     "pipeline" when events start it, "action" for a composite action (its one job holds its steps)
    secrets  those that a workflow asks of the jobs that call it
    group    the group of the workflow's own `concurrency`, None when there is none
    """

    system: System
    path: str
    place: Place
    role: Literal["pipeline", "action"] = "pipeline"
    name: str = ""
    triggers: tuple[Trigger, ...] = ()
    inputs: tuple[Input, ...] = ()
    jobs: tuple[Job, ...] = ()
    env: tuple[Setting, ...] = ()
    secrets: tuple[Input, ...] = ()
    group: Setting | None = None


@record
class Updates:
    """What updates the dependencies of the repository (Dependabot), and for which ecosystems."""

    path: str
    place: Place
    ecosystems: tuple[str, ...]


@record
class OtherPipeline:
    """A file of a CI system that is only recognised, not read: its presence is the fact."""

    system: str
    path: str
    place: Place


@record
class LockedWorkflow:
    """A workflow that the lock file of actions lists: its path from the root, and its pins (`owner/name@ref`)."""

    path: str
    place: Place
    pins: tuple[Setting, ...]


@record
class ActionsLock:
    """The lock file of a repository's actions; `commits` are the pins with the commits that they were resolved to."""

    path: str
    workflows: tuple[LockedWorkflow, ...]
    commits: tuple[tuple[str, str], ...]
