"""What kind of value each of nginx's directives takes first: a time, a size, a number, or one of a few words.

Source: the slots in nginx's tables of commands (src/core/ngx_conf_file.c: ngx_conf_set_msec_slot() and its siblings),
seen through what `nginx -t` of 1.22.1 and its stream and mail modules accept (November 2026), and the directives' pages
at nginx.org/en/docs for what came later. A star stands for each of FAMILIES.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

FAMILIES: Final = ("proxy", "fastcgi", "scgi", "uwsgi", "grpc", "memcached")
_KINDS: Final = {
    "time": (
        "*_connect_timeout *_read_timeout *_send_timeout *_next_upstream_timeout *_cache_lock_age *_cache_lock_timeout"
        " accept_mutex_delay auth_delay auth_http_timeout client_body_timeout client_header_timeout keepalive_time"
        " keepalive_timeout keepalive_min_timeout lingering_time lingering_timeout preread_timeout proxy_timeout"
        " proxy_protocol_timeout resolver_timeout send_timeout smtp_greeting_delay ssl_handshake_timeout timeout"
        " timer_resolution worker_shutdown_timeout"
    ),
    "seconds": "open_file_cache_valid ssl_session_timeout",
    "size": (
        "*_buffer_size *_limit_rate *_busy_buffers_size *_temp_file_write_size *_max_temp_file_size *_send_lowat"
        " client_body_buffer_size client_header_buffer_size connection_pool_size gzip_min_length http2_chunk_size"
        " http2_body_preread_size http2_recv_buffer_size imap_client_buffer limit_rate limit_rate_after mp4_buffer_size"
        " mp4_max_buffer_size postpone_output preread_buffer_size proxy_buffer proxy_download_rate proxy_upload_rate"
        " read_ahead request_pool_size send_lowat sendfile_max_chunk slice smtp_client_buffer ssi_min_file_chunk"
        " ssi_value_length ssl_buffer_size subrequest_output_buffer_size"
    ),
    "offset": "client_max_body_size *_cache_max_range_offset directio directio_alignment worker_rlimit_core",
    "number": (
        "*_cache_min_uses *_next_upstream_tries *_ssl_verify_depth gzip_comp_level http2_max_concurrent_pushes"
        " http2_max_concurrent_streams keepalive keepalive_requests limit_conn_status limit_req_status"
        " map_hash_bucket_size map_hash_max_size max_errors max_headers max_ranges memcached_gzip_flag min_delete_depth"
        " open_file_cache_min_uses proxy_headers_hash_bucket_size proxy_headers_hash_max_size proxy_requests"
        " proxy_responses referer_hash_bucket_size referer_hash_max_size server_names_hash_bucket_size"
        " server_names_hash_max_size ssl_verify_depth types_hash_bucket_size types_hash_max_size userid_service"
        " uwsgi_modifier1 uwsgi_modifier2 variables_hash_bucket_size variables_hash_max_size worker_aio_requests"
        " worker_connections worker_rlimit_nofile"
    ),
    "signed": "worker_priority",
    "buffers": "*_buffers gunzip_buffers gzip_buffers large_client_header_buffers output_buffers",
    "expires": "expires userid_expires",
}
# The least and the largest number, where nginx has bounds; `keepalive 0` switches off what 1.29.7 does by itself.
BOUNDS: Final = {
    "gzip_comp_level": (1, 9),
    "limit_conn_status": (400, 599),
    "limit_req_status": (400, 599),
}
_PROTOCOLS: Final = "SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3"
_STATUSES: Final = "http_500 http_502 http_503 http_504 http_403 http_404 http_429"
_LEVELS: Final = "info notice warn error"
# All the words that a directive takes. Releases after 1.22 brought 2 to proxy_http_version, and denied.
_WORDS: Final = {
    "*_cache_methods": "GET HEAD POST",
    "*_cache_use_stale": f"error timeout invalid_header updating off {_STATUSES}",
    "*_ignore_headers": (
        "X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control"
        " Set-Cookie Vary"
    ),
    "*_next_upstream": f"error timeout denied invalid_header invalid_response not_found non_idempotent off {_STATUSES}",
    "*_ssl_protocols": _PROTOCOLS,
    "ssl_protocols": _PROTOCOLS,
    "autoindex_format": "html xml json jsonp",
    "client_body_in_file_only": "off on clean",
    "dav_methods": "off PUT DELETE MKCOL COPY MOVE",
    "debug_points": "stop abort",
    "gzip_http_version": "1.0 1.1",
    "gzip_proxied": "off expired no-cache no-store private no_last_modified no_etag auth any",
    "gzip_static": "off on always",
    "if_modified_since": "off exact before",
    "keepalive_disable": "none msie6 safari",
    "limit_conn_log_level": _LEVELS,
    "limit_req_log_level": _LEVELS,
    "lingering_close": "off on always",
    "protocol": "imap pop3 smtp",
    "proxy_http_version": "1.0 1.1 2",
    "satisfy": "all any",
    "smtp_auth": "plain login cram-md5 external none",
    "imap_auth": "plain login cram-md5 external",
    "pop3_auth": "plain apop cram-md5 external",
    "server_tokens": "on off build",
    "ssl_ocsp": "off on leaf",
    "ssl_verify_client": "on off optional optional_no_ca",
    "starttls": "off on only",
    "use": "select poll kqueue epoll devpoll eventport /dev/poll",
    "userid": "off log v1 on",
    "userid_flags": "off secure httponly samesite=strict samesite=lax samesite=none",
}
# In the stream module these are flags; the table of directives judges them.
FLAGS_IN_STREAMS: Final = frozenset({"proxy_next_upstream"})


def _families(name: str) -> list[str]:
    return [family + name[1:] for family in FAMILIES] if name.startswith("*") else [name]


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {name: kind for kind, names in _KINDS.items() for one in names.split() for name in _families(one)}


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {name: words for one, words in _WORDS.items() for name in _families(one)}


def kind_of(name: str) -> str:
    """Return the kind of value that a directive takes first; "" where it has none of these kinds."""
    return _kinds().get(name, "")


def words_of(name: str) -> str:
    """Return the words that a directive takes, separated by blanks; "" where it takes others."""
    return _words().get(name, "")
