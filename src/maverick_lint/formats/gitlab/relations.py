"""What GitLab refuses in a job because of two of its keys together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats.gitlab.kinds import head, open_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.gitlab.model import Job

# A job that starts another pipeline runs nothing itself (docs.gitlab.com/ci/pipelines/downstream_pipelines/,
# 2026-11-24).
_NOT_WITH_TRIGGER: Final = (
    "script", "run", "before_script", "after_script", "image", "services", "artifacts", "cache", "retry", "timeout",
    "tags", "release", "coverage", "secrets", "id_tokens", "pages", "hooks",
)  # fmt: skip
_MOST_CELLS: Final = 200
_PROVIDERS: Final = (
    "vault", "gcp_secret_manager", "azure_key_vault", "aws_secrets_manager", "gitlab_secrets_manager", "akeyless",
)  # fmt: skip
_PLACES: Final = ("local", "project", "remote", "template", "component", "artifact")


def relations(job: Job, node: Node) -> Iterator[ParseError]:
    """Yield the faults of a job whose keys, as this file writes them, are those of `node`."""
    pairs = node.pairs()
    if "trigger" in pairs:
        for key in _NOT_WITH_TRIGGER:
            if key in pairs:
                message = f"job `{job.name}` has both `{key}` and `trigger`; a job that starts a pipeline runs nothing"
                yield ParseError(pairs[key].key_span(), message)
    if "run" in pairs and "script" in pairs:
        yield ParseError(pairs["run"].key_span(), f"job `{job.name}` has both `run` and `script`; GitLab takes one")
    for old in ("only", "except"):
        if old in pairs and "rules" in pairs and not _absent(pairs["rules"]):
            yield ParseError(pairs[old].key_span(), f"job `{job.name}` has both `{old}` and `rules`; GitLab takes one")
    yield from _delay(job, pairs)
    for key, judge in _PARTS.items():
        value = pairs.get(key)
        if value is not None and value.tag != "!reference":
            yield from judge(job, value)


def _delay(job: Job, pairs: dict[str, Node]) -> Iterator[ParseError]:
    when, start_in = job.get("when"), job.get("start_in")
    if job.hidden:
        return
    if "when" in pairs and pairs["when"].raw == "delayed" and start_in is None:
        yield ParseError(pairs["when"].span, f"job `{job.name}` is delayed, and `start_in` does not say by how much")
    if "start_in" in pairs and (when is None or when.text != "delayed"):
        yield ParseError(pairs["start_in"].key_span(), "`start_in` is for jobs with `when: delayed`")
    confirm = pairs.get("manual_confirmation")
    if (
        confirm is not None
        and "rules" not in pairs
        and job.get("rules") is None
        and (when is None or when.text != "manual")
    ):
        yield ParseError(confirm.key_span(), "`manual_confirmation` is for jobs with `when: manual`")


def rule_relations(rule: Node) -> Iterator[ParseError]:
    """Yield what is wrong with a rule's keys together."""
    when, start_in = rule.get("when"), rule.get("start_in")
    if when is not None and when.raw == "delayed" and start_in is None:
        yield ParseError(when.span, "this rule delays the job, and `start_in` does not say by how much")
    if start_in is not None and (when is None or when.raw != "delayed"):
        yield ParseError(start_in.key_span(), "`start_in` is for rules with `when: delayed`")
    for key in ("changes", "exists"):
        value = rule.get(key)
        if value is not None and value.is_map and value.get("regexp") is not None and value.get("paths") is not None:
            yield ParseError(value.pairs()["regexp"].key_span(), f"`{key}` takes `paths` or `regexp`, not both")


def _none(job: Job, *keys: str) -> bool:
    """Say whether none of some keys of a part is given, by the job or by those that it extends."""
    part, *rest = keys
    return not job.hidden and all(job.value.at(part, key) is None for key in rest)


def _artifacts(job: Job, value: Node) -> Iterator[ParseError]:
    expose, access = value.get("expose_as"), value.get("access")
    paths = value.get("paths")
    if expose is not None and _none(job, "artifacts", "paths"):
        yield ParseError(expose.key_span(), "`expose_as` shows what `paths` names, and there is no `paths`")
    if expose is not None and paths is not None:
        for item in paths.items():
            if "*" in item.raw or item.raw.startswith("./"):
                yield ParseError(
                    item.span, f"`{item.raw}` cannot be shown by `expose_as`: no `*`, and no `./` before it"
                )
    if access is not None and value.get("public") is not None:
        yield ParseError(access.key_span(), "`access` and `public` say the same thing; GitLab takes one")
    exclude = value.get("exclude")
    if exclude is not None and _none(job, "artifacts", "paths", "untracked", "reports"):
        yield ParseError(
            exclude.key_span(), "`exclude` takes files out of `paths` or `untracked`, and neither is given"
        )


def _environment(_: Job, value: Node) -> Iterator[ParseError]:
    action, on_stop = value.get("action"), value.get("on_stop")
    if action is not None and on_stop is not None and action.raw == "stop":
        yield ParseError(on_stop.key_span(), "a job that stops an environment has no `on_stop` of its own")


def _parallel(_: Job, value: Node) -> Iterator[ParseError]:
    matrix = value.get("matrix")
    total = 0
    for row in matrix.items() if matrix is not None else ():
        cells = 1
        for cell in row.pairs().values():
            cells *= max(1, len(cell.items())) if cell.is_list else 1
        total += cells
    if matrix is not None and total > _MOST_CELLS:
        yield ParseError(matrix.key_span(), f"the matrix makes {total} jobs, and GitLab takes {_MOST_CELLS} at most")
    if matrix is not None and matrix.is_list and not matrix.items():
        yield ParseError(matrix.key_span(), "`matrix` is empty")


def _cache(_: Job, value: Node) -> Iterator[ParseError]:
    for one in value.items() if value.is_list else [value]:
        key = one.get("key") if one.is_map else None
        prefix = None if key is None else key.get("prefix")
        if key is not None and prefix is not None and key.get("files") is None and key.get("files_commits") is None:
            yield ParseError(prefix.key_span(), "`prefix` stands before the digest of `files`, which are not given")


def _needs(job: Job, value: Node) -> Iterator[ParseError]:
    for need in value.items() if value.is_list else [value]:
        pairs = need.pairs() if need.is_map and need.tag != "!reference" else {}
        if not pairs or any(open_text(key) for key in pairs):
            continue
        if not any(key in pairs for key in ("job", "pipeline", "project")):
            yield ParseError(head(need.children[0][1]).span, f"this need of job `{job.name}` names no `job`")
        elif "project" in pairs:
            for key in ("job", "ref"):
                if key not in pairs:
                    yield ParseError(pairs["project"].key_span(), f"a need of another project names its `{key}` too")
        elif "job" not in pairs and job.get("script") is not None and not job.hidden:
            message = "without `job` it mirrors the other pipeline's outcome, which only a job without `script` can"
            yield ParseError(pairs["pipeline"].key_span(), message)


def _secrets(job: Job, value: Node) -> Iterator[ParseError]:
    for name, secret in value.pairs().items():
        found = [one for one in _PROVIDERS if secret.get(one) is not None]
        merged = job.value.at("secrets", name)
        elsewhere = job.hidden or (merged is not None and any(merged.get(one) is not None for one in _PROVIDERS))
        if secret.is_map and not found and not elsewhere and set(secret.pairs()) <= {"file", "token"}:
            at = secret.key_span()
            yield ParseError(at, f"the secret `{name}` names no provider: one of {', '.join(_PROVIDERS)}")
        elif len(found) > 1:
            message = f"the secret `{name}` has the providers {' and '.join(found)}; GitLab takes one"
            yield ParseError(secret.pairs()[found[1]].key_span(), message)
        token = None if merged is None else merged.get("token")
        if "gcp_secret_manager" in found and token is None and not job.hidden:
            at = secret.pairs()["gcp_secret_manager"].key_span()
            yield ParseError(at, "a secret of Google's manager needs `token`, which names one of the job's `id_tokens`")


def _steps(_: Job, value: Node) -> Iterator[ParseError]:
    for step in value.items():
        found = [key for key in ("script", "step", "func") if step.get(key) is not None]
        if step.is_map and not found and set(step.pairs()) <= {"name", "env", "inputs"}:
            yield ParseError(head(step).span, "this step has neither `script` nor `func` (once called `step`)")
        elif len(found) > 1:
            yield ParseError(step.pairs()[found[1]].key_span(), f"a step has one of {' and '.join(found)}, not both")


def _trigger(job: Job, value: Node) -> Iterator[ParseError]:
    if not value.is_map:
        return
    project, include = value.get("project"), value.get("include")
    if project is not None and include is not None:
        yield ParseError(
            include.key_span(), "`trigger` starts another `project` or a child pipeline by `include`, not both"
        )
    if _none(job, "trigger", "project", "include") and not any(open_text(key) for key in value.pairs()):
        yield ParseError(value.key_span(), "`trigger` names neither `project` nor `include`")
    branch = value.get("branch")
    if branch is not None and _none(job, "trigger", "project"):
        yield ParseError(branch.key_span(), "`branch` is for a `trigger` with `project`")
    for item in [] if include is None else include.items() if include.is_list else [include]:
        yield from places(item)


def places(node: Node) -> Iterator[ParseError]:
    """Yield what is wrong with the keys of an include together."""
    if not node.is_map:
        return
    pairs = node.pairs()
    found = [key for key in _PLACES if key in pairs]
    at = head(node).span
    if not found and not any(open_text(key) for key in pairs):
        yield ParseError(at, f"this include names no place: one of {', '.join(_PLACES)}")
    elif len(found) > 1:
        yield ParseError(pairs[found[1]].key_span(), f"this include has both `{found[0]}` and `{found[1]}`; make two")
    for key, wanted in (("file", "project"), ("ref", "project"), ("integrity", "remote"), ("job", "artifact")):
        if key in pairs and wanted not in pairs:
            yield ParseError(pairs[key].key_span(), f"`{key}` goes with `{wanted}`, which is not given")
    for key, wanted in (("project", "file"), ("artifact", "job")):
        if key in pairs and wanted not in pairs:
            yield ParseError(pairs[key].key_span(), f"`{key}` needs `{wanted}` beside it")


_PARTS: Final[dict[str, Callable[[Job, Node], Iterator[ParseError]]]] = {
    "artifacts": _artifacts,
    "cache": _cache,
    "needs": _needs,
    "environment": _environment,
    "parallel": _parallel,
    "secrets": _secrets,
    "run": _steps,
    "trigger": _trigger,
}


def _absent(node: Node) -> bool:
    return node.is_scalar and node.value is None
