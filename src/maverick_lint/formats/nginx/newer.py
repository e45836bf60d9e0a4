"""Directives that nginx got after the table in `directives` was made.

Source: CHANGES of nginx 1.30.6 (14 October 2026, in Debian's package nginx 1.30.6-2) names what brought each, and
`nginx -t` of that version takes each that has a version here; tests/fixtures/nginx/since.tsv has what CHANGES says.
Directives without a version are those of nginx Plus and others of which CHANGES says nothing (nginx.org/en/docs).
Each line names the directives, the contexts, the number of arguments, and the version that brought them ("" for older
ones that the table lacks, and where no change log says it).
"""

from __future__ import annotations

from typing import Final

# The letters of contexts and arguments are those of `table.CONTEXTS` and `table.ARGUMENTS`.
ADDED: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("http2", "hs", "f", "1.25.1"),
    ("http3 http3_hq quic_retry quic_gso", "hs", "f", "1.25.0"),
    ("http3_max_concurrent_streams http3_stream_buffer_size", "hs", "1", "1.25.0"),
    ("quic_host_key quic_active_connection_id_limit", "hs", "1", "1.25.0"),
    ("quic_bpf", "m", "f", "1.25.0"),
    ("ssl_reject_handshake", "hsTV", "f", "1.19.4"),
    ("ssl_conf_command", "hsMSTV", "2", "1.19.4"),
    ("proxy_ssl_conf_command", "hslTV", "2", "1.19.4"),
    ("grpc_ssl_conf_command uwsgi_ssl_conf_command", "hsl", "2", "1.19.4"),
    ("proxy_cookie_flags", "hsl", "1234", "1.19.3"),
    ("ssl_ocsp ssl_ocsp_responder ssl_ocsp_cache", "hsTV", "1", "1.19.0"),
    ("ssl_alpn", "TV", "+", "1.21.4"),
    ("ssl_key_log", "hsTV", "1", ""),
    ("ssl_certificate_cache", "hsTV", "123", "1.27.4"),
    ("proxy_ssl_certificate_cache", "hslTV", "123", "1.27.4"),
    ("grpc_ssl_certificate_cache uwsgi_ssl_certificate_cache", "hsl", "123", "1.27.4"),
    ("ssl_object_cache_inheritable", "m", "f", "1.27.4"),
    ("ssl_certificate_compression", "hsTV", "f", "1.29.1"),
    ("ssl_ech_file", "hsTV", "1", "1.29.4"),
    ("proxy_ssl_key_log", "hslTV", "1", ""),
    ("grpc_ssl_key_log uwsgi_ssl_key_log", "hsl", "1", ""),
    ("keepalive_time", "hsl", "1", "1.19.10"),
    ("keepalive_time keepalive_requests keepalive_timeout", "u", "1", "1.19.10"),
    ("keepalive_min_timeout", "hsl", "1", "1.27.4"),
    ("auth_delay", "hsl", "1", "1.17.10"),
    ("add_header_inherit add_trailer_inherit", "hsli", "1", "1.29.3"),
    ("early_hints", "hsl", "+", "1.29.0"),
    ("pass", "V", "1", "1.25.5"),
    ("server_name", "V", "+", "1.25.5"),
    ("server_names_hash_max_size server_names_hash_bucket_size", "T", "1", "1.25.5"),
    ("max_headers", "hs", "1", "1.29.8"),
    ("proxy_half_close", "TV", "f", "1.21.4"),
    ("proxy_smtp_auth", "MS", "f", "1.19.4"),
    ("proxy_protocol", "MS", "f", "1.19.8"),
    ("set_real_ip_from", "MS", "1", "1.19.8"),
    ("max_errors", "MS", "1", "1.21.0"),
    ("mp4_start_key_frame", "hsl", "f", "1.21.4"),
    ("userid_flags", "hsl", "+", "1.19.3"),
    ("proxy_pass_trailers", "hsl", "f", "1.27.2"),
    ("resolver", "uU", "+", "1.27.3"),
    ("resolver_timeout", "uU", "1", "1.27.3"),
    ("sticky", "u", "+", "1.29.6"),
    ("proxy_allow_upstream grpc_allow_upstream fastcgi_allow_upstream", "hsl", "+", ""),
    ("uwsgi_allow_upstream scgi_allow_upstream", "hsl", "+", ""),
    ("ssl_client_certificate ssl_trusted_certificate ssl_crl ssl_verify_client", "TV", "1", "1.11.8"),
    ("internal_redirect", "hsl", "1", ""),
    ("limit_rate limit_rate_after", "i", "1", ""),
    # What `nginx -t` of 1.30.6 takes, and the older table lacks.
    ("include", "iIx", "1", ""),
    ("epoll_events", "e", "1", ""),
    ("gzip_hash gzip_window postpone_gzipping uwsgi_string", "hsl", "1", ""),
    ("gzip_no_buffer open_file_cache_events ssi_ignore_recycled_buffers", "hsl", "f", ""),
    ("http2_pool_size http2_streams_index_size", "hs", "1", ""),
    ("proxy", "MS", "f", ""),
    ("proxy_downstream_buffer proxy_upstream_buffer", "TV", "1", ""),
    ("set", "V", "2", "1.19.3"),
    ("ssl_stapling ssl_stapling_verify", "TV", "f", "1.27.2"),
    ("ssl_stapling_file ssl_stapling_responder", "TV", "1", "1.27.2"),
    ("ssl_certificate_compression", "MS", "f", "1.29.1"),
    ("post_action", "hsli", "1", ""),
    ("degradation degrade", "hsl", "1", ""),
    ("google_perftools_profiles", "m", "1", ""),
    ("mgmt", "m", "b", ""),
)

# Directives that nginx no longer has: the version without them, and what to write instead (CHANGES of these versions).
REMOVED: Final[dict[str, tuple[str, str]]] = {
    "ssl": ("1.25.1", "the `ssl` parameter of `listen`"),
    "spdy_chunk_size": ("1.9.5", "HTTP/2"),
    "spdy_headers_comp": ("1.9.5", "HTTP/2"),
    "limit_zone": ("1.7.6", "`limit_conn_zone`"),
}
# Those that it still reads, but passes over with a warning (`nginx -t` of 1.22.1 and 1.30.6).
IGNORED: Final[dict[str, tuple[str, str]]] = {
    "http2_push": ("1.25.1", "`early_hints` or preload links"),
    "http2_push_preload": ("1.25.1", "`early_hints` or preload links"),
    "http2_max_concurrent_pushes": ("1.25.1", "`early_hints` or preload links"),
    "http2_recv_timeout": ("1.19.7", "`client_header_timeout`"),
    "http2_idle_timeout": ("1.19.7", "`keepalive_timeout`"),
    "http2_max_requests": ("1.19.7", "`keepalive_requests`"),
    "http2_max_field_size": ("1.19.7", "`large_client_header_buffers`"),
    "http2_max_header_size": ("1.19.7", "`large_client_header_buffers`"),
}
