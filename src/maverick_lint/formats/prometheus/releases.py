"""The keys of a configuration that not every version of Prometheus knows.

From the changelog of Prometheus up to 3.5 and the structures of its configuration in 2.42, 2.53 and 3.5 (sources of
Debian's packages, read 2026-11-24); of later versions from the documentation. A number is 100 * major + minor of the
first version, with a minus of the first one without it; 305.5 is a version after 3.5.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

# By the place of the mapping; "client" is each that asks something over HTTP.
_KEYS: Final = {
    "root": "scrape_config_files:243 runtime:253 otlp:255 tracing:234 storage:229",
    "global": (
        "query_log_file:216 body_size_limit:245 sample_limit:245 label_limit:245 label_name_length_limit:245 "
        "label_value_length_limit:245 target_limit:245 keep_dropped_targets:247 scrape_protocols:249 "
        "rule_query_offset:253 scrape_failure_log_file:255 metric_name_validation_scheme:300 "
        "metric_name_escaping_scheme:304 convert_classic_histograms_to_nhcb:304 "
        "always_scrape_classic_histograms:305 scrape_native_histograms:308 extra_scrape_metrics:305.5"
    ),
    "job": (
        "target_limit:221 label_limit:227 label_name_length_limit:227 label_value_length_limit:227 body_size_limit:228 "
        "scrape_classic_histograms:245 native_histogram_bucket_limit:245 keep_dropped_targets:247 "
        "track_timestamps_staleness:248 scrape_protocols:249 enable_compression:249 "
        "native_histogram_min_bucket_factor:250 scrape_failure_log_file:255 fallback_scrape_protocol:300 "
        "always_scrape_classic_histograms:300 convert_classic_histograms_to_nhcb:300 "
        "metric_name_validation_scheme:300 metric_name_escaping_scheme:304 scrape_native_histograms:308 "
        "extra_scrape_metrics:305.5"
    ),
    "alertmanager": "sigv4:248 alert_relabel_configs:251",
    "remote_write": (
        "headers:225 sigv4:226 send_exemplars:227 send_native_histograms:240 azuread:245 protobuf_message:254 "
        "google_iam:255 round_robin_dns:301"
    ),
    "remote_read": "headers:226 filter_external_labels:234 chunked_read_limit:255",
    "queue_config": "retry_on_http_429:226 sample_age_limit:250",
    "azuread": "oauth:248 sdk:252 workload_identity:305.5",
    "client": (
        "authorization:226 follow_redirects:226 oauth2:227 enable_http2:235 proxy_connect_header:241 no_proxy:243 "
        "proxy_from_environment:243 http_headers:255"
    ),
    "tls_config": "min_version:235 max_version:241",
    "otlp": (
        "promote_resource_attributes:255 translation_strategy:300 keep_identifying_resource_attributes:301 "
        "convert_histograms_to_nhcb:304 promote_all_resource_attributes:305 ignore_resource_attributes:305"
    ),
    "tsdb": "out_of_order_time_window:239 retention:305.5",
    "consul_sd_configs": "namespace:228 path_prefix:245 filter:300",
    "linode_sd_configs": "region:252",
    "kuma_sd_configs": "client_id:250",
    "hetzner_sd_configs": "label_selector:305",
    "docker_sd_configs": "match_first_network:254",
    "azure_sd_configs": "resource_group:235",
}
# Discoveries, which a job or an Alertmanager may have.
_DISCOVERIES: Final = (
    "digitalocean:220 dockerswarm:220 eureka:221 hetzner:221 scaleway:226 docker:227 linode:228 http:228 kuma:229 "
    "puppetdb:231 uyuni:231 ionos:236 vultr:236 nomad:237 ovhcloud:240 stackit:305 aws:305.5 outscale:305.5"
)
_ACTIONS: Final = {"lowercase": 236, "uppercase": 236, "keepequal": 241, "dropequal": 241}
# What version 3 took away: keys by place, and values.
_GONE: Final = {("job", "scrape_classic_histograms"): -300}
_RELABELLING: Final = frozenset(
    {"relabel_configs", "metric_relabel_configs", "alert_relabel_configs", "write_relabel_configs"}
)
_CLIENTS: Final = frozenset({"job", "alertmanager", "remote_write", "remote_read"})


@lru_cache(maxsize=1)
def keys() -> dict[tuple[str, str], float]:
    """Return the first version of each key by (place, key); of a key that is gone again, the first with it."""
    found = {}
    for place, text in _KEYS.items():
        for word in text.split():
            name, _, since = word.partition(":")
            found[place, name] = float(since)
    for word in _DISCOVERIES.split():
        name, _, since = word.partition(":")
        found["job", f"{name}_sd_configs"] = found["alertmanager", f"{name}_sd_configs"] = float(since)
    return found


def features(root: Node) -> Iterator[tuple[str, Node, float]]:
    """Yield what of a configuration not every version knows: what it is, where, and the version."""
    yield from _of("root", root)
    yield from _inside("global", root.get("global"))
    for key in ("runtime", "otlp"):
        yield from _inside(key, root.get(key))
    yield from _inside("tsdb", root.at("storage", "tsdb"))
    labels = root.at("global", "external_labels")
    for name, child in labels.pairs().items() if labels is not None else ():
        if not (name.isascii() and name.isidentifier()) and "$" not in name and "{" not in name:
            yield f"name `{name}`", child, 300
    for place, listed in (
        ("job", root.get("scrape_configs")),
        ("alertmanager", root.at("alerting", "alertmanagers")),
        ("remote_write", root.get("remote_write")),
        ("remote_read", root.get("remote_read")),
    ):
        for entry in listed.items() if listed is not None else ():
            yield from _entry(place, entry)
    yield from _relabelling(root.at("alerting", "alert_relabel_configs"))


def _entry(place: str, entry: Node) -> Iterator[tuple[str, Node, float]]:
    yield from _inside(place, entry)
    for key, child in entry.pairs().items() if entry.is_map else ():
        if key in _RELABELLING:
            yield from _relabelling(child)
        elif key.endswith("_sd_configs"):
            for one in child.items():
                yield from _inside(key, one)
                yield from _client(one)
        elif key in ("queue_config", "azuread"):
            yield from _inside(key, child)
        elif key == "api_version" and child.raw == "v1":
            yield "`api_version: v1`", child, -300
    yield from _client(entry)


def _client(node: Node) -> Iterator[tuple[str, Node, float]]:
    yield from _inside("client", node)
    for holder in (node, node.get("oauth2")):
        yield from _inside("tls_config", holder.get("tls_config") if holder is not None and holder.is_map else None)


def _inside(place: str, node: Node | None) -> Iterator[tuple[str, Node, float]]:
    if node is not None and node.is_map:
        yield from _of(place, node)


def _of(place: str, node: Node) -> Iterator[tuple[str, Node, float]]:
    known = keys()
    for key, child in node.pairs().items():
        since = known.get((place, key))
        if since is not None:
            yield f"key `{key}`", child, since
        gone = _GONE.get((place, key))
        if gone is not None:
            yield f"key `{key}`", child, gone


def _relabelling(listed: Node | None) -> Iterator[tuple[str, Node, float]]:
    for rule in listed.items() if listed is not None else ():
        action = rule.get("action")
        since = _ACTIONS.get(action.raw.lower()) if action is not None else None
        if action is not None and since is not None:
            yield f"the action `{action.raw}`", action, since
