"""nginx's variables: those of its own, and those that configurations define.

Source: the index of variables (nginx.org/en/docs/varindex.html).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.regexes import names, regexes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maverick_lint.formats.nginx.tree import Directive, Tree, Word

PREFIXES: Final = (
    *(
        "http_",
        "sent_http_",
        "sent_trailer_",
        "upstream_http_",
        "upstream_trailer_",
        "upstream_cookie_",
        "cookie_",
        "arg_",
    ),
    *("jwt_", "geoip", "otel_", "proxy_protocol_tlv_", "oidc_", "acme_", "vts_", "limit_", "js_", "brotli_", "zstd_"),
)
BUILT_IN: Final = frozenset(
    """
    ancient_browser apdex_time api_key args arguments binary_remote_addr body_bytes_sent bytes_received
    bytes_sent connection connection_requests connection_time connections_active connections_reading
    connections_waiting connections_writing content_length content_type date_gmt date_local document_root
    document_uri fastcgi_path_info fastcgi_script_name gzip_ratio host hostname http2 http3 https
    invalid_referer is_args is_request_port limit_rate memcached_key mgmt_client_host modern_browser msec msie
    nginx_version pid pipe protocol proxy_add_x_forwarded_for proxy_host proxy_internal_body_length
    proxy_internal_chunked proxy_port proxy_protocol_addr proxy_protocol_port proxy_protocol_server_addr
    proxy_protocol_server_port proxy_protocol_tlv proxy_protocol_tlv_alpn query_string realip_remote_addr
    realip_remote_port realpath_root remote_addr remote_port remote_user request request_body request_body_file
    request_completion request_filename request_id request_length request_method request_port request_time
    request_uri scheme secure_link secure_link_expires server_addr server_name server_port server_protocol
    session_log_binary_id session_log_id session_time slice_range spdy spdy_request_priority ssl_alpn_protocol
    ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn
    ssl_client_i_dn_legacy ssl_client_raw_cert ssl_client_s_dn ssl_client_s_dn_legacy ssl_client_serial
    ssl_client_sigalg ssl_client_v_end ssl_client_v_remain ssl_client_v_start ssl_client_verify ssl_curve
    ssl_curves ssl_early_data ssl_ech_outer_server_name ssl_ech_status ssl_encrypted_hello
    ssl_preread_alpn_protocols ssl_preread_protocol ssl_preread_server_name ssl_protocol ssl_server_cert_type
    ssl_server_name ssl_session_id ssl_session_reused ssl_sigalg status tcpinfo_rcv_space tcpinfo_rtt
    tcpinfo_rttvar tcpinfo_snd_cwnd time_iso8601 time_local uid_got uid_reset uid_set upstream_addr
    upstream_bytes_received upstream_bytes_sent upstream_cache_age upstream_cache_key
    upstream_cache_last_modified upstream_cache_purge upstream_cache_status upstream_connect_time
    upstream_first_byte_time upstream_header_time upstream_last_server_name upstream_queue_time
    upstream_response_length upstream_response_time upstream_session_time upstream_status uri
    """.split()  # noqa: SIM905 - a list of two hundred quoted names reads worse
)
NAME: Final = re.compile(r"\$\{(\w+)\}|\$(\w+)")
# Those that a configuration cannot set or map ("duplicate variable", `nginx -t` of 1.22.1).
FIXED: Final = frozenset(
    """
    binary_remote_addr body_bytes_sent bytes_sent connection connection_requests connection_time connections_active
    connections_reading connections_waiting connections_writing content_length content_type date_gmt date_local
    document_root document_uri fastcgi_path_info fastcgi_script_name gzip_ratio host hostname http2 http_host https
    is_args msec nginx_version pid pipe proxy_add_x_forwarded_for proxy_protocol_addr proxy_protocol_port query_string
    realip_remote_addr realip_remote_port realpath_root remote_addr remote_port remote_user request request_body
    request_body_file request_completion request_filename request_id request_length request_method request_time
    request_uri scheme server_addr server_name server_port server_protocol slice_range status tcpinfo_rtt time_iso8601
    time_local uid_got uid_set upstream_addr upstream_cache_status upstream_connect_time upstream_header_time
    upstream_response_length upstream_response_time upstream_status uri
    """.split()  # noqa: SIM905 - as above
)
_BROKEN: Final = re.compile(r"\$(?![\w{])|\$\{(?!\w+\})")
# The directives whose values nginx searches for variables, and from which argument on.
_JUDGED: Final = {
    "proxy_set_header": 1, "grpc_set_header": 1, "add_header": 1, "fastcgi_param": 1, "uwsgi_param": 1, "proxy_pass": 0,
    "return": 0, "rewrite": 1, "set": 1, "root": 0, "alias": 0, "try_files": 0, "access_log": 0, "log_format": 1,
    "proxy_redirect": 0, "proxy_cache_key": 0, "fastcgi_cache_key": 0, "proxy_cache_bypass": 0, "proxy_no_cache": 0,
    "limit_req_zone": 0, "limit_conn_zone": 0, "auth_basic": 0, "hash": 0, "map": 0, "expires": 0,
    "proxy_cookie_path": 0, "auth_request_set": 1, "split_clients": 0, "index": 0, "proxy_method": 0, "uwsgi_pass": 0,
    "fastcgi_pass": 0,
}  # fmt: skip
_FIRST_ONLY: Final = frozenset({"map", "split_clients", "limit_req_zone", "limit_conn_zone", "hash"})
# No person writes more variables into a word.
_MOST: Final = 1000
_REPLACING: Final = frozenset({"proxy_redirect", "proxy_cookie_path", "proxy_cookie_domain"})
_DEFINING: Final = {
    "set": 0, "map": 1, "geo": -1, "split_clients": 1, "auth_request_set": 0, "perl_set": 0, "js_set": 0, "js_var": 0,
    "set_by_lua": 0, "set_by_lua_block": 0, "set_by_lua_file": 0, "secure_link_md5": 9, "keyval": 1,
}  # fmt: skip


def used(directive: Directive) -> Iterator[tuple[Word, str]]:
    """Yield the variables that a directive uses: the word, and the name."""
    words = directive.args[:1] if directive.name == "if" else searched(directive)
    for word in words:
        if word.known and (directive.name != "if" or word.text.startswith("($")):
            found = (match[1] or match[2] for match in islice(NAME.finditer(word.text), _MOST))
            for name in dict.fromkeys(found):  # each name once: it is shown where it stands first
                yield word, name


def loose(directive: Directive) -> Iterator[tuple[Word, str]]:
    """Yield the words in which a dollar sign begins no variable's name, and the place of the sign."""
    for word in searched(directive):
        if word.known and "$" in word.text and (match := _BROKEN.search(word.text)) is not None:
            yield word, word.text[match.start() : match.start() + 20]


def searched(directive: Directive) -> Sequence[Word]:
    """Return the words of a directive that nginx searches for variables."""
    name = directive.name
    if name == "map" and directive.block is not None:
        inner = (entry.args[0] for entry in directive.block.directives if len(entry.args) == 1)
        return [*directive.args[:1], *(word for word in inner if "$" in word.text)]
    start = _JUDGED.get(name)
    if start is None:
        return ()
    if name in _REPLACING and directive.first().startswith("~"):
        start = 1  # what is replaced is a regular expression, in which the dollar sign is the end
    return directive.args[start : start + 1] if name in _FIRST_ONLY else directive.args[start:]


def defined(trees: Iterable[Tree]) -> frozenset[str]:
    """Return the names that configurations define, and those that their regular expressions capture."""
    found: set[str] = set()
    for tree in trees:
        for directive in tree.walk():
            number = _DEFINING.get(directive.name)
            if number is not None and -len(directive.args) <= number < len(directive.args):
                found.add(directive.args[number].text.lstrip("$").lower())
            elif directive.name.startswith(("geoip2", "set_")) and directive.block is None and directive.args:
                found.add(directive.first().lstrip("$").lower())
            elif directive.name.startswith("geoip2") and directive.block is not None:
                found.update(child.name.lstrip("$").lower() for child in directive.block.directives)
            for _, regex in regexes_of(directive):
                found.update(name.lower() for name in names(regex))
    return frozenset(found)


def is_built_in(name: str) -> bool:
    """Say whether nginx or a known module has a variable of this name; case does not count."""
    lower = name.lower()
    return lower in BUILT_IN or lower.startswith(PREFIXES) or lower.isdigit()
