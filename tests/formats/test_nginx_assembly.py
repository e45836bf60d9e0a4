"""Configurations joined by includes, and what is in force where."""

from __future__ import annotations

from time import process_time

from maverick_lint.core.facts.proxies import Proxy, ServerBlock, Upstream
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.nginx.facts import facts
from maverick_lint.formats.nginx.model import Config
from maverick_lint.formats.nginx.parse import parse

MAIN = "events {}\nhttp {\n  proxy_set_header A http;\n  include conf.d/*.conf;\n}\n"


def configs_of(files: dict[str, str]) -> dict[str, Config]:
    reader = FilesReader(MemoryFiles(files))
    found = {}
    for path, text in files.items():
        model = parse(Source(path, text), "nginx", reader).model
        assert model is not None
        found[path] = model
    return found


def sent(config: Config, number: int = 0) -> list[str]:
    force = config.in_force(config.proxied[number].block, "proxy_set_header")
    return [directive.values()[1] for directive in force.directives]


def test_the_including_block_gives_the_context() -> None:
    found = configs_of(
        {
            "nginx/nginx.conf": "events {}\nhttp { server { include parts/*.conf; } include parts/*.conf; }\n",
            "nginx/parts/a.conf": "gzip on;\n",
        }
    )
    assert found["nginx/parts/a.conf"].root_contexts == {("http",), ("http", "server")}


def test_contexts_of_fragments_follow_from_their_content() -> None:
    roots = {
        "a.conf": ("server { listen 53 udp; proxy_pass dns; }\nupstream dns { server x:53; }", ("stream",)),
        "b.conf": ("location / { }\nlisten 80;", ("http", "server")),
        "c.conf": ("proxy_pass http://a;\nproxy_set_header A b;", ("http", "location")),
        "d.conf": ("server { listen 80; proxy_pass http://a; }", ("http",)),
        "e.conf": ("worker_processes 1;", ()),
    }
    found = configs_of({path: text for path, (text, _) in roots.items()})
    assert {path: set(config.root_contexts) for path, config in found.items()} == {
        path: {context} for path, (_, context) in roots.items()
    }


def test_a_block_with_one_header_of_its_own_inherits_none() -> None:
    site = "server { location / { proxy_pass http://a; } location /x { proxy_set_header B own; proxy_pass http://a; } }"
    found = configs_of({"nginx/nginx.conf": MAIN, "nginx/conf.d/a.conf": site})
    config = found["nginx/conf.d/a.conf"]
    assert (sent(config, 0), sent(config, 1)) == (["http"], ["own"])


def test_includes_within_a_location_count() -> None:
    files = {
        "nginx/nginx.conf": "events {}\nhttp { server { location / { include p.conf; proxy_pass http://a; } } }",
        "nginx/p.conf": "proxy_set_header A included;\n",
    }
    assert sent(configs_of(files)["nginx/nginx.conf"]) == ["included"]


def test_what_a_foreign_file_holds_is_unknown() -> None:
    text = "server { location / { include /etc/nginx/x.conf; proxy_pass http://a; } include mime.types; }"
    config = configs_of({"nginx/site.conf": text})["nginx/site.conf"]
    block = config.proxied[0].block
    assert not config.in_force(block, "proxy_read_timeout").complete
    assert config.value(config.servers[0].block, "proxy_read_timeout") == ""


def test_a_pattern_leaves_out_hidden_files() -> None:
    found = configs_of(
        {"nginx/nginx.conf": MAIN, "nginx/conf.d/.off.conf": "server { }", "nginx/conf.d/on.conf": "server { }"}
    )
    includes = found["nginx/nginx.conf"].assembly.includes.values()
    assert [include.paths for include in includes] == [("nginx/conf.d/on.conf",)]


def test_two_to_the_25th_includes_end_soon() -> None:
    files = {f"nginx/i{n}.conf": f"include i{n + 1}.conf;\n" * 2 + "location / { }\n" for n in range(25)}
    files["nginx/i25.conf"] = "include i0.conf;\nproxy_read_timeout 5s;\n"
    files["nginx/nginx.conf"] = "events {}\nhttp { server { include i0.conf; location / { proxy_pass http://a; } } }\n"
    start = process_time()
    config = configs_of(files)["nginx/nginx.conf"]
    assert config.value(config.proxied[0].block, "proxy_read_timeout") == "5s"
    assert process_time() - start < 2, "a second, and as much again for a loaded machine"


def test_facts() -> None:
    text = (
        "upstream app { server 127.0.0.1:8000 max_fails=3; server [::1]:81 backup; server unix:/a.sock down; }\n"
        "server { listen 443 ssl; server_name a.example.com; location /x { proxy_pass http://app/y; } }\n"
    )
    reader = FilesReader(MemoryFiles({"nginx/conf.d/a.conf": text}))
    document = parse(Source("nginx/conf.d/a.conf", text), "nginx", reader)
    upstream, proxy, server = [fact.value for fact in facts(document)]  # type: ignore[arg-type]
    assert isinstance(upstream, Upstream)
    assert [(s.address, s.port, s.backup, s.down) for s in upstream.servers] == [
        ("127.0.0.1", 8000, False, False),
        ("[::1]", 81, True, False),
        ("unix:/a.sock", None, False, True),
    ]
    assert (upstream.group, upstream.part) == ("nginx", "conf.d")
    assert isinstance(proxy, Proxy)
    assert (proxy.location, proxy.host, proxy.port) == ("/x", "app", 80)
    assert isinstance(server, ServerBlock)
    assert (server.ports, server.ssl, server.names) == ((443,), True, ("a.example.com",))
