"""The directives that nginx takes once in a block.

Source: `nginx -t` of 1.22.1 with each directive given twice ("directive is duplicate", November 2026).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# By the prefixes that share them.
_SHARED: Final = {
    "proxy fastcgi scgi uwsgi grpc memcached": (
        "bind buffer_size connect_timeout next_upstream_timeout next_upstream_tries read_timeout send_timeout"
        " socket_keepalive pass"
    ),
    "proxy fastcgi scgi uwsgi": (
        "buffering buffers busy_buffers_size cache cache_background_update cache_key cache_lock cache_lock_age"
        " cache_lock_timeout cache_max_range_offset cache_min_uses cache_revalidate force_ranges ignore_client_abort"
        " limit_rate max_temp_file_size pass_request_body pass_request_headers request_buffering store"
        " temp_file_write_size temp_path"
    ),
    "proxy fastcgi scgi uwsgi grpc": "intercept_errors",
    "proxy uwsgi grpc": (
        "ssl_certificate ssl_certificate_key ssl_ciphers ssl_crl ssl_name ssl_server_name ssl_session_reuse"
        " ssl_trusted_certificate ssl_verify ssl_verify_depth"
    ),
    "proxy fastcgi": "send_lowat",
    "fastcgi": "index keep_conn",
    "memcached": "gzip_flag",
    "proxy": "cache_convert_head headers_hash_bucket_size headers_hash_max_size http_version method set_body",
    "uwsgi": "modifier1 modifier2",
}
_OTHERS: Final = """
    absolute_redirect accept_mutex accept_mutex_delay add_after_body add_before_body aio aio_write alias auth_basic
    auth_basic_user_file auth_delay auth_request autoindex autoindex_exact_size autoindex_format autoindex_localtime
    charset chunked_transfer_encoding client_body_buffer_size client_body_in_file_only client_body_in_single_buffer
    client_body_temp_path client_body_timeout client_header_buffer_size client_header_timeout client_max_body_size
    connection_pool_size create_full_put_path daemon dav_access debug_points default_type directio directio_alignment
    disable_symlinks etag expires gunzip gunzip_buffers gzip gzip_buffers gzip_comp_level gzip_http_version
    gzip_min_length gzip_static gzip_vary http2 http2_body_preread_size http2_chunk_size http2_max_concurrent_pushes
    http2_max_concurrent_streams http2_push_preload http2_recv_buffer_size http3 if_modified_since
    ignore_invalid_headers internal keepalive keepalive_requests keepalive_time keepalive_timeout
    large_client_header_buffers limit_conn_dry_run limit_conn_log_level limit_conn_status limit_rate limit_rate_after
    limit_req_dry_run limit_req_log_level limit_req_status lingering_close lingering_time lingering_timeout lock_file
    log_not_found log_subrequest map_hash_bucket_size map_hash_max_size master_process max_headers max_ranges
    merge_slashes min_delete_depth mirror_request_body mp4_buffer_size mp4_max_buffer_size mp4_start_key_frame
    msie_padding msie_refresh multi_accept open_file_cache open_file_cache_errors open_file_cache_min_uses
    open_file_cache_valid open_log_file_cache output_buffers override_charset pcre_jit pid port_in_redirect
    post_action postpone_output random_index read_ahead real_ip_header real_ip_recursive recursive_error_pages
    referer_hash_bucket_size referer_hash_max_size request_pool_size reset_timedout_connection resolver
    resolver_timeout rewrite_log root satisfy secure_link secure_link_md5 secure_link_secret send_lowat send_timeout
    sendfile sendfile_max_chunk server_name_in_redirect server_names_hash_bucket_size server_names_hash_max_size
    server_tokens slice source_charset ssi ssi_last_modified ssi_min_file_chunk ssi_silent_errors ssi_value_length ssl
    ssl_buffer_size ssl_ciphers ssl_client_certificate ssl_crl ssl_dhparam ssl_early_data ssl_ecdh_curve ssl_ocsp
    ssl_ocsp_cache ssl_ocsp_responder ssl_prefer_server_ciphers ssl_reject_handshake ssl_session_tickets
    ssl_session_timeout ssl_stapling ssl_stapling_file ssl_stapling_responder ssl_stapling_verify
    ssl_trusted_certificate ssl_verify_client ssl_verify_depth sub_filter_last_modified sub_filter_once
    subrequest_output_buffer_size tcp_nodelay tcp_nopush timer_resolution try_files types_hash_bucket_size
    types_hash_max_size underscores_in_headers uninitialized_variable_warn use user userid userid_domain
    userid_expires userid_mark userid_name userid_p3p userid_path userid_service variables_hash_bucket_size
    variables_hash_max_size worker_aio_requests worker_connections worker_cpu_affinity worker_priority
    worker_processes worker_rlimit_core worker_rlimit_nofile worker_shutdown_timeout working_directory
"""


@lru_cache(maxsize=1)
def single() -> frozenset[str]:
    """Return the names of the directives that a block may hold once."""
    shared = (
        f"{prefix}_{name}"
        for prefixes, names in _SHARED.items()
        for prefix in prefixes.split()
        for name in names.split()
    )
    return frozenset((*shared, *_OTHERS.split()))
