"""The keys of a Compose file and what each may hold, in a small notation. schemas/compose.schema.json is made of it.

Written from the Compose specification's pages 04 to 11 and its develop and deploy pages (read in 2026-11).

    s   text                  N  number               B  true or false
    n   number or text        I  whole number         b  true, false or text
    i   whole number or text  t  a duration, a text   *  anything
    d   a mapping of plain values, or a list of texts
    o   a mapping of texts and numbers
    =a,b  one of these words
    [X]  a list of X          {NAME}  a mapping with the keys of the table NAME
    {*X} a mapping of names to X       X|Y  either       ?X  X or nothing
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from maverick_lint.formats.compose.inner_keys import INNER

Table = dict[str, str]

_NOTATION: Final = {
    "text": "s", "number": "n", "whole": "i", "flag": "b", "pairs": "d", "texts": "[s]", "text_or_texts": "s|[s]",
    "command": "?s|[s]", "duration": "t",
}  # fmt: skip


def _table(**lines: str) -> Table:
    """Return a table from `notation="key key key"` lines, notations by readable names."""
    return {key: _NOTATION[name] for name, keys in lines.items() for key in keys.split()}


TOP: Final = {
    **_table(text="version name"),
    "include": "[s|{include}]", "services": "{*{service}}", "networks": "{*?{network}}", "volumes": "{*?{volume}}",
    "secrets": "{*{secret}}", "configs": "{*{config}}", "models": "{*{model}}", "jobs": "{*{job}}",
}  # fmt: skip

# What every container has: those of services, of jobs and of hooks before the start.
CONTAINER: Final = {
    **_table(
        text="cgroup_parent cpuset domainname hostname image ipc isolation mac_address network_mode platform "
        "pull_policy pull_refresh_after runtime user userns_mode uts working_dir",
        number="cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus pids_limit",
        whole="cpu_count cpu_percent mem_limit mem_reservation mem_swappiness memswap_limit oom_score_adj shm_size",
        flag="init oom_kill_disable privileged read_only",
        texts="cap_add cap_drop device_cgroup_rules dns_opt security_opt volumes_from",
        pairs="annotations environment labels sysctls",
        text_or_texts="dns dns_search label_file tmpfs",
        command="command entrypoint",
        duration="stop_grace_period",
    ),
    "blkio_config": "{blkio}", "cgroup": "=host,private", "configs": "[s|{grant}]", "credential_spec": "{credential}",
    "devices": "[s|{device}]", "env_file": "s|[s|{env_file}]", "extra_hosts": "{hosts}|[s]", "gpus": "=all|[{gpu}]",
    "group_add": "[n]", "logging": "{logging}", "models": "[s]|{*?{model_use}}", "networks": "[s]|{*?{attachment}}",
    "pid": "?s", "secrets": "[s|{grant}]", "stop_signal": "s", "storage_opt": "{any}", "ulimits": "{ulimits}",
    "umask": "?i", "use_api_socket": "B", "volumes": "[s|{mount}]",
}  # fmt: skip

# What runs by itself has besides.
_WORKLOAD: Final = {
    **_table(flag="stdin_open tty"),
    "build": "s|{build}", "depends_on": "[s]|{*{dependency}}", "expose": "[n]", "extends": "s|{extends}",
    "healthcheck": "{healthcheck}", "ports": "[n|{port}]", "profiles": "[s]",
}  # fmt: skip

SERVICE: Final = {
    **CONTAINER,
    **_WORKLOAD,
    **_table(text="container_name restart", whole="scale", flag="attach", texts="external_links links"),
    "deploy": "?{deploy}", "develop": "?{develop}", "provider": "{provider}",
    "post_start": "[{hook}]", "pre_start": "[{pre_start}]", "pre_stop": "[{hook}]",
}  # fmt: skip

TABLES: Final[dict[str, Table]] = {
    "top": TOP,
    "service": SERVICE,
    "job": {**CONTAINER, **_WORKLOAD, "triggers": "{triggers}"},
    "pre_start": {**CONTAINER, "per_replica": "b"},
    **INNER,
}  # fmt: skip

# Keys that must be there. Where a key is missing under these names, a rule with more to say speaks of it.
REQUIRED: Final = {
    "dependency": ("condition",), "device": ("source",), "env_file": ("path",), "extends": ("service",),
    "hook": ("command",), "job": ("triggers",), "model": ("model",), "mount": ("type",), "provider": ("type",),
    "reserved_device": ("capabilities",), "schedule": ("cron",), "ulimit": ("soft", "hard"),
    "watch": ("path", "action"),
}  # fmt: skip
TOLD_ELSEWHERE: Final = ("dependency",)

# How a table is called in a message; another one by the key that holds it.
NAMES: Final = {
    "top": "a Compose file", "service": "a service", "attachment": "a service's network", "config": "a config",
    "dependency": "a dependency", "device": "a device", "external": "`external`", "grant": "a granted secret or config",
    "limits": "resource limits", "mount": "a mount", "network": "a network", "port": "a port", "secret": "a secret",
    "update": "an update or rollback", "volume": "a volume", "watch": "a watched path", "hook": "a hook",
    "ulimit": "a limit of `ulimits`", "reserved_device": "a reserved device", "include": "an included file",
    "job": "a job", "model": "a model", "ipam_config": "an address pool", "env_file": "an environment file",
    "gpu": "a GPU", "rate": "a rate", "weight": "a weight",
}  # fmt: skip

# The keys of older file formats, with what took their place.
MOVED: Final = {
    "context": "build", "dockerfile": "build", "args": "build", "target": "build", "replicas": "deploy",
    "resources": "deploy", "limits": "deploy.resources", "restart_policy": "deploy", "test": "healthcheck",
    "interval": "healthcheck", "retries": "healthcheck", "condition": "depends_on",
}  # fmt: skip


@lru_cache(maxsize=512)
def alternatives(notation: str) -> tuple[str, ...]:
    """Split a notation at the bars that stand outside brackets."""
    found: list[str] = []
    depth = 0
    start = 0
    for index, character in enumerate(notation):
        depth += (character in "[{") - (character in "]}")
        if character == "|" and depth == 0:
            found.append(notation[start:index])
            start = index + 1
    return (*found, notation[start:])
