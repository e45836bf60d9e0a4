"""Which jobs of CI deploy, and what shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.record import record
from maverick_lint.stack.builds import builds_by_action
from maverick_lint.stack.deploy_commands import OTHER, deploying, deploying_target
from maverick_lint.stack.pipelines import in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Job, Step
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_DEPLOYS: Final = re.compile(
    r"(?<![a-z])(?:re)?deploy(?:s|ing|ment)?(?![a-z])|(?<![a-z])(?:release|rollout|ship)[-_ ]to(?![a-z])"
)
_AROUND: Final = re.compile(
    r"(?<![a-z])(?:un|tests?|lint|scan|check|verify|clean(?:up)?|delete|destroy|remove|stop|notify|plan|validate|prepare|"
    r"dry[-_ ]?run|teardown|comment|status|report|announce|build|compile|publish|push|upload)(?![a-z])"
)
_SITES: Final = (
    "actions/deploy-pages", "actions/upload-pages-artifact", "peaceiris/actions-gh-pages", "cloudflare/", "netlify/",
    "jamesives/github-pages-deploy", "crazy-max/ghaction-github-pages", "pypa/gh-action-pypi-publish", "goreleaser/",
    "nwtgck/actions-netlify", "amondnet/vercel-action", "changesets/action", "softprops/action-gh-release",
    "helm/chart-releaser-action", "azure/static-web-apps-deploy", "firebaseextended/", "w9jds/firebase",
    "hashicorp/setup-terraform", "opentofu/setup-opentofu", "pulumi/",
)  # fmt: skip
_SSH: Final = (
    "appleboy/ssh-action", "fifsky/ssh-action", "garygrossgarten/github-action-ssh", "cross-the-world/ssh",
    "jimcronqvist/action-ssh", "nekiro/ssh-job", "d3rhase/ssh", "tiyee/action-ssh", "likeadream/ssh",
)  # fmt: skip
_COPIES: Final = (
    "appleboy/scp-action", "burnett01/rsync-deployments", "easingthemes/ssh-deploy", "cross-the-world/scp",
    "contention/rsync-deployments", "garygrossgarten/github-action-scp", "cross-the-world/ssh-scp",
)  # fmt: skip
_SERVERS: Final = re.compile(
    r"^(?:prod(?:uction)?|stag(?:e|ing)|pre-?prod(?:uction)?|live|uat|qa|dev(?:elopment)?|demo)(?:[-_ /.:].*)?$"
)
_CHOSEN: Final = re.compile(r"\$\{\{.*\b(?:inputs|matrix)\b.*\}\}")
_PUBLISHING: Final = (
    ["npm", "publish"], ["twine", "upload"], ["gh", "release"], ["skopeo", "copy"], ["uv", "publish"],
    ["crane", "push"], ["poetry", "publish"], ["pnpm", "publish"], ["cargo", "publish"], ["docker", "push"],
    ["docker", "manifest"],
)  # fmt: skip
_SITE_TOOLS: Final = frozenset({
    "wrangler", "vercel", "netlify", "firebase", "surge", "gh-pages", "terraform", "tofu", "pulumi", "s3cmd", "gsutil",
    "serverless", "sls", "cdk", "sam", "hardhat", "forge", "vsce", "fastlane",
})  # fmt: skip
_SITE_COMMANDS: Final = (
    ["mkdocs", "gh-deploy"], ["mike", "deploy"], ["aws", "s3"], ["aws", "cloudfront"], ["docusaurus", "deploy"],
    ["gem", "push"], ["nuget", "push"], ["helm", "push"], ["hexo", "deploy"], ["ng", "deploy"],
)  # fmt: skip
# Packages for a system's package manager: a server that has them hands them out, and runs none of them.
_PACKAGES: Final = re.compile(r"(?:^|/)packages?/|\.(?:deb|rpm|whl|dmg|exe|msi|appimage)$", re.IGNORECASE)
_STARTS: Final = re.compile(
    r"\b(?:docker|podman|systemctl|service|supervisorctl|pm2|nginx|dpkg|apt|apt-get|dnf|yum|pip)\b"
)
_RELEASES: Final = frozenset({"deploy", "publish", "publishToSonatype", "publishSigned", "release:perform"})


@record
class Reason:
    """A place that shows that something deploys, and what stands there."""

    place: Place
    what: str


@record
class DeployJob:
    """A job that deploys.

    reasons    what shows it, the plainest first
    remote     it reaches a server by SSH, or runs a deploy script
    dedicated  its file is there for deploying: file or workflow is named so
    """

    pipeline: Pipeline
    job: Job
    reasons: tuple[Reason, ...]
    remote: bool
    dedicated: bool


def deploy_jobs(stack: Stack) -> tuple[DeployJob, ...]:
    """Return the jobs that deploy, in the order of their places."""
    known = stack.memo.get("deploy-jobs")
    if not isinstance(known, tuple):
        known = tuple(job for pipeline in stack.every(Pipeline) for job in _of_pipeline(stack, pipeline))
        stack.memo["deploy-jobs"] = known
    return known


def _of_pipeline(stack: Stack, pipeline: Pipeline) -> Iterator[DeployJob]:
    if pipeline.role != "pipeline" or not in_use(pipeline.path) or _only_proposes(pipeline):
        return
    file = pipeline.path.rpartition("/")[2].rpartition(".")[0].lower()
    title = f"{file} {pipeline.name.lower()}"
    named = bool(_DEPLOYS.search(title)) and not OTHER.search(title)
    found = [one for job in pipeline.jobs if (one := _of_job(stack, pipeline, job, dedicated=named)) is not None]
    if not found and named and _DEPLOYS.search(file) and not _AROUND.search(_DEPLOYS.sub(" ", title)):
        reason = Reason(pipeline.place, f"its file is called {file}")
        jobs = [j for j in pipeline.jobs if not (j.never or _AROUND.search(_title(j)) or _publishes(j) or _is_site(j))]
        found = [DeployJob(pipeline, job, (reason,), remote=False, dedicated=True) for job in jobs]
    yield from found


def _only_proposes(pipeline: Pipeline) -> bool:
    """Say whether only pull requests start a pipeline: what it deploys is a preview, or a test of the deployment."""
    return bool(pipeline.triggers) and all(t.event.startswith("pull_request") for t in pipeline.triggers)


def _title(job: Job) -> str:
    return f"{job.id} {job.name}".lower()


def _of_job(stack: Stack, pipeline: Pipeline, job: Job, *, dedicated: bool) -> DeployJob | None:
    title = _title(job)
    file = pipeline.path.rpartition("/")[2].lower()
    if job.never or OTHER.search(title) or (OTHER.search(file) and not dedicated) or _is_site(job):
        return None
    strong = list(_strong(stack, job))
    environment = (job.environment or "").strip()
    if environment and OTHER.search(environment.lower()):
        return None
    named = bool(_DEPLOYS.search(title)) and not _AROUND.search(_DEPLOYS.sub(" ", title).replace("build", " "))
    serves = bool(_SERVERS.match(environment.lower()) or _CHOSEN.search(environment))
    around = _AROUND.search(title.replace("build", " ")) is not None
    if around and not named and not serves:
        return None  # a test of the deploy script, a check of a server
    says_so = named or (dedicated and not _AROUND.search(title))
    reasons = list(strong) if says_so or serves or any(r.what.startswith("runs") for r in strong) else []
    if named:
        reasons.append(Reason(job.place, f"the job is called {job.name or job.id}"))
    if serves and (strong or says_so or not _publishes(job)):
        reasons.append(Reason(job.environment_place or job.place, f"it has the environment {environment}"))
    if not reasons or (not strong and _publishes(job)):
        return None
    return DeployJob(pipeline, job, tuple(reasons), remote=bool(strong), dedicated=dedicated)


def _is_site(job: Job) -> bool:
    """Say whether a job publishes a site or a package, or changes infrastructure."""
    for step in job.steps:
        if step.never:
            continue
        if step.uses.lower().startswith(_SITES):
            return True
        for command in step.commands:
            texts = [word.text or "" for word in command.words if not (word.text or "-").startswith("-")]
            head = texts[1:] if texts[:1] in (["npx"], ["bunx"], ["pnpm"], ["yarn"], ["mvnw"]) else texts
            program = head[0].rpartition("/")[2] if head else ""
            if program in _SITE_TOOLS or [program, *head[1:2]] in _SITE_COMMANDS:
                return True
            if program in ("scp", "rsync") and any(map(_PACKAGES.search, head[1:])) and not _STARTS.search(step.script):
                return True
            if program in ("mvn", "mvnw", "gradlew", "gradle", "sbt") and any(t in _RELEASES for t in head[1:]):
                return True
    return False


def _publishes(job: Job) -> bool:
    """Say whether a job pushes images or packages to a registry, and does nothing else that could be a deployment."""
    if any(builds_by_action(step.uses) for step in job.steps):
        return True
    for step in job.steps:
        for command in step.commands:
            words = [word.text or "" for word in command.words]
            if words[:2] in _PUBLISHING or (words[:1] == ["docker"] and ("--push" in words or "imagetools" in words)):
                return True
    return False


def _strong(stack: Stack, job: Job) -> Iterator[Reason]:
    for step in job.steps:
        if step.never:
            continue
        action = step.uses.lower()
        if action.startswith(_SSH):
            yield Reason(step.uses_place or step.place, f"runs commands on a server by {step.uses.partition('@')[0]}")
        elif action.startswith(_COPIES):
            yield Reason(step.uses_place or step.place, f"copies files to a server by {step.uses.partition('@')[0]}")
        for command in step.commands:
            what = deploying(command) or deploying_target(stack, command, step.folder)
            if what is not None:
                yield Reason(command.place, what)


def reaches_server(step: Step) -> bool:
    """Say whether the commands of a step run on a server."""
    return step.remote or step.uses.lower().startswith(_SSH)
