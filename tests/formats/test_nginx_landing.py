"""Files that only a Dockerfile, a Compose file or another configuration shows to be nginx's."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import Result, run
from maverick_lint.registry.index import rules

SETTINGS = Settings(profile="essential")
SITE = "upstream app { server 127.0.0.1:8000; }\nserver { listen 80; location / { proxy_pass http://app; } }\n"


def judged(texts: dict[str, str], **options: object) -> Result:
    settings = Settings(profile="essential", **options)  # type: ignore[arg-type]
    result = run(MemoryFiles(texts), settings, make(rules(), settings))
    assert not result.crashed
    return result


def found(result: Result) -> list[tuple[str, str, int]]:
    return [(f.rule, f.location.path, f.location.start.line) for f in result.findings if f.rule.startswith("nginx/")]


def test_a_copied_file_of_any_name_is_read() -> None:
    result = judged({"Dockerfile": "FROM nginx:1.25\nCOPY web/site.http /etc/nginx/conf.d/default.conf\n",
                     "web/site.http": "server {\n  lisen 80;\n}\n"})  # fmt: skip
    assert result.guesses["web/site.http"] == ("nginx", "lands at /etc/nginx/conf.d/default.conf")
    assert found(result) == [("nginx/unknown-directive", "web/site.http", 2)]
    assert result.files == 2


def test_a_mounted_file_is_read_in_the_place_where_it_lands() -> None:
    compose = "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./proxy/extra:/etc/nginx/conf.d:ro\n"
    result = judged({"compose.yaml": compose, "proxy/extra/headers.conf": "listen 80;\nlog_format a b;\n"})
    assert found(result) == [("nginx/wrong-context", "proxy/extra/headers.conf", 1)]


def test_a_long_mount_and_a_folder_of_templates() -> None:
    compose = (
        "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - type: bind\n        source: ./t\n"
        "        target: /etc/nginx/templates\n"
    )
    result = judged({"compose.yaml": compose, "t/site.conf.template": "server { listen ${PORT}; }\nhttp { }\n"})
    assert result.guesses["t/site.conf.template"][0] == "nginx"


def test_an_include_follows_the_image() -> None:
    main = "events {}\nhttp {\n  include /etc/nginx/sites/*.site;\n}\n"
    texts = {
        "Dockerfile": "FROM nginx\nCOPY main.conf /etc/nginx/nginx.conf\nCOPY parts/ /etc/nginx/sites/\n",
        "main.conf": main,
        "parts/a.site": SITE,
        "parts/b.site": "location / { }\n",
    }
    assert found(judged(texts)) == [("nginx/wrong-context", "parts/b.site", 1)]


def test_images_do_not_mix() -> None:
    texts = {
        "a/Dockerfile": "FROM nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\n",
        "a/nginx.conf": "events {}\nhttp { server { include /etc/nginx/conf.d/*.conf; } }\n",
        "b/Dockerfile": "FROM nginx\nCOPY site.conf /etc/nginx/conf.d/default.conf\n",
        "b/site.conf": SITE,
    }
    assert found(judged(texts)) == []


def test_an_included_file_without_a_suffix_of_its_own_is_read() -> None:
    texts = {
        "web/nginx.conf": "events {}\nhttp { server { include parts/headers.inc; } }\n",
        "web/parts/headers.inc": "add_header X-A a;\nadd_hedaer X-B b;\n",
    }
    result = judged(texts)
    assert result.guesses["web/parts/headers.inc"] == ("nginx", "included by web/nginx.conf")
    assert found(result) == [("nginx/unknown-directive", "web/parts/headers.inc", 2)]


def test_what_is_no_configuration_is_left_alone() -> None:
    texts = {
        "Dockerfile": "FROM nginx\nCOPY conf /etc/nginx\n",
        "conf/nginx.conf": "events {}\nhttp { map $uri $a { include /etc/nginx/list; } }\n",
        "conf/list": "/a 1;\n/b 2;\n",
        "conf/users.htpasswd": "me:x\n",
        "conf/certs/a.pem": "-----BEGIN\n",
    }
    result = judged(texts)
    assert found(result) == []
    assert {path for path, (kind, _) in result.guesses.items() if kind == "nginx"} == {"conf/nginx.conf"}


def test_the_tag_of_the_image_is_the_version() -> None:
    texts = {
        "Dockerfile": "FROM nginx:1.24.0-alpine\nCOPY site.conf /etc/nginx/conf.d/\n",
        "site.conf": "server {\n  listen 443 ssl;\n  http2 on;\n  ssl_reject_handshake on;\n}\n",
    }
    assert found(judged(texts)) == [("nginx/needs-newer-version", "site.conf", 3)]
    texts["Dockerfile"] = texts["Dockerfile"].replace("1.24.0", "1.25")
    assert found(judged(texts)) == []
