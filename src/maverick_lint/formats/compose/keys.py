"""The keys of a Compose file and what each may hold, in a small notation.

Written from the Compose specification's pages 04 to 11 and its develop and deploy pages.

    s        text              n   number or text          b   true, false or text
    t        a duration, a text too
    *        anything          d   a mapping of plain values, or a list of texts
    [X]      a list of X       {NAME}   a mapping with the keys of the table NAME
    {*X}     a mapping of names to X    X|Y   either
"""

from __future__ import annotations

from typing import Final

Table = dict[str, str]


_NOTATION: Final = {
    "text": "s", "number": "n", "flag": "b", "anything": "*", "pairs": "d", "texts": "[s]", "text_or_texts": "s|[s]",
    "command": "s|[s]", "numbers": "[n]", "duration": "t",
}  # fmt: skip


def _table(**lines: str) -> Table:
    """Return a table from `notation="key key key"` lines; notations get readable names below."""
    return {key: _NOTATION.get(name, name) for name, keys in lines.items() for key in keys.split()}


TOP: Final = {
    **_table(text="version name", anything="include models jobs"),
    "services": "{*{service}}", "networks": "{*{network}}", "volumes": "{*{volume}}", "secrets": "{*{secret}}",
    "configs": "{*{config}}",
}  # fmt: skip

SERVICE: Final = {
    **_table(
        text="cgroup_parent container_name cpuset domainname hostname image ipc isolation mac_address network_mode pid "
        "platform pull_policy pull_refresh_after restart runtime stop_signal user userns_mode uts "
        "working_dir cgroup",
        number="cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus mem_limit "
        "mem_reservation mem_swappiness memswap_limit oom_score_adj pids_limit scale shm_size umask",
        flag="attach init oom_kill_disable privileged read_only stdin_open tty use_api_socket",
        texts="cap_add cap_drop device_cgroup_rules dns_opt external_links links profiles security_opt volumes_from",
        numbers="expose group_add",
        pairs="annotations environment extra_hosts labels sysctls",
        text_or_texts="dns dns_search label_file tmpfs",
        command="command entrypoint",
        duration="stop_grace_period",
        anything="blkio_config credential_spec develop gpus models post_start pre_start pre_stop storage_opt ulimits",
    ),
    "build": "s|{build}", "configs": "[s|{grant}]", "depends_on": "[s]|{*{dependency}}", "deploy": "{deploy}",
    "devices": "[s|{device}]", "env_file": "s|[s|{env_file}]", "extends": "s|{extends}", "healthcheck": "{healthcheck}",
    "logging": "{logging}", "networks": "[s]|{*{attachment}}", "ports": "[n|{port}]", "provider": "{provider}",
    "secrets": "[s|{grant}]", "volumes": "[s|{mount}]",
}  # fmt: skip

BUILD: Final = {
    **_table(
        text="context dockerfile dockerfile_inline isolation network target",
        number="shm_size",
        flag="no_cache privileged provenance pull sbom",
        texts="cache_from cache_to entitlements platforms tags",
        pairs="additional_contexts args extra_hosts labels ssh",
        text_or_texts="no_cache_filter",
        anything="ulimits",
    ),
    "secrets": "[s|{grant}]",
}

DEPLOY: Final = {
    **_table(text="endpoint_mode mode", number="replicas", pairs="labels"),
    "placement": "{placement}", "resources": "{resources}", "restart_policy": "{restart_policy}",
    "rollback_config": "{update}", "update_config": "{update}",
}  # fmt: skip

TABLES: Final[dict[str, Table]] = {
    "top": TOP,
    "service": SERVICE,
    "build": BUILD,
    "deploy": DEPLOY,
    "attachment": _table(
        text="interface_name ipv4_address ipv6_address mac_address", texts="aliases link_local_ips",
        number="gw_priority priority", anything="driver_opts",
    ),
    "config": _table(
        text="content environment file name template_driver", flag="external", pairs="labels"
    ) | {"external": "b|{external}"},
    "dependency": _table(text="condition", flag="required restart"),
    "device": _table(text="permissions source target"),
    "env_file": _table(text="format path", flag="required"),
    "extends": _table(text="file service"),
    "external": _table(text="name"),
    "grant": _table(text="gid source target uid", number="mode"),
    "healthcheck": _table(
        duration="interval start_interval start_period timeout", number="retries", flag="disable", command="test"
    ),
    "limits": _table(text="memory", number="cpus pids", anything="devices generic_resources"),
    "logging": _table(text="driver", anything="options"),
    "mount": _table(
        text="consistency source target type", flag="read_only", anything="bind image tmpfs volume"
    ),
    "network": _table(
        text="driver name", flag="attachable enable_ipv4 enable_ipv6 internal", pairs="labels",
        anything="driver_opts ipam",
    ) | {"external": "b|{external}"},
    "placement": _table(number="max_replicas_per_node", texts="constraints", anything="preferences"),
    "port": _table(text="app_protocol host_ip mode name protocol", number="published target"),
    "provider": _table(text="type", anything="options"),
    "resources": {"limits": "{limits}", "reservations": "{limits}"},
    "restart_policy": _table(text="condition delay window", number="max_attempts"),
    "secret": _table(
        text="driver environment file name template_driver", pairs="labels", anything="driver_opts"
    ) | {"external": "b|{external}"},
    "update": _table(
        text="delay failure_action monitor order", number="max_failure_ratio parallelism"
    ),
    "volume": _table(text="driver name", pairs="labels", anything="driver_opts") | {"external": "b|{external}"},
}  # fmt: skip

# How a table is called in a message.
NAMES: Final = {
    "top": "a Compose file", "service": "a service", "attachment": "a service's network", "config": "a config",
    "dependency": "a dependency", "device": "a device", "external": "`external`", "grant": "a granted secret or config",
    "limits": "resource limits", "mount": "a mount", "network": "a network", "port": "a port", "secret": "a secret",
    "update": "an update or rollback", "volume": "a volume",
}  # fmt: skip

# The keys of older file formats, with what took their place.
MOVED: Final = {
    "context": "build", "dockerfile": "build", "args": "build", "target": "build", "replicas": "deploy",
    "resources": "deploy", "limits": "deploy.resources", "restart_policy": "deploy", "test": "healthcheck",
    "interval": "healthcheck", "retries": "healthcheck", "condition": "depends_on",
}  # fmt: skip
