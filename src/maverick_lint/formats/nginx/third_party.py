"""Directives of modules that nginx's own documentation does not have: known, but not checked.

Source: the modules' own documentation (github.com/openresty, nginx-modules, the packages of Debian's libnginx-mod-* and
of nginx Plus). A module is known by its prefixes.
"""

from __future__ import annotations

from typing import Final

_PREFIXES: Final = (
    *("acme_", "ajp_", "allow_upstream", "app_protect", "array_", "auth_gss", "auth_jwt", "auth_ldap"),
    *("auth_oidc", "auth_pam", "aws_", "balancer_", "brotli", "check_", "concat_", "cookie_flag", "coolkit_"),
    *("crowdsec", "ctpp2", "datadog_", "dav_ext", "drizzle_", "dynamic_limit", "echo_", "encrypted_session_"),
    *("eval", "fancyindex", "form_", "geoip2", "graphite_", "health_check", "hmux_", "iconv_", "init_by"),
    *("init_worker_", "js_", "jwt_", "kafka", "key_val", "keyval", "ldap_", "length_hiding", "limit_traffic"),
    *("limit_upstream", "log_zmq", "lua_", "memc_", "modsecurity", "mongo", "more_clear_", "more_set_", "mqtt_"),
    *("naxsi", "nchan_", "ndk_", "nginx_", "njs_", "oauth2_", "oidc_", "opentelemetry", "opentracing", "otel_"),
    *("pagespeed", "passenger_", "postgres_", "proxy_wasm", "push_", "push_stream_", "rds_", "redis"),
    *("req_status", "rtmp", "security_headers", "server_status", "session_log", "set_base32", "set_by_"),
    *("set_cookie", "set_decode", "set_encode", "set_escape", "set_form", "set_formatted", "set_hash"),
    *("set_hmac", "set_if_empty", "set_local", "set_md5", "set_misc", "set_quote", "set_random", "set_rotate"),
    *("set_secure", "set_sha1", "set_unescape", "slowfs_", "sorted_", "srcache_", "statsd_", "status_"),
    *("sticky_", "subs_filter", "tcp_session", "tengine", "testcookie_", "traffic_", "trim_", "tunnel_"),
    *("untrusted", "unzip", "upload_", "upstream_conf", "vhost_traffic_status", "vod_", "waf_", "wasm"),
    *("webdav_", "xss_", "zipkin", "zone_sync", "zstd"),
)
_NAMES: Final = frozenset(
    {
        *("rails_env", "rack_env", "passenger", "echo", "fair", "jdomain", "proxy_cache_purge", "fastcgi_cache_purge"),
        *("uwsgi_cache_purge", "scgi_cache_purge", "SecRulesEnabled", "SecRulesDisabled", "LearningMode", "BasicRule"),
        *("MainRule", "CheckRule", "DeniedUrl", "queue", "ntlm", "least_time", "upsync"),
        *("consistent_hash", "server_set", "session_sticky", "vhost", "pm", "hls", "on_publish", "on_play", "on_done"),
        *("interleave", "wait_key", "chunk_size", "drop_idle_publisher", "meta", "idle_streams", "expr"),
    }
)
_SUFFIXES: Final = ("_by_lua", "_by_lua_block", "_by_lua_file", "_by_njs")


def is_third_party(name: str) -> bool:
    """Say whether a directive's name is one of a known module, or is formed like one."""
    return name in _NAMES or name.endswith(_SUFFIXES) or name.startswith(_PREFIXES)
