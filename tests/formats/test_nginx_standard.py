"""The reference files of the standard: free of errors, but for the faults that they really have."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

SITE = """\
upstream app_backend {
    server 127.0.0.1:8000 max_fails=3 fail_timeout=30s;
    server 127.0.0.1:8001 backup;
}

server {
    listen 443 ssl http2;
    server_name app.example.com;

    ssl_certificate /etc/letsencrypt/live/app.example.com/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/app.example.com/privkey.pem;

    location / {
        proxy_pass http://app_backend;
        proxy_set_header Host $host;
        proxy_set_header X-Real-IP $remote_addr;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_connect_timeout 5s;
        proxy_send_timeout 60s;
        proxy_read_timeout 60s;
    }

    location /health {
        access_log off;
        proxy_pass http://app_backend;
    }
}
"""
BREAKER = """\
upstream app_backend {
    server 127.0.0.1:8000 max_fails=5 fail_timeout=30s;
    server 127.0.0.1:8001 max_fails=5 fail_timeout=30s backup;
    server 127.0.0.1:8888 backup;
}
"""


def found(**files: str) -> list[tuple[str, str, str, int]]:
    settings = Settings(select=("nginx",))
    texts = {
        {"site": "nginx/sites-available/app", "breaker": "nginx/conf.d/breaker.conf"}[k]: v for k, v in files.items()
    }
    result = run(MemoryFiles(texts), settings, make(rules(), settings))
    assert not result.crashed
    standard = [f for f in result.findings if rules()[f.rule].profile != "strict"]
    return [(f.level, f.rule, f.location.path, f.location.start.line) for f in standard]


def test_the_site_file_has_no_error() -> None:
    assert [finding for finding in found(site=SITE) if finding[0] == "error"] == []


def test_the_circuit_breaker_repeats_the_upstream_and_equals_its_backups() -> None:
    findings = found(site=SITE, breaker=BREAKER)
    assert ("error", "nginx/duplicate-upstream", "nginx/sites-available/app", 1) in findings
    assert ("warning", "nginx/equal-backups", "nginx/conf.d/breaker.conf", 4) in findings
    assert [rule for level, rule, *_ in findings if level == "error"] == ["nginx/duplicate-upstream"]
