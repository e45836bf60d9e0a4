"""Configurations that no person wrote end within a second, and one twice as long takes about twice the time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import Result, run
from maverick_lint.registry.index import rules

RULES = {name: rule for name, rule in rules().items() if name.startswith(("nginx/", "file/"))}
SETTINGS = Settings(select=("ALL",))
PLAN = make(RULES, SETTINGS)
LIMIT = 1.0
# Machines are busy at times: what is quadratic takes four times as long for twice the size.
SLACK = 3.5


def http(text: str) -> str:
    return "events {}\nhttp {\n" + text + "}\n"


def server(text: str) -> str:
    return "server {\n" + text + "}\n"


def many(line: str, count: int) -> str:
    return "".join(line.replace("%d", str(number)).replace("%p", str(number - 1)) for number in range(1, count + 1))


# Each makes a text of a size; the second number is a size below what is read at most, for the comparison.
CASES: dict[str, tuple[Callable[[int], str], int, int]] = {
    "deep nesting": (lambda n: server("location / {" * n + "}" * n), 5000, 200),
    "one line": (lambda n: server("add_header A b; " * n), 250_000, 5000),
    "one word": (lambda n: server(f"return 200 {'a' * n};"), 4_000_000, 500_000),
    "one word of variables": (lambda n: server(f'return 200 "{"$a{" * n}";'), 1_300_000, 200_000),
    "servers": (lambda n: http(many("server { listen 80; listen 443 ssl; server_name a%d.b; }\n", n)), 10_000, 900),
    "locations": (lambda n: server(many("location /a%d { add_header X%d $uri; }\n", n)), 10_000, 1500),
    "maps": (
        lambda n: http(many("map $m%p $m%d { ~(.*) $1; default $m%p; }", n) + server("return 301 $m9;")), 5000, 2000,
    ),
    "regular expressions": (
        lambda n: server(many("location ~ ^/(([a-z]+)+)x%d(.*)$ { proxy_pass http://b/$1; }\n", n)), 20_000, 700,
    ),
    "chained variables": (lambda n: server(many("set $v%d $v%p; return 301 $v%d;\n", n)), 20_000, 2500),
    "one variable": (lambda n: server("set $v $v; return 301 $v;\n" * n), 20_000, 2500),
    "origins": (lambda n: server(many('if ($http_origin ~ "^https://a%d(.*)(.*)$") { return 403; }', n)), 10_000, 1500),
    "entries of a map": (
        lambda n: http("map $uri $m {" + many("~^/(a%d) $m;", n) + "}" + server("return 301 $m;" * n)), 20_000, 1500,
    ),
    "addresses of a geo": (lambda n: http("geo $g {" + many("10.0.0.%d 1;\n", n) + "}"), 90_000, 25_000),
    "rewrites": (lambda n: server(many("rewrite ^/(.*)/(x%d)$ /$1/$2?a last;\n", n)), 20_000, 1500),
    "addresses": (lambda n: server("allow 10.0.0.1; return 200;\n" * n), 20_000, 1500),
    "upstreams": (lambda n: many("upstream u%d { server a%d.b.com; server 10.0.0.1 backup; }\n", n), 10_000, 1000),
    "sockets": (lambda n: server(many("listen 127.0.0.1:%d default_server reuseport;\n", n)), 20_000, 1500),
    "unknown names": (lambda n: many("wrong_name%d a;\n", n), 20_000, 2000),
}  # fmt: skip


def judge(files: dict[str, str]) -> tuple[Result, float]:
    start = time.process_time()
    result = run(MemoryFiles(files), SETTINGS, PLAN)
    return result, time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    for make_text, _, _ in CASES.values():
        judge({"nginx/nginx.conf": make_text(3)})


@pytest.mark.parametrize(("make_text", "most"), [(case[0], case[1]) for case in CASES.values()], ids=CASES)
def test_hostile_file_ends_within_a_second(make_text: Callable[[int], str], most: int) -> None:
    result, seconds = judge({"nginx/nginx.conf": make_text(most)})
    assert not result.crashed
    # What disturbs makes slower, never faster: a second try is fair.
    assert seconds < LIMIT or judge({"nginx/nginx.conf": make_text(most)})[1] < LIMIT


@pytest.mark.parametrize(("make_text", "size"), [(case[0], case[2]) for case in CASES.values()], ids=CASES)
def test_twice_the_size_takes_twice_the_time(make_text: Callable[[int], str], size: int) -> None:
    once, twice = make_text(size), make_text(2 * size)
    tries: list[tuple[float, float]] = []
    for _ in range(4):  # what disturbs makes slower, never faster
        tries.append((judge({"nginx/nginx.conf": once})[1], judge({"nginx/nginx.conf": twice})[1]))
        shorter, longer = min(one for one, _ in tries), min(other for _, other in tries)
        if longer < max(SLACK * shorter, 0.15):
            return
    raise AssertionError(tries)


def test_includes_that_lead_in_a_circle_end() -> None:
    files = {"nginx.conf": http("include conf.d/*.conf;\n")}
    for number in range(300):
        files[f"conf.d/{number}.conf"] = f"include conf.d/{(number + 7) % 300}.conf;\n"
    result, seconds = judge(files)
    assert not result.crashed
    assert seconds < LIMIT
    assert len([finding for finding in result.findings if "includes this file again" in finding.message]) == 300


@pytest.mark.parametrize(
    "text", ["geo $g {" + many("10.0.0.%d 1;\n", 50_000) + "}", "deny 10.0.0.1;\n" * 40_000], ids=["geo", "deny"]
)
def test_long_list_of_addresses_is_read_whole(text: str) -> None:
    result, _ = judge({"nginx/nginx.conf": http(text)})
    assert not [finding for finding in result.findings if finding.rule == "nginx/syntax"]


def test_what_is_not_judged_is_said() -> None:
    result, _ = judge({"nginx/nginx.conf": http(many("upstream u%d { server 10.0.0.1; }\n", 20_000))})
    [finding] = result.findings
    assert finding.rule == "nginx/syntax"
    assert "more than 40,000 words" in finding.message
    assert "no rule judges it" in finding.message
