"""nginx configurations beside the two forks of gixy."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.race import Race, Rival
from bench.workload import HOME

COUNT = 100
# About a thousand characters, as sites are: an upstream with a standby, a redirect, and a server with TLS.
SITE = """\
upstream app{number} {{
    server 127.0.0.1:{first} max_fails=3 fail_timeout=30s;
    server 127.0.0.1:{second} backup;
}}

server {{
    listen 80;
    server_name app{number}.example.com;
    return 301 https://app{number}.example.com$request_uri;
}}

server {{
    listen 443 ssl http2;
    server_name app{number}.example.com;
    server_tokens off;
    ssl_certificate /etc/letsencrypt/live/app{number}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/app{number}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    location / {{
        proxy_pass http://app{number};
        proxy_set_header Host $host;
        proxy_set_header X-Real-IP $remote_addr;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_connect_timeout 5s;
        proxy_send_timeout 60s;
        proxy_read_timeout 60s;
    }}
}}
"""


def files(count: int) -> tuple[Path, list[str]]:
    """Return a folder with so many sites, and their paths in it."""
    folder = HOME / f"nginx-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    paths = [f"nginx/sites-available/app{number}.conf" for number in range(count)]
    for number, path in enumerate(paths):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(SITE.format(number=number, first=8000 + 2 * number, second=8001 + 2 * number))
    return folder, paths


RIVALS = (Rival("gixy-next", "pypi", "gixy"), Rival("gixy-ng", "pypi", "gixy"))
RACES = (
    Race("one nginx configuration", 0.1, lambda: files(1), RIVALS),
    Race(f"{COUNT} nginx configurations", 0.25, lambda: files(COUNT), RIVALS),
)
