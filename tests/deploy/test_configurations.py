"""Configurations of nginx that a script writes count for the rules that join files, at their places in the script."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy_texts import found
from maverick_lint.core.facts.proxies import Upstream
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.engine.written import facts_of_written

BODY = "upstream shop {\n  server 127.0.0.1:$PORT;\n}\nserver {\n  location / { proxy_pass http://shop; }\n}\n"
DEPLOY = """\
#!/bin/bash
set -euo pipefail
if [ "$(cat /var/lib/shop/port)" = 8001 ]; then NEW_PORT=8002; else NEW_PORT=8001; fi
docker run -d --rm -p "127.0.0.1:$NEW_PORT:8000" "${1:?}"
cat > /etc/nginx/conf.d/shop.conf <<CONF
upstream shop {
  server 127.0.0.1:8001;
  server 127.0.0.1:8003 backup;
}
CONF
nginx -t
nginx -s reload
"""


def stated(text: str) -> list[tuple[str, str]]:
    """Return the upstream servers and proxied hosts that a script states, each with the text at its place."""
    document = parse("shell", Source("deploy.sh", text), FilesReader(MemoryFiles({})))
    shown = []
    for kind, source in document.written():
        for fact in facts_of_written(kind, source):
            servers = fact.value.servers if isinstance(fact.value, Upstream) else ()
            shown += [(f"{one.address}:{one.port}", text[one.place.span.start : one.place.span.end]) for one in servers]
    return shown


@pytest.mark.parametrize(
    "script",
    [
        f"PORT=8001\ncat > /etc/nginx/conf.d/shop.conf <<CONF\n{BODY}CONF\n",
        f"PORT=8001\ncat <<CONF > /etc/nginx/conf.d/shop.conf\n{BODY}CONF\n",
        f"PORT=8001\nsudo tee /etc/nginx/sites-available/shop >/dev/null <<CONF\n{BODY}CONF\n",
        f"PORT=8001\ncat <<CONF | sudo tee /etc/nginx/conf.d/shop.conf >/dev/null\n{BODY}CONF\n",
        f'PORT=8001\nFILE=/etc/nginx/conf.d/shop.conf\ncat > "$FILE" <<CONF\n{BODY}CONF\n',
        f"PORT=8001\nwrite() {{\ncat > /etc/nginx/conf.d/shop.conf <<CONF\n{BODY}CONF\n}}\nwrite\n",
        f"PORT=8001\nif true; then\ncat > /etc/nginx/conf.d/shop.conf <<CONF\n{BODY}CONF\nfi\n",
        f"PORT=8001\nssh ship@example.com 'cat > /etc/nginx/conf.d/shop.conf' <<CONF\n{BODY}CONF\n",
        f"PORT=8001\ndocker exec -i proxy tee /etc/nginx/conf.d/shop.conf <<CONF\n{BODY}CONF\n",
    ],
)
def test_upstreams_of_here_documents_are_known(script: str) -> None:
    assert stated(script) == [("127.0.0.1:8001", "127.0.0.1:$PORT")]


def test_what_is_quoted_stands_as_it_is() -> None:
    script = "cat > /etc/nginx/conf.d/shop.conf <<'CONF'\nupstream shop {\n  server 10.0.0.1:81;\n}\nCONF\n"
    assert stated(script) == [("10.0.0.1:81", "10.0.0.1:81")]


@pytest.mark.parametrize(
    "script",
    [
        f"cat > /etc/nginx/conf.d/shop.conf <<CONF\n{BODY}CONF\n",
        f"PORT=$(cat port)\ncat > /etc/nginx/conf.d/shop.conf <<CONF\n{BODY}CONF\n",
    ],
)
def test_an_unknown_port_is_none(script: str) -> None:
    assert stated(script) == [("None:None", "127.0.0.1:$PORT")]


@pytest.mark.parametrize(
    "script",
    [
        f"PORT=8001\ncat > /tmp/notes <<CONF\n{BODY}CONF\n# nginx\n",
        "cat > /etc/nginx/conf.d/shop.conf <<CONF\nserver {\n  listen 80;\n}\nCONF\n# upstream\n",
        "echo 'upstream shop { server 127.0.0.1:80; }' # nginx <<\n",
    ],
)
def test_other_texts_state_nothing(script: str) -> None:
    assert stated(script) == []


def test_the_sides_of_a_deployment_are_compared_with_what_its_script_writes() -> None:
    assert found("stack/deployment-ports", {"deploy.sh": DEPLOY}) == ["deploy.sh:8 127.0.0.1:8003"]
    assert found("stack/deployment-ports", {"deploy.sh": DEPLOY.replace("8003", "8002")}) == []


def test_a_scraped_side_is_found_by_the_upstream_that_a_script_writes() -> None:
    scrape = "scrape_configs:\n  - job_name: shop\n    static_configs:\n      - targets: ['127.0.0.1:8001']\n"
    files = {"deploy.sh": DEPLOY.replace("8003", "8002"), "prometheus/prometheus.yml": scrape}
    assert len(found("stack/scraped-side", files)) == 1
    files["deploy.sh"] = files["deploy.sh"].replace("upstream shop", "upstream shop ")
    files["deploy.sh"] = files["deploy.sh"].replace("cat > /etc/nginx/conf.d/shop.conf", "cat > /tmp/x")
    assert found("stack/scraped-side", files) == []


def test_a_proxied_name_is_compared_with_the_upstreams_of_the_same_script() -> None:
    script = f"PORT=80\ncat > /etc/nginx/conf.d/a.conf <<CONF\n{BODY.replace('http://shop', 'http://shpo')}CONF\n"
    assert found("stack/proxied-port", {"deploy.sh": script}) == ["deploy.sh:7 http://shpo"]


@given(st.text(alphabet="$PORT{}()`\\' \nupstream x;server:0<CONF", max_size=80))
def test_any_body_is_read_and_places_lie_inside(body: str) -> None:
    script = f"PORT=80\ncat > /etc/nginx/conf.d/a.conf <<CONF\nupstream a {{\n{body}\n}}\nCONF\n"
    for _, text in stated(script):
        assert text in script


def test_a_long_configuration_is_read_in_time() -> None:
    body = "upstream a {\n" + "  server 127.0.0.1:$PORT;\n" * 20_000 + "}\n"
    start = time.process_time()
    stated(f"PORT=80\ncat > /etc/nginx/conf.d/a.conf <<CONF\n{body}CONF\n")
    assert time.process_time() - start < 5
