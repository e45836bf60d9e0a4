"""The keys of the mappings inside services and resources, in the notation of `keys`."""

from __future__ import annotations

from typing import Final

_EXTERNAL: Final = {"external": "b|{external}", "labels": "d", "name": "s"}

INNER: Final[dict[str, dict[str, str]]] = {
    "attachment": {
        "aliases": "[s]", "driver_opts": "o", "gw_priority": "N", "interface_name": "s", "ipv4_address": "s",
        "ipv6_address": "s", "link_local_ips": "[s]", "mac_address": "s", "priority": "N",
        "use_service_name_alias": "b",
    },
    "bind": {
        "create_host_path": "b", "propagation": "s", "recursive": "=enabled,disabled,writable,readonly",
        "selinux": "=z,Z",
    },
    "blkio": {
        "device_read_bps": "[{rate}]", "device_read_iops": "[{rate}]", "device_write_bps": "[{rate}]",
        "device_write_iops": "[{rate}]", "weight": "i", "weight_device": "[{weight}]",
    },
    "build": {
        "additional_contexts": "d", "args": "d", "cache_from": "[s]", "cache_to": "[s]", "context": "s",
        "dockerfile": "s", "dockerfile_inline": "s", "entitlements": "[s]", "extra_hosts": "{hosts}|[s]",
        "isolation": "s", "labels": "d", "network": "s", "no_cache": "b", "no_cache_filter": "s|[s]",
        "platforms": "[s]", "privileged": "b", "provenance": "b", "pull": "b", "sbom": "b", "secrets": "[s|{grant}]",
        "shm_size": "i", "ssh": "d", "tags": "[s]", "target": "s", "ulimits": "{ulimits}",
    },
    "config": {**_EXTERNAL, "content": "s", "environment": "s", "file": "s", "template_driver": "s"},
    "credential": {"config": "s", "file": "s", "registry": "s"},
    "dependency": {"condition": "=service_started,service_healthy,service_completed_successfully", "required": "B",
                   "restart": "b"},
    "deploy": {
        "endpoint_mode": "s", "labels": "d", "mode": "s", "placement": "{placement}", "replicas": "i",
        "resources": "{resources}", "restart_policy": "{restart_policy}", "rollback_config": "{update}",
        "update_config": "{update}",
    },
    "develop": {"watch": "[{watch}]"},
    "device": {"permissions": "s", "source": "s", "target": "s"},
    "env_file": {"format": "s", "path": "s", "required": "b"},
    "extends": {"file": "s", "service": "s"},
    "external": {"name": "s"},
    "generic_resource": {"discrete_resource_spec": "{discrete}"},
    "discrete": {"kind": "s", "value": "n"},
    "gpu": {"capabilities": "[s]", "count": "i", "device_ids": "[s]", "driver": "s", "options": "d"},
    "grant": {"gid": "s", "mode": "n", "source": "s", "target": "s", "uid": "s"},
    "healthcheck": {
        "disable": "b", "interval": "t", "retries": "n", "start_interval": "t", "start_period": "t", "test": "s|[s]",
        "timeout": "t",
    },
    "hook": {"command": "?s|[s]", "environment": "d", "privileged": "b", "user": "s", "working_dir": "s"},
    "image": {"subpath": "s"},
    "include": {"env_file": "s|[s]", "path": "s|[s]", "project_directory": "s"},
    "ipam": {"config": "[{ipam_config}]", "driver": "s", "options": "{texts}"},
    "ipam_config": {"aux_addresses": "{texts}", "gateway": "s", "ip_range": "s", "subnet": "s"},
    "limits": {"cpus": "n", "memory": "s", "pids": "i"},
    "logging": {"driver": "s", "options": "o"},
    "model": {"context_size": "I", "model": "s", "name": "s", "runtime_flags": "[s]"},
    "model_use": {"endpoint_var": "s", "model_var": "s"},
    "mount": {
        "bind": "{bind}", "consistency": "s", "image": "{image}", "read_only": "b", "source": "s", "target": "s",
        "tmpfs": "{tmpfs}", "type": "=bind,volume,tmpfs,cluster,npipe,image", "volume": "{volume_options}",
    },
    "network": {
        **_EXTERNAL, "attachable": "b", "driver": "s", "driver_opts": "o", "enable_ipv4": "b", "enable_ipv6": "b",
        "internal": "b", "ipam": "{ipam}",
    },
    "placement": {"constraints": "[s]", "max_replicas_per_node": "i", "preferences": "[{preference}]"},
    "port": {
        "app_protocol": "s", "host_ip": "s", "mode": "s", "name": "s", "protocol": "s", "published": "i", "target": "i",
    },
    "preference": {"spread": "s"},
    "provider": {"options": "{options}", "type": "s"},
    "rate": {"path": "s", "rate": "i"},
    "reservations": {
        "cpus": "n", "devices": "[{reserved_device}]", "generic_resources": "[{generic_resource}]", "memory": "s",
    },
    "reserved_device": {"capabilities": "[s]", "count": "i", "device_ids": "[s]", "driver": "s", "options": "d"},
    "resources": {"limits": "{limits}", "reservations": "{reservations}"},
    "restart_policy": {"condition": "s", "delay": "s", "max_attempts": "i", "window": "s"},
    "schedule": {"concurrency": "=forbid,queue", "cron": "s", "missed_fires": "=one,skip", "timezone": "s"},
    "secret": {**_EXTERNAL, "driver": "s", "driver_opts": "o", "environment": "s", "file": "s", "template_driver": "s"},
    "tmpfs": {"mode": "n", "size": "i"},
    "triggers": {"manual": "b", "schedule": "[s|{schedule}]"},
    "ulimit": {"hard": "i", "soft": "i"},
    "update": {
        "delay": "s", "failure_action": "s", "max_failure_ratio": "n", "monitor": "s",
        "order": "=start-first,stop-first", "parallelism": "i",
    },
    "volume": {**_EXTERNAL, "driver": "s", "driver_opts": "o"},
    "volume_options": {"labels": "d", "nocopy": "b", "subpath": "s"},
    "watch": {
        "action": "=rebuild,sync,restart,sync+restart,sync+exec", "exec": "{hook}", "ignore": "s|[s]",
        "include": "s|[s]", "initial_sync": "B", "path": "s", "target": "s",
    },
    "weight": {"path": "s", "weight": "i"},
}  # fmt: skip

# Mappings whose keys are the user's own, and what each holds.
FREE: Final = {
    "any": "*", "hosts": "s|[s]", "options": "*", "texts": "s", "ulimits": "i|{ulimit}",
}  # fmt: skip
