"""What nginx takes only once in a block.

Source: "directive is duplicate" of ngx_conf_set_*_slot() (src/core/ngx_conf_file.c, nginx 1.22), and the messages of
ngx_http_core_module; which directives use these slots follows from their pages at nginx.org/en/docs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from maverick_lint.formats.nginx.context import HTTP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive, Word

_ONCE: Final = frozenset(
    """
    absolute_redirect alias auth_basic auth_basic_user_file auth_request autoindex charset
    client_body_buffer_size client_body_timeout client_header_buffer_size client_header_timeout
    client_max_body_size daemon default_type etag expires fastcgi_pass grpc_pass gzip gzip_comp_level
    gzip_http_version gzip_min_length gzip_proxied gzip_vary http2 keepalive_requests keepalive_timeout
    large_client_header_buffers limit_rate merge_slashes multi_accept pid proxy_buffer_size proxy_buffering
    proxy_buffers proxy_cache proxy_cache_key proxy_connect_timeout proxy_http_version proxy_intercept_errors
    proxy_pass proxy_read_timeout proxy_send_timeout resolver resolver_timeout root satisfy send_timeout
    sendfile server_names_hash_bucket_size server_tokens ssi ssl_ciphers ssl_client_certificate ssl_dhparam
    ssl_prefer_server_ciphers ssl_session_cache ssl_session_tickets ssl_session_timeout ssl_stapling
    ssl_stapling_verify ssl_trusted_certificate ssl_verify_client tcp_nodelay tcp_nopush types_hash_max_size
    underscores_in_headers user uwsgi_pass worker_connections worker_processes worker_rlimit_nofile
    """.split()  # noqa: SIM905 - a list of a hundred quoted names reads worse
)
_BLOCKS: Final = frozenset({"http", "events", "stream", "mail"})
_REPEATED_IN_MAP: Final = frozenset({"include", "volatile", "hostnames"})


class Double(NamedTuple):
    """The word of the second, what it is as messages say it, and the first."""

    word: Word
    what: str
    first: Directive
    case: str = ""


def duplicates(config: Config) -> Iterator[Double]:
    """Yield the doubles of a file, those among included files in the place where this file has one of the two."""
    inner = (directive.block for directive in config.directives if directive.block is not None)
    for block in (config.root, *inner):
        if block.name in ("map", "geo"):
            yield from _keys(block)
        elif block.name not in ("types", "split_clients"):
            yield from _in_block(config, block)
    yield from _defaults(config)


def _in_block(config: Config, block: Block) -> Iterator[Double]:
    seen: dict[str, Directive] = {}
    # What an included file repeats of its neighbours stands in the block that includes them all.
    around = config.assembly.around(block) if block.owner is None else []
    for directive in config.statements(around[0] if around else block):
        name = directive.name
        if name == "location" and directive.block is not None and directive.known:
            key, what = "location " + " ".join(directive.values()), "location `" + " ".join(directive.values()) + "`"
        elif name in _ONCE or (name in _BLOCKS and directive.block is not None):
            key, what = name, f"`{name}`"
        elif name == "listen" and directive.args and directive.args[0].known:
            key, what = "listen " + _socket(directive), f"`listen {directive.first()}`"
        else:
            continue
        first = seen.setdefault(key, directive)
        if first is not directive and directive.home.tree is config.tree:
            yield Double(directive.word, what, first)


def _socket(listen: Directive) -> str:
    """Return the address of a `listen`; QUIC and other UDP have sockets of their own."""
    datagrams = {"quic", "udp"} & set(listen.values())
    return listen.first().removeprefix("*:") + (" udp" if datagrams else "")


def _keys(block: Block) -> Iterator[Double]:
    seen: dict[str, Directive] = {}
    for entry in block.directives:
        if entry.name in _REPEATED_IN_MAP or not entry.word.known or entry.name.startswith("~"):
            continue
        first = seen.setdefault(entry.name.lower(), entry)
        # geo only warns of a network that is given twice.
        if first is not entry and (block.name == "map" or entry.name == "default"):
            yield Double(entry.word, f"`{entry.name}`", first)


def _defaults(config: Config) -> Iterator[Double]:
    seen: dict[str, Directive] = {}
    for server in config.servers:
        if HTTP not in config.assembly.contexts(server.directive.home):
            continue
        for listen in server.listens:
            if not listen.parameters & {"default_server", "default"} or listen.port is None:
                continue
            key = f"{listen.address or '*'}:{listen.port} {'quic' in listen.parameters}"
            first = seen.setdefault(key, listen.directive)
            if (
                first is not listen.directive
                and listen.directive.home.tree is config.tree
                and first.home is not listen.directive.home
            ):
                yield Double(listen.directive.args[0], f"`{listen.directive.first()}`", first, "default")
