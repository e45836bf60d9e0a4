"""What a rule of the checklist is about, where a file's kind does not say it.

`ci/ruff` is about Python and `compose/redis-bounds` about Redis: in a repository with neither they are not met, they do
not apply. What bans something (`compose/no-orchestration`) is met where nothing of it is, and is not listed here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.stack.languages import languages

if TYPE_CHECKING:
    from maverick_lint.core.rule import Rule
    from maverick_lint.engine.session import Outcome

_DATASTORE: Final = (
    "postgres|postgis|pgvector|timescale|mysql|mariadb|percona|mongo|redis|valkey|keydb|memcached|rabbitmq|kafka|nats|"
    "elasticsearch|opensearch|meilisearch|typesense|solr|clickhouse|cassandra|couchdb|influxdb|neo4j|minio|etcd"
)
# The words of which a file of the rule's kinds has to hold one.
_WORDS: Final = {
    "compose/redis-bounds": "redis|valkey|keydb",
    "compose/datastore-healthcheck": _DATASTORE,
    "compose/datastore-volume": _DATASTORE,
    "compose/loopback-datastore-port": _DATASTORE,
    "compose/depends-on-condition": "depends_on",
    "compose/healthy-dependency": "service_healthy|service_completed_successfully",
    "dockerfile/fixed-uid": "useradd|adduser",
    "dockerfile/user-exists": r"^\s*user\s",
    "dockerfile/healthcheck-timing": r"^\s*healthcheck\s",
    "dockerfile/healthcheck-can-fail": r"^\s*healthcheck\s",
    "dockerfile/healthcheck-tool": r"^\s*healthcheck\s",
    "dockerfile/frozen-install": r"\b(uv|npm|yarn|pnpm|bun|bundle|poetry|pdm|pipenv|composer|cargo|go|dotnet)\b",
    "dockerfile/no-dev-dependencies": r"\b(uv|npm|yarn|pnpm|bun|bundle|poetry|pdm|pipenv|composer|pip)\b",
    "nginx/upstream-backup": "upstream",
    "nginx/upstream-failure-limits": "upstream",
    "nginx/duplicate-upstream": "upstream",
    "nginx/equal-backups": "backup",
    "nginx/maintenance-fallback": "upstream",
    "nginx/forwarded-headers": "_pass",
    "nginx/proxy-timeouts": "_pass",
    "nginx/health-location": "_pass",
    "nginx/named-upstream": "_pass",
    "alerts/quantile-of-rate": "histogram_quantile",
}
_RUN: Final = r"\b(docker|podman|nerdctl)\s+(container\s+)?(run|create)\b"
_PROXY: Final = r"\b(nginx|openresty|haproxy|caddy)\b"
# The same of rules over deployments, in the scripts and pipelines that could deploy.
_DEPLOYING: Final = {
    "deploy/alternating-ports": _PROXY,
    "deploy/env-file": _RUN,
    "deploy/first-deployment": _RUN,
    "deploy/keeps-old-configuration": _PROXY,
    "deploy/loopback-publish": _RUN,
    "deploy/removes-failed-container": _RUN,
    "deploy/restart-policy": _RUN,
    "deploy/retires-old-container": _PROXY,
    "deploy/same-address": _PROXY,
    "deploy/tests-nginx-before-reload": _PROXY,
    "deploy/waits-for-health": _PROXY,
}
_PIPELINES: Final = ("shell", "github-workflow", "github-action", "gitlab-ci", "taskfile")
_LANGUAGES: Final = {"ci/ruff": "Python", "ci/markdownlint": "Markdown"}


def without_subject(outcome: Outcome, planned: list[Rule]) -> frozenset[str]:
    """Return the ids of the planned rules whose subject is nowhere in the files that were judged."""
    words = {**_WORDS, **_DEPLOYING}
    waiting = {rule.id: rule for rule in planned if rule.id in words or rule.id in _LANGUAGES}
    patterns = {word: re.compile(word, re.IGNORECASE | re.MULTILINE) for word in {*words.values()}}
    for project, result in outcome.parts:
        if result.stack is None:
            continue
        held = languages(result.stack)
        for name, language in _LANGUAGES.items():
            if language in held:
                waiting.pop(name, None)
        wanted = {kind for rule in waiting.values() for kind in _kinds(rule)}
        for path, (kind, _) in result.guesses.items():
            if kind not in wanted:
                continue
            text = project.files.read(path).text or ""
            for name, rule in tuple(waiting.items()):
                if kind in _kinds(rule) and name in words and patterns[words[name]].search(text):
                    del waiting[name]
    return frozenset(waiting)


def _kinds(rule: Rule) -> tuple[str, ...]:
    """Return the kinds of file that a rule looks at; one over files has its group's name."""
    if rule.id in _DEPLOYING:
        return _PIPELINES
    return (rule.id.partition("/")[0],) if rule.needs == ("stack",) else rule.needs
