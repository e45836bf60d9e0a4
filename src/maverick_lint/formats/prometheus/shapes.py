"""The keys of a Prometheus configuration (configuration/configuration of Prometheus 3, read 2026-11)."""

from __future__ import annotations

from typing import Final

from maverick_lint.formats._shape import (
    ANY,
    BOOLEAN,
    INTEGER,
    NUMBER,
    TEXT,
    TEXTS,
    list_of,
    mapping_of,
    one_of,
    record,
)
from maverick_lint.formats._shape.scalars import DURATION, GLOB, SIZE
from maverick_lint.formats.prometheus.client import CLIENT, DISCOVERY, RELABEL, TLS

_PROTOCOL: Final = one_of(
    "PrometheusProto", "OpenMetricsText0.0.1", "OpenMetricsText1.0.0", "PrometheusText0.0.4", "PrometheusText1.0.0",
)  # fmt: skip
_PROTOCOLS: Final = list_of(_PROTOCOL)


_SCRAPING: Final = {
    "scrape_interval": DURATION,
    "scrape_timeout": DURATION,
    "scrape_protocols": _PROTOCOLS,
    "scrape_failure_log_file": TEXT,
    "body_size_limit": SIZE,
    **dict.fromkeys(
        ("sample_limit", "label_limit", "label_name_length_limit", "label_value_length_limit", "target_limit"), INTEGER
    ),
    "keep_dropped_targets": INTEGER,
    "metric_name_validation_scheme": one_of("legacy", "utf8"),
    "metric_name_escaping_scheme": one_of("allow-utf-8", "underscores", "dots", "values"),
    "convert_classic_histograms_to_nhcb": BOOLEAN,
    "always_scrape_classic_histograms": BOOLEAN,
    "scrape_native_histograms": BOOLEAN,
    "extra_scrape_metrics": BOOLEAN,
}
_SCRAPE: Final = record(
    "a scrape job",
    {
        **_SCRAPING,
        **CLIENT,
        **DISCOVERY,
        "job_name": TEXT,
        "scheme": one_of("http", "https", "HTTP", "HTTPS"),
        "params": mapping_of(TEXTS),
        "metrics_path": TEXT,
        "honor_labels": BOOLEAN,
        "honor_timestamps": BOOLEAN,
        "track_timestamps_staleness": BOOLEAN,
        "enable_compression": BOOLEAN,
        "fallback_scrape_protocol": _PROTOCOL,
        "scrape_classic_histograms": BOOLEAN,
        "native_histogram_bucket_limit": INTEGER,
        "native_histogram_min_bucket_factor": NUMBER,
        "relabel_configs": list_of(RELABEL),
        "metric_relabel_configs": list_of(RELABEL),
    },
    ("job_name",),
)
_RECEIVER: Final = record(
    "an Alertmanager",
    {
        **CLIENT,
        **DISCOVERY,
        "scheme": one_of("http", "https", "HTTP", "HTTPS"),
        "path_prefix": TEXT,
        "timeout": DURATION,
        "api_version": one_of("v1", "v2"),
        "relabel_configs": list_of(RELABEL),
        "alert_relabel_configs": list_of(RELABEL),
        "sigv4": ANY,
    },
)
_REMOTE: Final = {
    **CLIENT,
    "url": TEXT,
    "name": TEXT,
    "remote_timeout": DURATION,
    "headers": mapping_of(TEXT),
}
_WRITE: Final = record(
    "a remote write",
    {
        **_REMOTE,
        "protobuf_message": one_of("prometheus.WriteRequest", "io.prometheus.write.v2.Request"),
        "write_relabel_configs": list_of(RELABEL),
        "send_exemplars": BOOLEAN,
        "send_native_histograms": BOOLEAN,
        "round_robin_dns": BOOLEAN,
        **dict.fromkeys(("queue_config", "metadata_config", "sigv4", "azuread", "google_iam"), ANY),
    },
    ("url",),
)
_READ: Final = record(
    "a remote read",
    {
        **_REMOTE,
        "required_matchers": mapping_of(TEXT),
        "read_recent": BOOLEAN,
        "filter_external_labels": BOOLEAN,
        "chunked_read_limit": INTEGER,
    },
    ("url",),
)
# `retention` came with Prometheus 3; earlier it was a flag only.
_TSDB: Final = record(
    "`tsdb`",
    {
        "out_of_order_time_window": DURATION,
        "retention": record("`retention`", {"time": DURATION, "size": SIZE}, lenient=True),
    },
    lenient=True,
)
CONFIGURATION: Final = record(
    "a Prometheus configuration",
    {
        "global": record(
            "`global`",
            {
                **_SCRAPING,
                "evaluation_interval": DURATION,
                "rule_query_offset": DURATION,
                "external_labels": mapping_of(TEXT),
                "query_log_file": TEXT,
            },
        ),
        "runtime": record("`runtime`", {"gogc": INTEGER}),
        "rule_files": list_of(GLOB),
        "scrape_config_files": list_of(GLOB),
        "scrape_configs": list_of(_SCRAPE),
        "alerting": record(
            "`alerting`", {"alert_relabel_configs": list_of(RELABEL), "alertmanagers": list_of(_RECEIVER)}
        ),
        "remote_write": list_of(_WRITE),
        "remote_read": list_of(_READ),
        "storage": record("`storage`", {"tsdb": _TSDB, "exemplars": ANY}),
        "tracing": record(
            "`tracing`",
            {
                "client_type": one_of("http", "grpc"),
                "endpoint": TEXT,
                "sampling_fraction": NUMBER,
                "insecure": BOOLEAN,
                "timeout": DURATION,
                "compression": one_of("gzip"),
                "headers": mapping_of(TEXT),
                "http_headers": ANY,
                "tls_config": TLS,
            },
            ("endpoint",),
        ),
        "otlp": record(
            "`otlp`",
            {
                "translation_strategy": one_of(
                    "NoUTF8EscapingWithSuffixes",
                    "UnderscoreEscapingWithSuffixes",
                    "UnderscoreEscapingWithoutSuffixes",
                    "NoTranslation",
                ),
                **dict.fromkeys(
                    (
                        "promote_all_resource_attributes",
                        "keep_identifying_resource_attributes",
                        "convert_histograms_to_nhcb",
                        "promote_scope_metadata",
                    ),
                    BOOLEAN,
                ),
                "promote_resource_attributes": TEXTS,
                "ignore_resource_attributes": TEXTS,
            },
            lenient=True,
        ),
    },
)
