"""A repository that grows: each unit is a service with all the files of its deployment."""

_COMPOSE = """services:
  web-{n}:
    build: {{context: ., target: web}}
    environment:
      DATABASE_URL: postgres://a:b@db-{n}:5432/shop
      CACHE: redis://cashe-{n}:6379
    env_file: .env.example
    ports: ["127.0.0.1:{port}:8000"]
    depends_on: [db-{n}]
  db-{n}:
    image: postgres:{version}
    environment: {{POSTGRES_USER: a, POSTGRES_PASSWORD: b, POSTGRES_DB: shop}}
  nginx:
    image: nginx:1.27
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
  prometheus:
    image: prom/prometheus:v2.53.0
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
"""
_DOCKERFILE = """FROM python:3.12-slim AS build
RUN pip install x
FROM python:3.12-slim AS web
COPY --from=build /x /x
COPY src/app.py /app/
EXPOSE 8000
HEALTHCHECK CMD ["curl", "-f", "http://localhost:8000/health"]
USER 1000
CMD ["uvicorn", "app:app", "--port", "8000"]
"""
_NGINX = """events {{}}
http {{
  upstream web_{n} {{ server web-{n}:8001; }}
  server {{
    listen 80;
    server_name s{n}.example.com;
    location / {{ proxy_pass http://wbe_{n}; }}
    location /x {{ proxy_pass http://127.0.0.1:9{n:03}; }}
    location /health {{ proxy_pass http://web_{n}; }}
  }}
}}
"""
_PROMETHEUS = """rule_files: [alerts-{n}.yml]
scrape_configs:
  - job_name: web-{n}
    static_configs: [{{targets: ["web-{n}:8001", "wbe-{n}:8000", "localhost:9{n:03}"]}}]
alerting: {{alertmanagers: [{{static_configs: [{{targets: ["alertmanager-{n}:9093"]}}]}}]}}
"""
_ALERTS = """groups:
  - name: web-{n}
    rules:
      - alert: Down{n}
        expr: up{{job="web-{n}"}} == 0
        for: 5m
        labels: {{severity: critical}}
        annotations: {{summary: Down., runbook_url: docs/runbook-{n}.md#down}}
"""
_DEPLOY = """#!/usr/bin/env bash
# Usage: deploy-{n}.sh VERSION
set -euo pipefail
docker pull "registry.example.com/web-{n}:$1"
docker run -d --name web-{n} --env-file /etc/web-{n}.env -p 127.0.0.1:8{n:03}:8000 "registry.example.com/web-{n}:$1"
curl -fsS http://127.0.0.1:8{n:03}/health
echo "$MISSING_{n}"
nginx -t
systemctl reload nginx
docker rm -f old-{n}
"""
_WORKFLOW = """name: deploy {n}
on: {{workflow_dispatch: {{inputs: {{version: {{required: true}}}}}}}}
jobs:
  deploy-{n}:
    runs-on: ubuntu-latest
    services: {{db: {{image: "postgres:{version}"}}}}
    steps:
      - uses: actions/checkout@v4
      - run: pip install -r apps/{n}/requirements.txt
      - run: docker build -t registry.example.com/web-{n}:1 --target web apps/{n}
      - run: docker push registry.example.com/web-{n}:1
      - run: ./scripts/deploy-{n}.sh 1
      - run: make -C apps/{n} test
        env: {{TOKEN: "${{{{ secrets.TOKEN_{n} }}}}"}}
"""
_TASK = """id: T-{n}
title: The web number {n}
status: COMPLETE
depends_on: [T-{before}]
deliverables: [apps/{n}/Dockerfile, apps/{n}/*.yaml, docs/gone-{n}.md]
"""
_UNIT = """[Service]
ExecStart=/usr/bin/docker run --rm --name web-{n} -p 127.0.0.1:8{n:03}:8000 registry.example.com/web-{n}:1
"""


FILES_OF_A_UNIT = 12


def grown(units: int) -> dict[str, str]:
    """Return the texts of a repository with so many services, twelve files each."""
    found: dict[str, str] = {"README.md": "# Shop\n"}
    for n in range(units):
        at = {"n": n, "before": max(0, n - 1), "version": 15 + n % 2, "port": 10000 + n}
        found |= {
            f"apps/{n}/compose.yaml": _COMPOSE.format(**at),
            f"apps/{n}/Dockerfile": _DOCKERFILE,
            f"apps/{n}/nginx.conf": _NGINX.format(**at),
            f"apps/{n}/prometheus.yml": _PROMETHEUS.format(**at),
            f"apps/{n}/alerts-{n}.yml": _ALERTS.format(**at),
            f"apps/{n}/.env.example": f"DATABASE_URL=postgres://a:b@db-{n}:5433/shop\nLEVEL=info\n",
            f"apps/{n}/Makefile": "test:\n\tpytest\n",
            f"scripts/deploy-{n}.sh": _DEPLOY.format(**at),
            f".github/workflows/deploy-{n}.yml": _WORKFLOW.format(**at),
            f"docs/backlog/T-{n}.yaml": _TASK.format(**at),
            f"docs/runbook-{n}.md": "# Down\n",
            f"systemd/web-{n}.service": _UNIT.format(**at),
        }
    return found
