"""The keys of every HTTP client of Prometheus, of relabelling, and of service discovery.

From the documentation of Prometheus 3 (configuration/configuration, read 2026-11).
"""

from __future__ import annotations

from typing import Final

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._shape import (
    ANY,
    BOOLEAN,
    INTEGER,
    TEXT,
    TEXTS,
    checked,
    list_of,
    mapping_of,
    one_of,
    record,
)
from maverick_lint.formats._shape.scalars import DISCOVERY_FILE, DURATION, HTTP_URL, REGEX, URL

TLS: Final = record(
    "tls_config",
    {
        **dict.fromkeys(
            ("ca", "ca_file", "ca_ref", "cert", "cert_file", "cert_ref", "key", "key_file", "key_ref", "server_name"),
            TEXT,
        ),
        "insecure_skip_verify": BOOLEAN,
        "min_version": one_of("TLS10", "TLS11", "TLS12", "TLS13"),
        "max_version": one_of("TLS10", "TLS11", "TLS12", "TLS13"),
    },
)
_PROXY: Final = {
    "proxy_url": URL,
    "no_proxy": TEXT,
    "proxy_from_environment": BOOLEAN,
    "proxy_connect_header": ANY,
}
CLIENT: Final = {
    **_PROXY,
    "basic_auth": record(
        "basic_auth",
        dict.fromkeys(("username", "username_file", "username_ref", "password", "password_file", "password_ref"), TEXT),
    ),
    "authorization": record(
        "authorization", dict.fromkeys(("type", "credentials", "credentials_file", "credentials_ref"), TEXT)
    ),
    "oauth2": record(
        "oauth2",
        {
            **_PROXY,
            **dict.fromkeys(
                ("client_id", "client_secret", "client_secret_file", "client_secret_ref", "token_url", "grant_type"),
                TEXT,
            ),
            **dict.fromkeys(
                ("client_certificate_key", "client_certificate_key_file", "client_certificate_key_ref"), TEXT
            ),
            **dict.fromkeys(("client_certificate_key_id", "signature_algorithm", "iss", "audience"), TEXT),
            "claims": ANY,
            "scopes": TEXTS,
            "endpoint_params": mapping_of(TEXT),
            "tls_config": TLS,
        },
    ),
    "bearer_token": TEXT,
    "bearer_token_file": TEXT,
    "tls_config": TLS,
    "follow_redirects": BOOLEAN,
    "enable_http2": BOOLEAN,
    "http_headers": ANY,
}
ACTIONS: Final = (
    "replace", "lowercase", "uppercase", "keep", "drop", "keepequal", "dropequal", "hashmod", "labelmap", "labeldrop",
    "labelkeep",
)  # fmt: skip


def _action(text: str) -> str | None:

    if text.lower() in ACTIONS:
        return None
    near = close_matches(text.lower(), ACTIONS, 1, 0.6)
    return f"is no action of relabelling{f'; did you mean `{near[0]}`?' if near else ''}"


RELABEL: Final = record(
    "a relabelling rule",
    {
        "source_labels": TEXTS,
        "separator": TEXT,
        "target_label": TEXT,
        "regex": REGEX,
        "modulus": INTEGER,
        "replacement": TEXT,
        "action": checked(_action),
    },
)
STATIC: Final = record("a static configuration", {"targets": TEXTS, "labels": mapping_of(TEXT)})
_DISCOVERIES: Final = (
    "aws azure consul digitalocean docker dockerswarm ec2 eureka gce hetzner http ionos kubernetes kuma lightsail "
    "linode marathon nerve nomad openstack outscale ovhcloud puppetdb scaleway serverset stackit triton uyuni vultr"
)  # fmt: skip
_ROLE: Final = one_of("node", "pod", "service", "endpoints", "endpointslice", "ingress")
DISCOVERY: Final = {
    **{f"{name}_sd_configs": list_of(ANY) for name in _DISCOVERIES.split()},
    "dns_sd_configs": list_of(
        record(
            "a DNS discovery",
            {
                "names": TEXTS,
                "type": one_of("SRV", "A", "AAAA", "MX", "NS", "srv", "a", "aaaa", "mx", "ns"),
                "port": INTEGER,
                "refresh_interval": DURATION,
            },
            ("names",),
        )
    ),
    "docker_sd_configs": list_of(record("a Docker discovery", {"host": TEXT}, ("host",), lenient=True)),
    "http_sd_configs": list_of(record("an HTTP discovery", {"url": HTTP_URL}, ("url",), lenient=True)),
    "kubernetes_sd_configs": list_of(record("a Kubernetes discovery", {"role": _ROLE}, ("role",), lenient=True)),
    "file_sd_configs": list_of(
        record("a file discovery", {"files": list_of(DISCOVERY_FILE), "refresh_interval": DURATION}, ("files",))
    ),
    "static_configs": list_of(STATIC),
}
