"""What nginx refuses in the servers of streams and of mail, though each directive for itself is right.

Source: ngx_stream_core_module, ngx_stream_upstream, ngx_stream_log_module, ngx_mail_core_module and
ngx_mail_auth_http_module of nginx 1.22, with `nginx -t` of 1.22.1 and these two modules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive, Word

Refused = tuple["Word", str, dict[str, str]]

# What makes a server of a stream do something; modules have more words for it.
_HANDLERS: Final = frozenset(
    {"proxy_pass", "return", "pass", "content_by_lua_block", "content_by_lua_file", "js_access"}
)
# Since then streams have servers by name, and one of them may do nothing (`nginx -t` of 1.22.1 and 1.30.6).
_VIRTUAL: Final = (1, 25, 5)
_MAIL_PORTS: Final = frozenset({"25", "110", "143", "465", "587", "993", "995"})
_WITHOUT_PORT: Final = re.compile(r"[^/:]+|\[[^\]]+\]")
# Variables that the stream module has not: those of requests (nginx.org/en/docs/varindex.html, November 2026).
_OF_REQUESTS: Final = frozenset(
    """
    args arguments body_bytes_sent content_length content_type document_root document_uri fastcgi_path_info
    fastcgi_script_name gzip_ratio host http2 http3 https is_args limit_rate proxy_add_x_forwarded_for proxy_host
    proxy_port query_string realpath_root remote_user request request_body request_body_file request_completion
    request_filename request_length request_method request_time request_uri scheme server_protocol uri
    upstream_cache_status upstream_header_time upstream_response_length upstream_response_time upstream_status
    """.split()  # noqa: SIM905 - a list of fifty quoted names reads worse
)
_PREFIXES: Final = ("http_", "sent_http_", "upstream_http_", "cookie_", "arg_")


def is_of_requests(name: str) -> bool:
    """Say whether a variable of nginx is one of HTTP, which a stream has not."""
    lower = name.lower()
    return lower in _OF_REQUESTS or lower.startswith(_PREFIXES)


def is_only_stream(config: Config, block: Block) -> bool:
    """Say whether a block stands in streams and nowhere else."""
    contexts = config.contexts(block)
    return bool(contexts) and all(context[:1] == ("stream",) for context in contexts)


def refused(config: Config) -> Iterator[Refused]:
    """Yield the word, the case of the message and its values of what is wrong in streams and mail proxies."""
    for directive in config.directives:
        if directive.block is None:
            if directive.name in ("proxy_pass", "server", "access_log", "listen"):
                yield from _in_stream(config, directive)
        elif directive.name == "server" and not config.is_holed(directive.block):
            contexts = config.contexts(directive.block)
            if contexts == {("stream", "server")}:
                yield from _stream_server(config, directive)
            elif contexts == {("mail", "server")}:
                yield from _mail_server(config, directive)


def _in_stream(config: Config, directive: Directive) -> Iterator[Refused]:
    words = directive.args
    if not words or not directive.known or "$" in words[0].text or not is_only_stream(config, directive.home):
        return
    text = words[0].text
    if directive.name == "listen":
        keys = {word.text for word in words}
        if {"ssl", "udp"} <= keys:
            yield next(word for word in words if word.text == "ssl"), "datagrams", {}
    elif directive.name == "access_log":
        if text != "off" and len(words) == 1:
            yield words[0], "stream-format", {}
    elif text.startswith("unix:"):
        return
    elif directive.name == "proxy_pass" and "/" in text:
        yield words[0], "stream-scheme", {"target": text}
    elif directive.name == "server" or re.fullmatch(r"[\d.]+|\[.*\]", text):
        named = any(word.text in ("resolve", "down") or word.text.startswith("service=") for word in words[1:])
        if not named and _WITHOUT_PORT.fullmatch(text):
            yield words[0], "stream-port", {"target": text}


def _stream_server(config: Config, directive: Directive) -> Iterator[Refused]:
    inner = list(config.statements(_block(directive)))
    names = {statement.name for statement in inner}
    if not inner:
        return
    if "listen" not in names:
        yield directive.word, "no-listen", {}
    elif (
        _is_older(config)
        and not names & _HANDLERS
        and not any(name.startswith(("preread_by", "content_by", "js_")) for name in names)
    ):
        yield directive.word, "no-handler", {}


def _is_older(config: Config) -> bool:
    """Say whether the nginx that reads the file is known to refuse a server of a stream that does nothing."""
    version = tuple(int(part) for part in config.version.split(".") if part.isdigit())
    return bool(version) and version < _VIRTUAL


def _mail_server(config: Config, directive: Directive) -> Iterator[Refused]:
    block = _block(directive)
    inner = list(config.statements(block))
    listens = [statement for statement in inner if statement.name == "listen"]
    if not listens:
        yield directive.word, "no-listen", {}
        return
    usual = any(listen.first().rpartition(":")[2] in _MAIL_PORTS for listen in listens)
    if not usual and _is_absent(config, block, "protocol"):
        yield directive.word, "no-protocol", {}
    if _is_absent(config, block, "auth_http"):
        yield directive.word, "no-auth", {}


def _is_absent(config: Config, block: Block, name: str) -> bool:
    force = config.in_force(block, name)
    return force.complete and not force.directives


def _block(directive: Directive) -> Block:
    assert directive.block is not None  # noqa: S101 - the caller passes blocks only
    return directive.block
