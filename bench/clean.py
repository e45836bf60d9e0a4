"""A clean file of each kind, for what a single file costs."""

from __future__ import annotations

CLEAN = {
    "Dockerfile": """\
FROM python:3.12-slim AS builder
WORKDIR /build
COPY pyproject.toml uv.lock ./
RUN pip install --no-cache-dir uv==0.5.1 && uv sync --frozen --no-dev

FROM python:3.12-slim
WORKDIR /app
RUN adduser --system --uid 10001 shop
COPY --from=builder /build/.venv /app/.venv
COPY src/ ./src/
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 \\
  CMD ["/app/.venv/bin/python", "-m", "src.health"]
CMD ["/app/.venv/bin/python", "-m", "src.main"]
""",
    "compose.yaml": """\
services:
  db:
    image: postgres:16.4-alpine
    environment:
      POSTGRES_PASSWORD: ${DB_PASSWORD}
    volumes:
      - data:/var/lib/postgresql/data
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U postgres"]
      interval: 5s
      timeout: 3s
      retries: 5
volumes:
  data:
""",
    ".github/workflows/ci.yml": """\
name: CI
on:
  pull_request:
    types: [opened, edited, synchronize, reopened]
permissions:
  contents: read
jobs:
  title:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: amannn/action-semantic-pull-request@48f256284bd46cdaab1048c3721360e808335d50 # v6
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6
        with:
          persist-credentials: false
      - run: make lint
      - run: make test
""",
    "nginx/snippets/proxy.conf": """\
proxy_set_header Host $host;
proxy_set_header X-Real-IP $remote_addr;
proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
proxy_set_header X-Forwarded-Proto $scheme;
""",
    "prometheus/rules/app.yml": """\
groups:
  - name: app
    rules:
      - record: job:http_requests:rate5m
        expr: sum by (job) (rate(http_requests_total[5m]))
""",
    "systemd/shop.service": """\
[Unit]
Description=The shop
Wants=network-online.target
After=network-online.target

[Service]
User=shop
ExecStart=/usr/local/bin/shop
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
""",
    "scripts/backup.sh": """\
#!/bin/bash
set -euo pipefail
pg_dump --format=custom --file="/backup/shop-$(date +%F).dump" shop
""",
}
