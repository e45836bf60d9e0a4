"""nginx configurations: recognised, read with every place, mended after an error."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.document import Document
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_content, by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.nginx.model import Config
from maverick_lint.formats.nginx.parse import parse

PATH = "nginx/site.conf"


def read(text: str, path: str = PATH, **others: str) -> Document[Config | None]:
    return parse(Source(path, text), "nginx", FilesReader(MemoryFiles({path: text, **others})))


def config_of(text: str, path: str = PATH) -> Config:
    model = read(text, path).model
    assert model is not None
    return model


def kind_of(path: str, text: str) -> str:
    guess = by_path(path)
    if guess is None or not guess.sure:
        guess = by_content(path, text)
    return guess.kind if guess is not None else "text"


SITE = "server {\n  listen 80;\n}\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("nginx.conf", ""),
        ("docker/nginx.prod.conf", ""),
        ("nginx.conf.j2", "{% if x %}"),
        ("nginx.tmpl", ""),
        ("nginx.conf.prod", "events {\n}\n"),
        ("site.vhost", ""),
        ("app.nginx.conf", ""),
        ("sites-available/app", SITE),
        ("deploy/conf.d/circuit_breaker.conf", "upstream app {\n server a:1;\n}\n"),
        ("proxy/conf", SITE),
        ("docker/default.conf", "# a site\n\n" + SITE),
        ("docker/templates/default.conf.template", "resolver ${R};\n" + SITE),
        ("nginx/snippets/proxy.conf", "proxy_set_header Host $host;\n"),
        ("nginx/broken.conf", "server\n{ lisen 80 }"),
        ("web.conf", "map $http_upgrade $connection_upgrade {\n default upgrade;\n}\n"),
        ("sites/app.conf.example", "#server {\n#}\n" + SITE),
    ],
)
def test_is_nginx(path: str, text: str) -> None:
    assert kind_of(path, text) == "nginx"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("conf.d/app.conf", "[program:app]\ncommand=/bin/app\n"),
        ("sites-available/app.conf", "<VirtualHost *:80>\n  ServerName x\n</VirtualHost>\n"),
        ("core/nginx/dovecot/proxy.conf", "protocols = imap\nservice imap-login {\n  client_limit = 10\n}\n"),
        ("dhcpd.conf", "default-lease-time 600;\nsubnet 10.0.0.0 netmask 255.0.0.0 {\n}\n"),
        ("named.conf", 'options {\n  directory "/var";\n};\nserver 10.0.0.1 {\n};\n'),
        ("gatling.conf", "gatling {\n  http {\n  }\n}\n"),
        ("redis.conf", "maxmemory 256mb\ninclude /etc/redis/other.conf\n"),
        ("nats.conf", "http: 8222\nserver_name: x\n"),
        ("pipeline/logstash.conf", "input {\n  tcp { port => 5000 }\n}\n"),
        ("nginx/logrotate/nginx", "/var/log/nginx/*.log {\n  daily\n}\n"),
        ("chart/configmap.yaml.tpl", "data:\n  x: |\n    server {\n    }\n"),
        ("radiusd.conf", "server default {\n  listen {\n  }\n}\n"),
        ("src/nginx.conf.js", "export default () => {\n  listen 80;\n}\n"),
        ("Dockerfile.nginx", "FROM nginx\n"),
        ("k8s/nginx.deployment.yaml.j2", "kind: Deployment\n"),
        ("README", "Run the server { now };\n"),
        ("Caddy.conf", "example.com {\n  reverse_proxy app:80\n}\n"),
    ],
)
def test_is_not_nginx(path: str, text: str) -> None:
    assert kind_of(path, text) != "nginx"


def test_every_word_has_its_place() -> None:
    text = (
        'server { # note\r\n\tadd_header "X A" \'b\\\'c\' always;\r\n  location ~ "\\.php$" { return 200 ${a}b; } }\r\n'
    )
    config = config_of(text)
    for directive in config.directives:
        for word in (directive.word, *directive.args):
            raw = text[word.start : word.end]
            assert raw.strip("\"'") == word.text or "\\" in raw
    header = config.directives[1]
    assert header.values() == ["X A", "b'c", "always"]
    assert text[header.span.start : header.span.end] == "add_header \"X A\" 'b\\'c' always;"
    assert config.directives[2].values() == ["~", "\\.php$"]
    assert config.directives[3].values() == ["200", "${a}b"]


def test_comments_and_scopes() -> None:
    text = "# one\nserver { # two\n  root /a#b;\n  # three"
    document = read(text)
    assert [(comment.text, comment.own_line) for comment in document.comments()] == [
        ("one", True),
        ("two", False),
        ("three", True),
    ]
    assert [text[span.start : span.end].split("\n", maxsplit=1)[0] for span in document.scopes()] == ["server { # two"]


def test_reads_on_after_errors() -> None:
    text = "server {\n  listen 80\n  root /a;;\n  index 'x;\n  location / { return 200 }\n}\n}\nmap $a $b { x y; }\n"
    document = read(text)
    assert [document.source.position(error.span.start).line for error in document.errors] == [2, 3, 4, 5, 7]
    assert document.model is not None
    names = [directive.name for directive in document.model.directives]
    assert names == ["server", "listen", "root", "index", "location", "return", "map"]


def test_lua_blocks_are_skipped() -> None:
    text = 'access_by_lua_block {\n local t = { "}" } -- }\n local s = [[ } ]]\n}\nroot /a;'
    config = config_of(text)
    assert [directive.name for directive in config.directives] == ["access_by_lua_block", "root"]


def test_template_tags_hide_what_hangs_on_them() -> None:
    text = "server {\n  listen {{ port }} ssl;\n  {{ extra }}\n  {% if x %}root /a;{% endif %}\n}\n"
    config = config_of(text, "nginx/site.conf.j2")
    server = config.directives[0]
    listen, root = config.directives[1:]
    assert server.block is not None
    assert (listen.known, root.known, server.block.holed) == (False, True, True)
    assert text[listen.args[0].start : listen.args[0].end] == "{{ port }}"


@given(st.text(st.sampled_from("ab;{}\"'#$\\ \n\r\t{%}~/(),é\u00a0"), max_size=200) | st.text(max_size=100))
def test_never_raises_and_spans_lie_inside(text: str) -> None:
    document = read(text)
    assert document.model is not None
    spans = [error.span for error in document.errors] + [comment.span for comment in document.comments()]
    spans += list(document.scopes()) + [directive.span for directive in document.model.directives]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert document.model.problems is not None


@pytest.mark.parametrize(
    "text",
    [
        "a {" * 200_000,
        "x " * 300_000,
        '"' * 300_000,
        "{{" * 300_000,
        "{%" * 300_000 + "%}",
        "}" * 300_000,
        "a\0b;" * 10_000,
    ],
    ids=["deep", "long line", "quotes", "placeholders", "tags", "closing", "nul"],
)
def test_hostile_texts_end_soon(text: str) -> None:
    start = process_time()
    read(text, "nginx/templates/x.conf")
    assert process_time() - start < 5
