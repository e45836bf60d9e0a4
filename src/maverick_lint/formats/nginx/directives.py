"""Where each directive of nginx may stand and how many arguments it takes: those of nginx until about 1.19.

Source: the table DIRECTIVES of nginx-crossplane 0.5.14 (2025, Apache-2.0), which was made from nginx's own tables of
commands (`ngx_command_t`); tests compare the two. What came later is in `newer`.

A key has the ways to use a directive, separated by blanks: contexts, a colon, arguments; the letters are those of
`table.CONTEXTS` and `table.ARGUMENTS`. The value has the directives that are used so.
"""

from __future__ import annotations

from typing import Final

DIRECTIVES: Final[dict[str, str]] = {
    "MS:+": "imap_auth imap_capabilities pop3_auth pop3_capabilities smtp_auth smtp_capabilities",
    "MS:1": (
        "auth_http auth_http_timeout imap_client_buffer proxy_buffer smtp_client_buffer smtp_greeting_delay "
        "starttls timeout"
    ),
    "MS:1 TV:1": "proxy_timeout",
    "MS:2": "auth_http_header",
    "MS:f": "auth_http_pass_client_cert proxy_pass_error_message xclient",
    "S:1": "protocol",
    "TV:+": "zone_sync_ssl_protocols",
    "TV:1": (
        "health_check_timeout js_access js_filter js_preread preread_buffer_size preread_timeout "
        "proxy_download_rate proxy_protocol_timeout proxy_requests proxy_responses proxy_upload_rate "
        "ssl_handshake_timeout zone_sync_connect_retry_interval zone_sync_connect_timeout zone_sync_interval "
        "zone_sync_recv_buffer_size zone_sync_ssl_certificate zone_sync_ssl_certificate_key zone_sync_ssl_ciphers "
        "zone_sync_ssl_crl zone_sync_ssl_name zone_sync_ssl_password_file zone_sync_ssl_trusted_certificate "
        "zone_sync_ssl_verify_depth zone_sync_timeout"
    ),
    "TV:2": "zone_sync_buffers",
    "TV:f": "proxy_protocol proxy_ssl ssl_preread zone_sync_ssl zone_sync_ssl_server_name zone_sync_ssl_verify",
    "V:0": "zone_sync",
    "V:12": "zone_sync_server",
    "e:1": "accept_mutex_delay debug_connection use worker_aio_requests worker_connections",
    "e:f": "accept_mutex multi_accept",
    "h:&": (
        "auth_jwt_claim_set auth_jwt_header_set fastcgi_cache_path proxy_cache_path scgi_cache_path "
        "session_log_format uwsgi_cache_path"
    ),
    "h:& T:&": "log_format",
    "h:+ T:+": "keyval_zone",
    "h:0B u:+ M:0B T:0B U:+": "server",
    "h:1": (
        "geoip_proxy http2_recv_buffer_size js_path perl_modules perl_require server_names_hash_bucket_size "
        "server_names_hash_max_size"
    ),
    "h:1 T:1": "js_include map_hash_bucket_size map_hash_max_size variables_hash_bucket_size variables_hash_max_size",
    "h:12 T:12": "geoip_city geoip_country geoip_org",
    "h:12B T:12B": "geo",
    "h:1B T:1B": "match upstream",
    "h:2": "perl_set",
    "h:2 T:2": "js_set limit_conn_zone",
    "h:23456": "session_log_zone",
    "h:2B": "charset_map",
    "h:2B T:2B": "map split_clients",
    "h:3": "limit_zone",
    "h:3 T:3": "keyval",
    "h:34": "limit_req_zone",
    "h:f": "geoip_proxy_recursive",
    "hs:+ MS:+ TV:+": "ssl_protocols",
    "hs:1": (
        "client_header_buffer_size client_header_timeout connection_pool_size http2_body_preread_size "
        "http2_idle_timeout http2_max_concurrent_pushes http2_max_concurrent_streams http2_max_field_size "
        "http2_max_header_size http2_max_requests http2_recv_timeout request_pool_size spdy_headers_comp "
        "ssl_buffer_size ssl_stapling_file ssl_stapling_responder"
    ),
    "hs:1 MS:1 TV:1": (
        "ssl_certificate ssl_certificate_key ssl_ciphers ssl_client_certificate ssl_crl ssl_dhparam ssl_ecdh_curve "
        "ssl_password_file ssl_session_ticket_key ssl_session_timeout ssl_trusted_certificate ssl_verify_client "
        "ssl_verify_depth"
    ),
    "hs:12 MS:12 TV:12": "ssl_session_cache",
    "hs:2": "large_client_header_buffers",
    "hs:f": (
        "ignore_invalid_headers merge_slashes ssl_early_data ssl_stapling ssl_stapling_verify underscores_in_headers"
    ),
    "hs:f MS:f": "ssl",
    "hs:f MS:f TV:f": "ssl_prefer_server_ciphers ssl_session_tickets",
    "hsl:+": (
        "addition_types ancient_browser charset_types dav_methods fastcgi_cache_bypass fastcgi_cache_methods "
        "fastcgi_cache_purge fastcgi_cache_use_stale fastcgi_cache_valid fastcgi_ignore_headers "
        "fastcgi_next_upstream fastcgi_no_cache grpc_ignore_headers grpc_next_upstream grpc_ssl_protocols "
        "gzip_disable gzip_proxied gzip_types index memcached_next_upstream proxy_cache_bypass proxy_cache_methods "
        "proxy_cache_purge proxy_cache_use_stale proxy_cache_valid proxy_ignore_headers proxy_no_cache "
        "scgi_cache_bypass scgi_cache_methods scgi_cache_purge scgi_cache_use_stale scgi_cache_valid "
        "scgi_ignore_headers scgi_next_upstream scgi_no_cache ssi_types sub_filter_types uwsgi_cache_bypass "
        "uwsgi_cache_methods uwsgi_cache_purge uwsgi_cache_use_stale uwsgi_cache_valid uwsgi_ignore_headers "
        "uwsgi_next_upstream uwsgi_no_cache uwsgi_ssl_protocols xslt_types"
    ),
    "hsl:+ TV:+": "proxy_ssl_protocols",
    "hsl:+ TV:f": "proxy_next_upstream",
    "hsl:+ u:+ MS:+ TV:+": "resolver",
    "hsl:0B": "types",
    "hsl:1": (
        "add_after_body add_before_body aio ancient_browser_value auth_jwt_key_file auth_jwt_key_request "
        "auth_jwt_leeway auth_request autoindex_format client_body_buffer_size client_body_in_file_only "
        "client_body_timeout client_max_body_size default_type directio directio_alignment f4f_buffer_size "
        "fastcgi_buffer_size fastcgi_busy_buffers_size fastcgi_cache fastcgi_cache_key fastcgi_cache_lock_age "
        "fastcgi_cache_lock_timeout fastcgi_cache_max_range_offset fastcgi_cache_min_uses fastcgi_catch_stderr "
        "fastcgi_connect_timeout fastcgi_hide_header fastcgi_index fastcgi_limit_rate fastcgi_max_temp_file_size "
        "fastcgi_next_upstream_timeout fastcgi_next_upstream_tries fastcgi_pass_header fastcgi_read_timeout "
        "fastcgi_send_lowat fastcgi_send_timeout fastcgi_split_path_info fastcgi_store "
        "fastcgi_temp_file_write_size grpc_buffer_size grpc_connect_timeout grpc_hide_header "
        "grpc_next_upstream_timeout grpc_next_upstream_tries grpc_pass_header grpc_read_timeout grpc_send_timeout "
        "grpc_ssl_certificate grpc_ssl_certificate_key grpc_ssl_ciphers grpc_ssl_crl grpc_ssl_name "
        "grpc_ssl_password_file grpc_ssl_trusted_certificate grpc_ssl_verify_depth gzip_comp_level "
        "gzip_http_version gzip_min_length gzip_static hls_fragment hls_mp4_buffer_size hls_mp4_max_buffer_size "
        "http2_chunk_size http2_push if_modified_since image_filter_buffer image_filter_jpeg_quality "
        "image_filter_sharpen image_filter_webp_quality limit_conn_status limit_req_dry_run limit_req_log_level "
        "limit_req_status lingering_close lingering_time lingering_timeout max_ranges memcached_buffer_size "
        "memcached_connect_timeout memcached_gzip_flag memcached_next_upstream_timeout "
        "memcached_next_upstream_tries memcached_read_timeout memcached_send_timeout min_delete_depth mirror "
        "modern_browser_value mp4_buffer_size mp4_limit_rate mp4_limit_rate_after mp4_max_buffer_size "
        "open_file_cache_min_uses open_file_cache_valid postpone_output proxy_busy_buffers_size proxy_cache "
        "proxy_cache_key proxy_cache_lock_age proxy_cache_lock_timeout proxy_cache_max_range_offset "
        "proxy_cache_min_uses proxy_headers_hash_bucket_size proxy_headers_hash_max_size proxy_hide_header "
        "proxy_http_version proxy_limit_rate proxy_max_temp_file_size proxy_method proxy_pass_header "
        "proxy_read_timeout proxy_send_lowat proxy_send_timeout proxy_set_body proxy_store "
        "proxy_temp_file_write_size read_ahead real_ip_header satisfy scgi_buffer_size scgi_busy_buffers_size "
        "scgi_cache scgi_cache_key scgi_cache_lock_age scgi_cache_lock_timeout scgi_cache_max_range_offset "
        "scgi_cache_min_uses scgi_connect_timeout scgi_hide_header scgi_limit_rate scgi_max_temp_file_size "
        "scgi_next_upstream_timeout scgi_next_upstream_tries scgi_pass_header scgi_read_timeout scgi_send_timeout "
        "scgi_store scgi_temp_file_write_size secure_link secure_link_md5 secure_link_secret send_lowat "
        "send_timeout sendfile_max_chunk server_tokens session_log slice spdy_chunk_size ssi_min_file_chunk "
        "ssi_value_length subrequest_output_buffer_size types_hash_bucket_size types_hash_max_size userid "
        "userid_domain userid_expires userid_mark userid_name userid_p3p userid_path userid_service "
        "uwsgi_buffer_size uwsgi_busy_buffers_size uwsgi_cache uwsgi_cache_background_update uwsgi_cache_key "
        "uwsgi_cache_lock_age uwsgi_cache_lock_timeout uwsgi_cache_max_range_offset uwsgi_cache_min_uses "
        "uwsgi_connect_timeout uwsgi_hide_header uwsgi_limit_rate uwsgi_max_temp_file_size uwsgi_modifier1 "
        "uwsgi_modifier2 uwsgi_next_upstream_timeout uwsgi_next_upstream_tries uwsgi_pass_header "
        "uwsgi_read_timeout uwsgi_send_timeout uwsgi_ssl_certificate uwsgi_ssl_certificate_key uwsgi_ssl_ciphers "
        "uwsgi_ssl_crl uwsgi_ssl_name uwsgi_ssl_password_file uwsgi_ssl_trusted_certificate uwsgi_ssl_verify_depth "
        "uwsgi_store uwsgi_temp_file_write_size xml_entities"
    ),
    "hsl:1 MS:1 TV:1": "resolver_timeout",
    "hsl:1 TV:1": (
        "limit_conn_dry_run limit_conn_log_level proxy_buffer_size proxy_connect_timeout "
        "proxy_next_upstream_timeout proxy_next_upstream_tries proxy_ssl_certificate proxy_ssl_certificate_key "
        "proxy_ssl_ciphers proxy_ssl_crl proxy_ssl_name proxy_ssl_password_file proxy_ssl_trusted_certificate "
        "proxy_ssl_verify_depth set_real_ip_from"
    ),
    "hsl:1 u:1": "keepalive_requests",
    "hsl:12": (
        "auth_jwt disable_symlinks fastcgi_bind grpc_bind keepalive_disable memcached_bind modern_browser "
        "open_file_cache proxy_cookie_domain proxy_cookie_path proxy_redirect scgi_bind status_format uwsgi_bind"
    ),
    "hsl:12 TV:12": "proxy_bind",
    "hsl:12 u:1": "keepalive_timeout",
    "hsl:123": "dav_access fastcgi_store_access limit_req proxy_store_access scgi_store_access uwsgi_store_access",
    "hsl:1234": "client_body_temp_path fastcgi_temp_path proxy_temp_path scgi_temp_path uwsgi_temp_path",
    "hsl:1234 TV:1234": "open_log_file_cache",
    "hsl:2": (
        "auth_request_set fastcgi_buffers grpc_set_header gunzip_buffers gzip_buffers hls_buffers output_buffers "
        "proxy_buffers proxy_set_header scgi_buffers sub_filter uwsgi_buffers xslt_param xslt_string_param"
    ),
    "hsl:2 TV:2": "limit_conn",
    "hsl:23": "fastcgi_param scgi_param uwsgi_param",
    "hsl:f": (
        "absolute_redirect aio_write autoindex autoindex_exact_size autoindex_localtime chunked_transfer_encoding "
        "client_body_in_single_buffer create_full_put_path etag fastcgi_buffering fastcgi_cache_background_update "
        "fastcgi_cache_lock fastcgi_cache_revalidate fastcgi_force_ranges fastcgi_ignore_client_abort "
        "fastcgi_intercept_errors fastcgi_keep_conn fastcgi_pass_request_body fastcgi_pass_request_headers "
        "fastcgi_request_buffering fastcgi_socket_keepalive grpc_intercept_errors grpc_socket_keepalive "
        "grpc_ssl_server_name grpc_ssl_session_reuse grpc_ssl_verify gunzip gzip_vary hls_forward_args "
        "http2_push_preload image_filter_interlace image_filter_transparency log_not_found log_subrequest "
        "memcached_force_ranges memcached_socket_keepalive mirror_request_body msie_padding msie_refresh "
        "open_file_cache_errors port_in_redirect proxy_buffering proxy_cache_background_update "
        "proxy_cache_convert_head proxy_cache_lock proxy_cache_revalidate proxy_force_ranges "
        "proxy_ignore_client_abort proxy_intercept_errors proxy_pass_request_body proxy_pass_request_headers "
        "proxy_request_buffering real_ip_recursive recursive_error_pages reset_timedout_connection scgi_buffering "
        "scgi_cache_background_update scgi_cache_lock scgi_cache_revalidate scgi_force_ranges "
        "scgi_ignore_client_abort scgi_intercept_errors scgi_pass_request_body scgi_pass_request_headers "
        "scgi_request_buffering scgi_socket_keepalive server_name_in_redirect ssi_last_modified ssi_silent_errors "
        "sub_filter_last_modified sub_filter_once tcp_nopush uwsgi_buffering uwsgi_cache_lock "
        "uwsgi_cache_revalidate uwsgi_force_ranges uwsgi_ignore_client_abort uwsgi_intercept_errors "
        "uwsgi_pass_request_body uwsgi_pass_request_headers uwsgi_request_buffering uwsgi_socket_keepalive "
        "uwsgi_ssl_server_name uwsgi_ssl_session_reuse uwsgi_ssl_verify xslt_last_modified"
    ),
    "hsl:f TV:f": "proxy_socket_keepalive proxy_ssl_server_name proxy_ssl_session_reuse proxy_ssl_verify tcp_nodelay",
    "hslIi:f": "rewrite_log uninitialized_variable_warn",
    "hsli:&": "error_page",
    "hsli:1": "charset limit_rate limit_rate_after root source_charset",
    "hsli:12": "expires",
    "hsli:23": "add_header add_trailer",
    "hsli:f": "gzip override_charset sendfile ssi",
    "hslix:+ TV:+": "access_log",
    "hslx:1": "auth_basic auth_basic_user_file",
    "hslx:1 TV:1": "allow deny",
    "l:* V:*": "health_check",
    "l:+": "xslt_stylesheet",
    "l:+B": "limit_except",
    "l:0": "empty_gif f4f flv hls internal mp4 status upstream_conf",
    "l:01": "api",
    "l:1": "alias",
    "l:123": "image_filter",
    "l:f": "random_index",
    "li:1": "fastcgi_pass grpc_pass memcached_pass scgi_pass uwsgi_pass",
    "lix:1 V:1": "proxy_pass",
    "lx:1": "js_content perl",
    "m:+": "worker_cpu_affinity",
    "m:+ hsl:+ MS:+ TV:+": "error_log",
    "m:0B": "events http mail stream",
    "m:1": (
        "debug_points env google_perftools_profiles load_module lock_file pid ssl_engine timer_resolution "
        "worker_priority worker_processes worker_rlimit_core worker_rlimit_nofile worker_shutdown_timeout "
        "working_directory"
    ),
    "m:12": "user",
    "m:23": "thread_pool",
    "m:f": "daemon master_process pcre_jit",
    "meMSTVUhslu:1": "include",
    "s:+ MS:1": "server_name",
    "s:+ S:+ V:+": "listen",
    "s:1 V:1 l:1 i:1": "status_zone",
    "sl:&": "try_files",
    "sl:+": "valid_referers",
    "sl:+B": "if",
    "sl:01": "stub_status",
    "sl:1": "referer_hash_bucket_size referer_hash_max_size",
    "sl:12B": "location",
    "slIi:0": "break",
    "slIi:12 V:1": "return",
    "slIi:2": "set",
    "slIi:23": "rewrite",
    "u:+": "sticky",
    "u:0": "ip_hash ntlm",
    "u:0 U:0": "least_conn",
    "u:012 U:012": "random",
    "u:1": "keepalive",
    "u:1 U:1": "state",
    "u:12": "queue",
    "u:12 U:12": "hash least_time zone",
    "u:1234": "sticky_cookie_insert",
}
