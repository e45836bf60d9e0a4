"""What the handbook of nginx administrators, and the standard's list of what it lacks, ask for: which rule has it.

Source of the items: trimstray/nginx-admins-handbook (November 2026), those that a file can show and gixy has not.
"""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

SETTINGS = Settings(profile="strict", select=("ALL",))
PLAN = make(rules(), SETTINGS)
PROXY = "location / { proxy_pass http://app; }"
USED = f"upstream app {{ server api.example.com:8000; }} server {{ {PROXY} }}"
TWO = "server { listen 80; server_name a; } server { listen 80; server_name b; }"
TLS = "server { listen 443 ssl; server_name a.b.com; listen 80; root /w; }"
REGEX = "server { location ~ ^/(a+)+$ { return 204; } }"

# The item, our rule, and a text in which the rule says so.
ITEMS = [
    ("80 and 443 in one server", "nginx/plain-http", TLS),
    ("port 80 redirects", "nginx/tls", f"server {{ listen 80; server_name shop.example.com; {PROXY} }}"),
    ("no default server", "nginx/default-server", TWO),
    ("host name in an upstream", "nginx/stale-address", USED),
    ("host name in proxy_pass", "nginx/stale-address", "server { location / { proxy_pass http://api.example.com; } }"),
    ("redirect by rewrite", "nginx/rewrite-redirect", "server { rewrite ^ https://a.b.com$request_uri permanent; }"),
    ("if on the host", "nginx/host-condition", "server { if ($host = a.b.com) { return 301 https://b.com; } }"),
    ("index repeated", "nginx/repeated-index", "server { index a.html; location / { index a.html; } }"),
    ("Server and X-Powered-By not hidden", "nginx/powered-by", "server { location / { fastcgi_pass php:9000; } }"),
    ("dotfiles not denied", "nginx/dotfiles", "server { root /srv/www; location / { try_files $uri =404; } }"),
    ("client_max_body_size absent", "nginx/body-limit", f"server {{ {PROXY} }}"),
    ("client timeouts absent", "nginx/client-timeouts", f"server {{ {PROXY} }}"),
    ("no error pages of one's own", "nginx/maintenance-fallback", USED),
    ("servers commented out", "nginx/commented-server", "upstream app { server 10.0.0.1;\n# server 10.0.0.2;\n}"),
    ("$uri in proxy_pass", "nginx/http-splitting", "server { location / { proxy_pass http://a$uri; } }"),
    ("decoded path in proxy_pass", "nginx/proxy-path", "server { location /a { proxy_pass http://a$uri; } }"),
    ("trailing slash differs", "nginx/proxy-path", "server { location /a/ { proxy_pass http://app/b; } }"),
    ("server_tokens", "nginx/version-disclosure", f"events {{}} http {{ server {{ {PROXY} }} }}"),
    ("ssl_protocols", "nginx/weak-tls", "server { listen 443 ssl; ssl_protocols TLSv1 TLSv1.2; }"),
    ("ciphers", "nginx/weak-tls", "server { listen 443 ssl; ssl_ciphers RC4:DES-CBC3-SHA; }"),
    ("HSTS", "nginx/hsts", f"server {{ listen 443 ssl; server_name a.b.com; {PROXY} }}"),
    ("HTTP/2", "nginx/http2", f"server {{ listen 443 ssl; server_name a.b.com; {PROXY} }}"),
    ("keepalive to upstreams", "nginx/upstream-keepalive", USED),
    ("regular expressions that take long", "nginx/regex-backtracking", REGEX),
    ("autoindex", "nginx/autoindex", "server { root /srv/a; location /f { autoindex on; } }"),
    ("worker processes", "nginx/worker-processes", "events {} http { }"),
    ("open files", "nginx/open-files-limit", "events { worker_connections 4096; } http { }"),
]  # fmt: skip
# The items that no rule has, and why.
WITHOUT = {
    "listen without address:port": (
        "`listen 80` is the right spelling in images, behind NAT and for IPv6; an address would bind a configuration to"
        " one machine"
    ),
    "host name in listen": "nginx looks it up once, and a name of the machine's own in /etc/hosts is no fault",
    "X- headers that no standard has": (
        "X-Real-IP and X-Forwarded-* are the standard's own, and applications ask for others by name"
    ),
    "methods not limited": (
        "an application refuses what it does not know with 405; which it knows no configuration tells"
    ),
    "robots.txt, favicon": "files of the site, not of its configuration",
}


def found(text: str) -> set[str]:
    result = run(MemoryFiles({"nginx/nginx.conf": text, "README.md": "# A\n"}), SETTINGS, PLAN)
    assert not result.crashed
    return {finding.rule for finding in result.findings}


@pytest.mark.parametrize(("rule", "text"), [item[1:] for item in ITEMS], ids=[item[0] for item in ITEMS])
def test_a_rule_has_the_item(rule: str, text: str) -> None:
    assert rule in found(text)


def test_metrics_open_to_the_public_are_a_matter_of_several_files() -> None:
    assert "stack/metrics-exposed" in rules()


@pytest.mark.parametrize(
    "text",
    [
        "server { listen 80; server_name a.b.com; return 301 https://a.b.com$request_uri; }",
        "server { listen localhost:8080; location / { return 204; } }",
        'server { listen 127.0.0.1:80; location / { add_header X-Mine "a" always; return 204; } }',
    ],
    ids=["listen without address:port", "host name in listen", "X- headers that no standard has"],
)
def test_what_no_rule_has_draws_nothing(text: str) -> None:
    assert {rule for rule in found(text) if rule.startswith("nginx/")} == set()


def test_no_item_is_both() -> None:
    assert not {item for item, *_ in ITEMS} & WITHOUT.keys()
